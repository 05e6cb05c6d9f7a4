/** What a correction would change and what prevents it; saving and requesting use the same answer. */
import { type Person, personById } from '../../../db/people/people.ts';
import type { Reader } from '../../../db/schema.ts';
import { type Actor, scopeOf, isOrganiser } from '../../domain/account.ts';
import type { CheckedLine, DelegateDraft } from '../../domain/list/check-list.ts';
import type { RowField, TypedRow } from '../../domain/list/row.ts';
import { fold } from '../../domain/vietnamese/fold.ts';
import { found } from '../../errors.ts';
import { changedFields, fingerprintOf } from './judge-person.ts';
import {
  firstLock,
  firstWrong,
  isInvited,
  type Lock,
  type AffectedRegistration,
  affectedRegistrations,
} from './affected-registrations.ts';

export type Corrected = {
  registrationId: string;
  typed: TypedRow;
  /** The fingerprint of what the form was filled with; empty from a script that looked at nothing. */
  version: string;
  overrideReason: string;
};

/** Why a correction cannot be taken as it was typed. */
export type NoCorrection =
  /** `otherCluster` is the number of another cluster of this person, in whose list the line is wrong. */
  | { kind: 'problems'; line: CheckedLine; otherCluster?: number }
  /** Somebody else saved another correction meanwhile: nothing is overwritten unseen. */
  | { kind: 'overtaken'; line: CheckedLine }
  | { kind: 'unchanged'; line: CheckedLine }
  | { kind: 'withdrawn' };

export type CorrectionPlan = {
  kind: 'good';
  person: Person;
  affected: [AffectedRegistration, ...AffectedRegistration[]];
  line: CheckedLine;
  draft: DelegateDraft;
  fields: RowField[];
  /** Who comes is no longer the unit's to change by itself. */
  lock: Lock | undefined;
  /** An invitation is in force and the name is another one: the same person written otherwise, or somebody else. */
  asksWhoItIs: boolean;
};

export async function judgeCorrection(
  db: Reader,
  actor: Actor,
  { registrationId, typed, version, overrideReason, at }: Corrected & { at: string },
): Promise<CorrectionPlan | NoCorrection> {
  const person = found(await personById(db, scopeOf(actor), registrationId));
  if (person.withdrawn) return { kind: 'withdrawn' };
  const overrides = overrideReason !== '' && isOrganiser(actor);
  const affected = await affectedRegistrations(db, actor, { person, typed, overrides });
  const [own] = affected;
  const { line, facts } = own;
  if (version !== '' && version !== fingerprintOf(person)) return { kind: 'overtaken', line };
  const wrong = firstWrong(affected, person.fullName);
  if (wrong && wrong !== own) return { kind: 'problems', line: wrong.line, otherCluster: wrong.facts.cluster.number };
  if (wrong || !line.draft) return { kind: 'problems', line };
  const { draft } = line;
  const fields = changedFields(person, draft, facts.rules.categories);
  if (fields.length === 0) return { kind: 'unchanged', line };
  const isAnotherName = fold(draft.fullName) !== fold(person.fullName);
  return {
    kind: 'good',
    person,
    affected,
    line,
    draft,
    fields,
    lock: firstLock(actor, affected, { fields, at }),
    asksWhoItIs: isAnotherName && (await isInvited(db, affected)),
  };
}
