import { hasInvitationInForce, revokeInvitationsOf } from '../../../db/letters/invitations.ts';
import { type Person, personById } from '../../../db/people/people.ts';
import { insertRegistrations, insertWithdrawal } from '../../../db/people/registration-writes.ts';
import { admissionsOf } from '../../../db/door/scans.ts';
import type { Tx } from '../../../db/schema.ts';
import { insertSubstitution, presentHolder } from '../../../db/people/substitutions.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf, isOrganiser } from '../../domain/account.ts';
import type { CheckedLine, DelegateDraft } from '../../domain/list/check-list.ts';
import type { TypedRow } from '../../domain/list/row.ts';
import { peopleMayLeave } from '../../domain/people/substitution.ts';
import { found } from '../../errors.ts';
import { audited } from '../audited.ts';
import { settleList } from '../lists/settle-list.ts';
import { inviteHolder } from '../letters/invite-holder.ts';
import { type ListFacts, loadListFacts } from '../lists/list-facts.ts';
import { needsReview, judgePerson } from './judge-person.ts';

export type SubstituteOrder = {
  registrationId: string;
  typed: TypedRow;
  reason: string;
  /** An organiser's reason for a category outside the unit or host. */
  overrideReason: string;
};

/** Why a place cannot change hands. */
export type NoSubstitute =
  { kind: 'replaced'; holderId: string } | { kind: 'withdrawn' } | { kind: 'present' } | { kind: 'over' };

export type SubstituteResult =
  | {
      kind: 'substituted';
      registrationId: string;
      old: Person;
      draft: DelegateDraft;
      invited: 'letter' | 'card' | 'letter_held' | 'over' | 'not_yet';
    }
  | { kind: 'problems'; line: CheckedLine }
  | NoSubstitute;

/**
 * Cử người đi thay. The place stays as it is: seat, list order, place in the queue. Its old holder is withdrawn and the
 * old code dies in the same transaction in which the new one comes to life, and only if the old one was invited.
 * Open to units after the deadline, to the end of the meeting. Sent twice it does nothing more.
 */
export async function substituteDelegate(
  context: Context,
  actor: Actor,
  { registrationId, typed, reason, overrideReason }: SubstituteOrder,
): Promise<SubstituteResult> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<SubstituteResult> => {
    const old = found(await personById(tx, scopeOf(actor), registrationId));
    const { clusterId, unitId } = old;
    const overrides = overrideReason !== '' && isOrganiser(actor);
    const facts = await loadListFacts(tx, actor, { clusterId, unitId, overrides });
    const refusal = await whyNoSubstitute(tx, actor, { old, facts, at });
    if (refusal) return refusal;
    const line = judgePerson(typed, { facts, held: old.categories, besides: [] });
    if (!line.draft || needsReview(line, undefined)) return { kind: 'problems', line };
    const next = { id: context.newId(), draft: line.draft };
    await handOver(context, tx, { old, next, facts, at, by: actor.accountId, reason });
    const wasInvited = await hasInvitationInForce(tx, old.registrationId);
    await revokeInvitationsOf(tx, old.registrationId, { at, why: 'substituted', reason });
    const invitee = { registrationId: next.id, email: line.draft.email, facts, at, by: actor.accountId };
    const invited = wasInvited ? await inviteHolder(context, tx, invitee) : 'not_yet';
    await audited(context, tx, actor, {
      action: 'delegate_substituted',
      subject: `registration:${old.registrationId}`,
      detail: { unit: unitId, registrations: next.id, invited, ...(overrides && { override: overrideReason }) },
    });
    await settleList(context, tx, { event: facts.event, clusterId, unitId, at, act: 'changed' });
    return { kind: 'substituted', registrationId: next.id, old, draft: line.draft, invited };
  });
}

/** Judged by the page that offers the form and by the transaction that carries it out. */
export async function whyNoSubstitute(
  db: Tx | Context['db']['read'],
  actor: Actor,
  { old, facts, at }: { old: Person; facts: Pick<ListFacts, 'cluster'>; at: string },
): Promise<NoSubstitute | undefined> {
  if (old.withdrawn) {
    const holderId = await presentHolder(db, old.registrationId);
    return holderId === undefined ? { kind: 'withdrawn' } : { kind: 'replaced', holderId };
  }
  if ((await admissionsOf(db, [old.registrationId])).length > 0) return { kind: 'present' };
  return peopleMayLeave(facts.cluster, { at, isOrganiser: isOrganiser(actor) }) ? undefined : { kind: 'over' };
}

type HandOver = {
  old: Person;
  next: { id: string; draft: DelegateDraft };
  facts: ListFacts;
  at: string;
  by: string;
  reason: string;
};

async function handOver(context: Context, tx: Tx, { old, next, facts, at, by, reason }: HandOver): Promise<void> {
  const { clusterId, unitId } = old;
  await insertRegistrations(tx, [
    {
      id: next.id,
      delegateId: context.newId(),
      eventId: facts.event.id,
      clusterId,
      // The unit as it was called when it took the place: a list must not show one unit under two names.
      unit: { id: unitId, name: old.unitName },
      draft: next.draft,
      seat: old.seat,
      listOrder: old.listOrder,
      manualOrder: old.manualOrder,
      heldSince: old.submittedAt,
      at,
      by,
    },
  ]);
  await insertWithdrawal(tx, { registrationId: old.registrationId, at, by, reason });
  await insertSubstitution(tx, {
    oldRegistrationId: old.registrationId,
    newRegistrationId: next.id,
    clusterId,
    unitId,
    at,
    by,
    reason,
  });
}
