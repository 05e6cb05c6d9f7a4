/** What becomes of the places of two entries made one: in the list they were merged in, and in the other clusters. */
import type { Cluster } from '../../../db/events/clusters.ts';
import { hasInvitationInForce, revokeInvitationsOf } from '../../../db/letters/invitations.ts';
import { insertMerge } from '../../../db/people/merges.ts';
import {
  type Person,
  personById,
  registrationsOfDelegate,
  repointRegistration,
  updateDelegate,
} from '../../../db/people/people.ts';
import { insertWithdrawal } from '../../../db/people/registration-writes.ts';
import type { Registration } from '../../../db/people/registrations.ts';
import { admissionsOf } from '../../../db/door/scans.ts';
import type { Reader, Tx } from '../../../db/schema.ts';
import { seatRegistrations } from '../../../db/seats/seats.ts';
import { predecessorsIn } from '../../../db/people/substitutions.ts';
import type { Context } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import type { DelegateDraft } from '../../domain/list/check-list.ts';
import type { RowField } from '../../domain/list/row.ts';
import { isReviewProblem } from '../../domain/list/list-status.ts';
import { peopleMayLeave } from '../../domain/people/substitution.ts';
import { found } from '../../errors.ts';
import { audited } from '../audited.ts';
import { promoteWaiting } from '../places/promote-waiting.ts';
import { settleList } from '../lists/settle-list.ts';
import { inviteHolder } from '../letters/invite-holder.ts';
import { type ListFacts, loadListFacts } from '../lists/list-facts.ts';
import { changedFields } from './judge-person.ts';
import type { AffectedRegistration } from './affected-registrations.ts';
import { recordChanges } from './record-changes.ts';

export type Pair = { kept: Person; duplicate: Person };

/** A registration of the duplicate in another cluster. */
export type OtherRegistration = { registration: Person; facts: ListFacts } &
  /** The kept person has no registration there: this one becomes theirs. */
  (
    | { kind: 'goes_along' }
    /** The kept person has a registration there too: one of the two is withdrawn. */
    | { kind: 'double'; kept: Person }
    /** The kept person has left that cluster, for good in that row: the registration keeps the duplicate's row. */
    | { kind: 'keeps_row' }
  );

/** The registrations in other clusters that a merge affects: those of the duplicate. */
export async function otherRegistrations(
  db: Reader,
  actor: Actor,
  { kept, duplicate }: Pair,
): Promise<OtherRegistration[]> {
  const held = await registrationsOfDelegate(db, kept.delegateId);
  const otherClusters: OtherRegistration[] = [];
  for (const { registrationId, clusterId, isWithdrawn } of await registrationsOfDelegate(db, duplicate.delegateId)) {
    if (isWithdrawn || registrationId === duplicate.registrationId) continue;
    const registration = found(await personById(db, scopeOf(actor), registrationId));
    const facts = await loadListFacts(db, actor, { clusterId, unitId: registration.unitId });
    const own = held.find((one) => one.clusterId === clusterId);
    if (!own) otherClusters.push({ registration, facts, kind: 'goes_along' });
    else if (own.isWithdrawn) otherClusters.push({ registration, facts, kind: 'keeps_row' });
    else {
      const double = found(await personById(db, scopeOf(actor), own.registrationId));
      otherClusters.push({ registration, facts, kind: 'double', kept: double });
    }
  }
  return otherClusters;
}

export type NoMerge =
  /** The meeting is over, and its list is what it was held and paid with. */
  | { kind: 'over'; clusterNumber: number }
  /** Both stand in for somebody: one person cannot be "đi thay" for two. */
  | { kind: 'two_substitutes'; clusterNumber: number }
  /** The door of another cluster has let the entry in that would be withdrawn there. */
  | { kind: 'present_elsewhere'; clusterNumber: number };

/** What keeps two places of one cluster from becoming one. */
export async function whyNoMerge(
  db: Reader,
  pairs: readonly { kept: Person; duplicate: Person; cluster: Cluster; isOtherCluster: boolean }[],
  who: { at: string; isOrganiser: boolean },
): Promise<NoMerge | undefined> {
  for (const { kept, duplicate, cluster, isOtherCluster } of pairs) {
    const clusterNumber = cluster.number;
    if (!peopleMayLeave(cluster, who)) return { kind: 'over', clusterNumber };
    const predecessors = await predecessorsIn(db, duplicate.clusterId);
    if (predecessors.has(kept.registrationId) && predecessors.has(duplicate.registrationId)) {
      return { kind: 'two_substitutes', clusterNumber };
    }
    if (isOtherCluster && (await admissionsOf(db, [duplicate.registrationId])).length > 0) {
      return { kind: 'present_elsewhere', clusterNumber };
    }
  }
  return undefined;
}

type Acting = { at: string; actor: Actor; reason: string };

/**
 * Makes one registration of two. The kept one is seated when either of them was; a seat that becomes free goes to the
 * next who waits. The duplicate's code is revoked; when it was the only one, the kept person is invited instead.
 */
