/** An entry of the audit chain as the history reads it, with the names it needs. */
import type { Scope } from './account.ts';
import type { Change } from './plan/changes.ts';

/** What an entry keeps besides who did what to whom. `changes` are the fields a save changed, before and after. */
export type AuditDetail = { [name: string]: string | number | boolean | readonly Change[] };

export type HistoryEntry = {
  seq: number;
  at: string;
  actor: string;
  action: string;
  /** Undefined for what concerns the event or a unit of the house. */
  clusterId: string | undefined;
  /** The registration the entry is about, if it is about one. */
  registrationId: string | undefined;
  /** The units it concerns; none for what concerns the whole cluster. */
  unitIds: string[];
  detail: AuditDetail;
  /** Why, where a table other than the chain keeps it. */
  reason: string | undefined;
};

export type HistoryNames = {
  /** By account id; of other units' accounts none within a unit's scope. */
  accounts: Map<string, string>;
  /** Account ids of other units: who they are is not for this scope. */
  strangers: ReadonlySet<string>;
  /** By unit id. */
  units: Map<string, string>;
  /** By registration id; only those within the scope. */
  delegates: Map<string, string>;
};

/** Every registration an entry is about or moved along. */
export function namedRegistrations(entry: HistoryEntry): string[] {
  const moved = entry.detail['registrations'];
  const ids = typeof moved === 'string' ? moved.split(',').filter((id) => id !== '') : [];
  return entry.registrationId === undefined ? ids : [entry.registrationId, ...ids];
}

/** Whether an entry may be told with its reason: within a unit's scope only when it concerns no other unit. */
export const mayTellWhy = ({ unitIds }: HistoryEntry, scope: Scope): boolean =>
  scope.kind === 'all' || unitIds.every((id) => id === scope.unitId);
