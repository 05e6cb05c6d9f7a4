import { replaceParticipants } from '../../../db/events/event-changes.ts';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import { isReferenced } from '../../../db/engine/index.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { fieldChanges, rowChanges } from '../../domain/plan/changes.ts';
import { type EventSetup, planOfEvent, type SetupCluster } from '../../domain/plan/event-setup.ts';
import { clusterShape } from '../../domain/plan/plan-shape.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { found } from '../../errors.ts';
import { clusterNumbers, judgeQuota } from '../../domain/seats/capacity.ts';
import { storeQuota } from '../places/change-quota.ts';
import { promoteWaiting } from '../places/promote-waiting.ts';
import { codeOfUnit } from '../../domain/plan/fragments.ts';
import { readParticipants, type TypedQuota } from '../../domain/plan/participant-rows.ts';
import { type ClusterForm, clusterOf } from './save-cluster.ts';
import { audited } from '../audited.ts';
import { blocksAt, isStale, type Outcome, versions } from './section.ts';
import { type FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { type Typed, textOf } from '../../domain/words/typed-fields.ts';

export type QuotasSaved = {
  number: number;
  /** How many moved up from the waiting list. */
  promoted: number;
};

/**
 * Saves the units of a cluster, their quotas and order, and the host. A new quota follows the rule of `change-quota.ts`
 * and is noted as on the page of the places. Those who wait move up where a quota grows.
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
      const reason = textOf(typed, 'reason');
      for (const change of changedQuotas(stored, after)) {
        await storeQuota(context, tx, actor, { clusterId, reason, ...change });
      }
      const changes = membershipChanges(setup, stored, { quotas: after, hostUnitId });
      if (changes.length > 0) {
        const sums = { quotasBefore: sumOf(stored.participants), quotas: sumOf(after) };
        const detail = { ...sums, changes };
        await audited(context, tx, actor, { action: 'shares_changed', subject: `cluster:${clusterId}`, detail });
      }
      if (!hasGrown(stored, after)) return { kind: 'saved', number: stored.number, promoted: 0 };
      // All quotas together never exceed the maximum, so no unit takes a place another one's share has room for.
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
  after.some((one) => one.quota > (participants.find(({ unitId }) => unitId === one.unitId)?.quota ?? 0));

type Wanted = { quotas: readonly { unitId: string; quota: number }[]; hostUnitId: string };

/** The units that stay and have another quota. */
function changedQuotas({ participants }: SetupCluster, after: readonly { unitId: string; quota: number }[]) {
  return participants.flatMap(({ unitId, quota: before }) => {
    const quota = after.find((one) => one.unitId === unitId)?.quota;
    return quota === undefined || quota === before ? [] : [{ unitId, before, quota }];
  });
}

/** The units that came, left or moved, and another host. */
function membershipChanges(setup: EventSetup, stored: SetupCluster, { quotas: after, hostUnitId }: Wanted) {
  const nameOf = (id: string) => setup.units.find((unit) => unit.id === id)?.name ?? '';
  const rows = (quotas: readonly { unitId: string }[]) => quotas.map(({ unitId }) => ({ id: unitId }));
  return [
    ...rowChanges(rows(stored.participants), rows(after), ({ id }) => nameOf(id)),
    ...fieldChanges({ host: nameOf(stored.hostUnitId) }, { host: nameOf(hostUnitId) }),
  ];
}

const sumOf = (quotas: readonly { quota: number }[]): number => quotas.reduce((sum, { quota }) => sum + quota, 0);

function readQuotas(setup: EventSetup, stored: SetupCluster, typed: Typed) {
  const plan = planOfEvent(setup);
  const index = setup.clusters.indexOf(stored);
  const { quotas, problems } = readParticipants(setup, stored, typed);
  const units = quotas.map(({ unitId, quota }) => ({ code: codeOfUnit(setup.units, unitId), quota }));
  const fragment = { ...plan.clusters[index], host: codeOfUnit(setup.units, typed.get('host')), units };
  const clusters = plan.clusters.map((cluster, at) => (at === index ? fragment : cluster));
  const blocks = blocksAt({ ...plan, clusters }, 'participants', index).map(({ spot, problem }): FieldProblem => {
    const row = spot.row === undefined ? undefined : quotas[spot.row];
    return { field: row?.field ?? (spot.field === 'host' ? 'host' : 'form'), problem };
  });
  const parsed = clusterShape.safeParse(fragment);
  const cluster = parsed.success ? parsed.data : undefined;
  if (stored.closedAt !== undefined) {
    problems.push({ field: 'form', problem: setUpProblem('cluster_closed', { number: stored.number }) });
  }
  return { cluster, quotas, problems: [...problems, ...blocks, ...quotaProblems(setup, stored, { quotas, typed })] };
}

/** Judges every changed quota by the rule of the page of the places; one missing reason is named once. */
function quotaProblems(
  setup: EventSetup,
  stored: SetupCluster,
  { quotas, typed }: { quotas: readonly TypedQuota[]; typed: Typed },
): FieldProblem[] {
  const numbers = clusterNumbers(stored, stored.participants);
  const reason = textOf(typed, 'reason');
  const quotasAfter = quotas.reduce((sum, { quota }) => sum + (typeof quota === 'number' ? quota : 0), 0);
  const problems: FieldProblem[] = [];
  let lacksReason = false;
  for (const { unitId, quota, field } of quotas) {
    const before = stored.participants.find((unit) => unit.unitId === unitId);
    if (!before || typeof quota !== 'number' || quota === before.quota) continue;
    const judgement = judgeQuota(before, { quota, reason, quotasAfter }, numbers);
    if (judgement.kind === 'allowed') continue;
    if (judgement.why === 'reason_missing') lacksReason = true;
    // The check of the plan names quotas above the maximum, and `readQuotas` a closed cluster.
    if (judgement.why !== 'below_seated') continue;
    const unit = setup.units.find(({ id }) => id === unitId)?.name ?? '';
    problems.push({ field, problem: setUpProblem('quota_below_seated', { unit, seated: before.seated, quota }) });
  }
  if (lacksReason) problems.push({ field: 'reason', problem: setUpProblem('quota_reason_missing', {}) });
  return problems;
}