export async function mergeRegistrations(
  context: Context,
  tx: Tx,
  {
    pair,
    email,
    facts,
    changed,
    at,
    actor,
    reason,
  }: Acting & {
    pair: Pair;
    email: string | undefined;
    facts: ListFacts;
    changed: Changed;
  },
): Promise<Registration[]> {
  const { kept, duplicate } = pair;
  const { clusterId, unitId } = kept;
  const by = actor.accountId;
  await insertWithdrawal(tx, { registrationId: duplicate.registrationId, at, by, reason });
  await insertMerge(tx, {
    duplicateId: duplicate.registrationId,
    keptId: kept.registrationId,
    clusterId,
    unitId,
    at,
    by,
  });
  const inherits = duplicate.seat === 'seated' && kept.seat === 'waiting';
  if (inherits) await seatRegistrations(tx, [kept.registrationId]);
  const isSeated = kept.seat === 'seated' || inherits;
  const wasInvited = await hasInvitationInForce(tx, duplicate.registrationId);
  await revokeInvitationsOf(tx, duplicate.registrationId, { at, why: 'withdrawn', reason });
  if (wasInvited && isSeated && !(await hasInvitationInForce(tx, kept.registrationId))) {
    await inviteHolder(context, tx, { registrationId: kept.registrationId, email, facts, at, by });
  }
  await auditMerge(context, tx, { registration: kept, duplicateId: duplicate.registrationId, changed, actor });
  const isFreed = duplicate.seat === 'seated' && !inherits;
  const freed = { clusterId, unitId, at, actor };
  const promoted = isFreed ? await promoteWaiting(context, tx, freed) : [];
  await settleList(context, tx, { event: facts.event, clusterId, unitId, at, act: 'changed' });
  return promoted;
}

/** Merges the duplicate's registrations in the other clusters. Returns the delegates who moved up there. */
export async function mergeOtherClusters(
  context: Context,
  tx: Tx,
  {
    kept,
    draft,
    otherClusters,
    ...acting
  }: Acting & {
    kept: Person;
    draft: DelegateDraft;
    otherClusters: readonly OtherRegistration[];
  },
): Promise<Registration[]> {
  const promoted: Registration[] = [];
  for (const one of otherClusters) {
    const { registration, facts } = one;
    const fields = detailsChanged(registration, draft, facts);
    switch (one.kind) {
      case 'double': {
        const changed = { fields: detailsChanged(one.kept, draft, facts), correction: '' };
        const pair = { kept: one.kept, duplicate: registration };
        promoted.push(
          ...(await mergeRegistrations(context, tx, { pair, email: draft.email, facts, changed, ...acting })),
        );
        break;
      }
      case 'goes_along':
        await repointRegistration(tx, registration.registrationId, kept.delegateId);
        await auditChanged(context, tx, { registration, facts, fields, ...acting });
        break;
      case 'keeps_row':
        await updateDelegate(tx, { delegateId: registration.delegateId, unitName: registration.unitName, draft });
        await auditChanged(context, tx, { registration, facts, fields, ...acting });
        break;
      default:
        throw new Error(`No such place: ${JSON.stringify(one satisfies never)}`);
    }
  }
  return promoted;
}

/** What a merge changes of somebody at a place whose categories stay as they are. */
export const detailsChanged = (registration: Person, draft: DelegateDraft, { rules }: ListFacts): RowField[] =>
  changedFields(registration, draft, rules.categories).filter((field) => field !== 'category');

async function auditChanged(
  context: Context,
  tx: Tx,
  {
    registration,
    facts,
    fields,
    ...acting
  }: Acting & { registration: Person; facts: ListFacts; fields: readonly RowField[] },
): Promise<void> {
  const correction = await recordChanges(context, tx, { before: registration, fields });
  await auditRegistration(context, tx, {
    registration,
    facts,
    changed: { fields, correction },
    needsReview: false,
    ...acting,
  });
}

/** Audits the merge in the other clusters of the kept person, and judges those lists again. */
export async function auditOtherClusters(
  context: Context,
  tx: Tx,
  {
    affected,
    draft,
    correction,
    ...acting
  }: Acting & { affected: readonly AffectedRegistration[]; draft: DelegateDraft; correction: string },
): Promise<void> {
  for (const { registration, facts, line } of affected) {
    const fields = detailsChanged(registration, draft, facts);
    if (fields.length === 0) continue;
    const needsReview = line.problems.some(isReviewProblem);
    await auditRegistration(context, tx, {
      registration,
      facts,
      changed: { fields, correction },
      needsReview,
      ...acting,
    });
  }
}

type Changed = { fields: readonly RowField[]; correction: string };

async function auditRegistration(
  context: Context,
  tx: Tx,
  {
    registration,
    facts,
    changed,
    needsReview,
    at,
    actor,
  }: Acting & { registration: Person; facts: ListFacts; changed: Changed; needsReview: boolean },
): Promise<void> {
  const { clusterId, unitId } = registration;
  await auditMerge(context, tx, { registration, changed, actor });
  const act = needsReview ? 'made_doubtful' : 'changed';
  await settleList(context, tx, { event: facts.event, clusterId, unitId, at, act });
}

/** In the history of the place, with the entry that went where there was one. */
async function auditMerge(
  context: Context,
  tx: Tx,
  {
    registration,
    duplicateId,
    changed,
    actor,
  }: { registration: Person; duplicateId?: string; changed: Changed; actor: Actor },
): Promise<void> {
  await audited(context, tx, actor, {
    action: 'delegates_merged',
    subject: `registration:${registration.registrationId}`,
    detail: {
      unit: registration.unitId,
      ...(duplicateId !== undefined && { registrations: duplicateId }),
      fields: changed.fields.join(','),
      correction: changed.correction,
    },
  });
}
