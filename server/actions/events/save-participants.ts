import { replaceParticipants } from '../../../db/events/event-changes.ts';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import { isReferenced } from '../../../db/engine/index.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import type { AuditNote } from '../../domain/audit-action.ts';
import { fieldChanges, rowChanges } from '../../domain/plan/changes.ts';
import { type EventSetup, planOfEvent, type SetupCluster } from '../../domain/plan/event-setup.ts';
import { clusterShape } from '../../domain/plan/plan-shape.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { found } from '../../errors.ts';
import { promoteWaiting } from '../places/promote-waiting.ts';
import { codeOfUnit } from '../../domain/plan/fragments.ts';
import { readParticipants, type TypedQuota } from '../../domain/plan/participant-rows.ts';
import { type ClusterForm, clusterOf } from './save-cluster.ts';
import { audited } from '../audited.ts';
import { blocksAt, isStale, type Outcome, versions } from './section.ts';
import { type FieldProblem } from '../../domain/plan/set-up-problem.ts';
import type { Typed } from '../../domain/words/typed-fields.ts';

export type QuotasSaved = {
  number: number;
  /** How many moved up from the waiting list. */
  promoted: number;
};

/**
 * The units of a cluster, their shares and order, and the host. Nobody's share falls below those who have a seat, and
 * those who wait move up where a share grows.
 */
export async function saveParticipants(
  context: Context,
  actor: Actor,
  { eventId, clusterId, typed }: ClusterForm,
): Promise<Outcome<QuotasSaved>> {
  try {
    return await context.db.write(async (tx): Promise<Outcome<QuotasSaved>> => {
      const setup = found(await loadEventSetup(tx, eventId));
      const stored = clusterOf(setup, clusterId);
      if (isStale(typed, versions.participants(stored))) return { kind: 'stale' };
      const { cluster, quotas, problems } = readQuotas(setup, stored, typed);
      if (!cluster || problems.length > 0) return { kind: 'problems', problems };
      const hostUnitId = found(setup.units.find((unit) => unit.code === cluster.host)).id;
      const after = cluster.units.map(({ quota }, position) => ({
        unitId: found(quotas[position]).unitId,
        quota,
        position,
      }));
      await replaceParticipants(tx, { clusterId, hostUnitId, quotas: after });
      for (const note of notesOf(setup, stored, { quotas: after, hostUnitId })) {
        await audited(context, tx, actor, note);
      }
      if (!hasGrown(stored, after)) return { kind: 'saved', number: stored.number, promoted: 0 };
      // All shares together never exceed the maximum, so no unit takes a place another one's share has room for.
      const freed = { clusterId, at: instant(context), actor };
      const { length: promoted } = await promoteWaiting(context, tx, freed);
      return { kind: 'saved', number: stored.number, promoted };
    });
  } catch (error) {
    if (!isReferenced(error)) throw error;
    return { kind: 'problems', problems: [{ field: 'form', problem: setUpProblem('unit_in_use', {}) }] };
  }
}

/** Some unit may send more people than before, or one that was not there may send any. */
const hasGrown = ({ participants }: SetupCluster, after: readonly { unitId: string; quota: number }[]): boolean =>
  after.some((quota) => quota.quota > (participants.find(({ unitId }) => unitId === quota.unitId)?.quota ?? 0));

type Wanted = { quotas: readonly { unitId: string; quota: number }[]; hostUnitId: string };

/** One entry for every share that changed, and one when units came, left, moved or another one hosts. */
function notesOf(setup: EventSetup, stored: SetupCluster, { quotas: after, hostUnitId }: Wanted): AuditNote[] {
  const subject = `cluster:${stored.id}`;
  const changed = stored.participants.flatMap(({ unitId, quota: before }): AuditNote[] => {
    const quota = after.find((quota) => quota.unitId === unitId)?.quota;
    return quota === undefined || quota === before
      ? []
      : [{ action: 'quota_changed', subject, detail: { unit: unitId, before, quota } }];
  });
  const nameOf = (id: string) => setup.units.find((unit) => unit.id === id)?.name ?? '';
  const rows = (quotas: readonly { unitId: string }[]) => quotas.map(({ unitId }) => ({ id: unitId }));
  const changes = [
    ...rowChanges(rows(stored.participants), rows(after), ({ id }) => nameOf(id)),
    ...fieldChanges({ host: nameOf(stored.hostUnitId) }, { host: nameOf(hostUnitId) }),
  ];
  if (changes.length === 0) return changed;
  const sums = { quotasBefore: sumOf(stored.participants), quotas: sumOf(after) };
  return [...changed, { action: 'shares_changed', subject, detail: { ...sums, changes } }];
}

const sumOf = (quotas: readonly { quota: number }[]): number => quotas.reduce((sum, { quota }) => sum + quota, 0);

function readQuotas(setup: EventSetup, stored: SetupCluster, typed: Typed) {
  const plan = planOfEvent(setup);
  const index = setup.clusters.indexOf(stored);
  const { quotas, problems } = readParticipants(setup, stored, typed);
  const units = quotas.map(({ unitId, quota }) => ({ code: codeOfUnit(setup.units, unitId), quota }));
  const fragment = { ...plan.clusters[index], host: codeOfUnit(setup.units, typed.get('host')), units };
  const clusters = plan.clusters.map((cluster, at) => (at === index ? fragment : cluster));
  const blocks = blocksAt({ ...plan, clusters }, 'participants', index).map(({ place, problem }): FieldProblem => {
    const row = place.row === undefined ? undefined : quotas[place.row];
    return { field: row?.field ?? (place.field === 'host' ? 'host' : 'form'), problem };
  });
  const parsed = clusterShape.safeParse(fragment);
  const cluster = parsed.success ? parsed.data : undefined;
  return { cluster, quotas, problems: [...problems, ...blocks, ...belowSeated(setup, stored, quotas)] };
}

function belowSeated(setup: EventSetup, stored: SetupCluster, quotas: readonly TypedQuota[]): FieldProblem[] {
  return quotas.flatMap(({ unitId, quota, field }): FieldProblem[] => {
    const seated = stored.participants.find((unit) => unit.unitId === unitId)?.seated ?? 0;
    if (typeof quota !== 'number' || quota >= seated) return [];
    const unit = setup.units.find(({ id }) => id === unitId)?.name ?? '';
    return [{ field, problem: setUpProblem('quota_below_seated', { unit, seated, quota }) }];
  });
}
