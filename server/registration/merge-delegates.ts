import { appendAudit } from '../../db/audit.ts';
import { hasInvitationInForce, revokeInvitationsOf } from '../../db/invitations.ts';
import { insertMerge, mergedInto } from '../../db/merges.ts';
import { type Person, personById, setCategories, updateDelegate } from '../../db/people.ts';
import { insertWithdrawal } from '../../db/registration-writes.ts';
import { type Registration } from '../../db/registrations.ts';
import { admissionsOf } from '../../db/scans.ts';
import type { Reader, Tx } from '../../db/schema.ts';
import { type Context, instant } from '../context.ts';
import { type Actor, scopeOf } from '../domain/account.ts';
import type { CheckedLine, RowField } from '../domain/delegate-list.ts';
import { type MergeChoice, mergedRow, whoStays } from '../domain/merge.ts';
import { found } from '../http/errors.ts';
import { promoteWaiting } from '../seats/promote-waiting.ts';
import { settleList } from '../seats/settle-list.ts';
import { inviteHolder, type NewHolder } from './invite-holder.ts';
import { loadListFacts, wayInto } from './list-facts.ts';
import type { SeenPair } from './people-forms.ts';
import { changedFields, fingerprintOf, judgePerson, typedOf, WHO_COMES } from './person-row.ts';
import { recordChanges } from './record-changes.ts';

export type Merge = {
  registrationId: string;
  withId: string;
  choices: ReadonlyMap<RowField, MergeChoice>;
  seen: SeenPair;
  /** Kept with the withdrawal of the entry that goes. */
  reason: string;
};

export type Pair = { stays: Person; goes: Person };

export type MergeResult =
  | { kind: 'merged'; pair: Pair; promoted: Registration[] }
  /** One went into the other before: the form was sent twice. */
  | { kind: 'merged_already'; staysId: string }
  /** The other one stays by now, or an entry says something else than when the choice was made. */
  | { kind: 'overtaken'; pair: Pair }
  | { kind: 'problems'; pair: Pair; line: CheckedLine }
  | { kind: 'locked'; pair: Pair; why: 'deadline_passed' | 'list_locked' }
  /** The door let both in: they are two people, or one of the scans is wrong. */
  | { kind: 'both_present' };

/**
 * Makes one of two entries of the same person in one list, as somebody chose field by field; never by itself. The
 * earlier place stays, the other is withdrawn and comes free for those who wait.
 */
export async function mergeDelegates(
  context: Context,
  actor: Actor,
  { registrationId, withId, choices, seen, reason }: Merge,
): Promise<MergeResult> {
  const at = instant(context);
  const by = `account:${actor.accountId}`;
  return await context.db.write(async (tx): Promise<MergeResult> => {
    const staysId = await mergedBefore(tx, actor, { registrationId, withId });
    if (staysId !== undefined) return { kind: 'merged_already', staysId };
    const pair = await loadPair(tx, actor, { registrationId, withId });
    if (!pair) return { kind: 'both_present' };
    if (!isAsSeen(pair, seen)) return { kind: 'overtaken', pair };
    const { stays, goes } = pair;
    const { clusterId, unitId, unitName, delegateId } = stays;
    const facts = await loadListFacts(tx, actor, { clusterId, unitId });
    const line = await judgePerson(tx, mergedRow(typedOf(stays), typedOf(goes), choices), {
      facts,
      held: [...stays.categories, ...goes.categories],
      besides: [stays.registrationId, goes.registrationId],
    });
    if (!line.draft) return { kind: 'problems', pair, line };
    const fields = changedFields(stays, line.draft, facts.rules.categories);
    const way = wayInto(actor, facts, at);
    if (way.kind === 'request' && fields.some((field) => WHO_COMES.includes(field))) {
      return { kind: 'locked', pair, why: way.why };
    }
    await updateDelegate(tx, { delegateId, unitName, draft: line.draft });
    await setCategories(tx, stays.registrationId, line.draft.categoryIds);
    const correction = await recordChanges(context, tx, { before: stays, fields });
    await insertWithdrawal(tx, { registrationId: goes.registrationId, at, by: actor.accountId, reason });
    const ids = { goesId: goes.registrationId, staysId: stays.registrationId };
    await insertMerge(tx, { ...ids, clusterId, unitId, at, by: actor.accountId });
    await carryInvitation(context, tx, { pair, facts, email: line.draft.email, at, by: actor.accountId, reason });
    await appendAudit(tx, context.keys.auditMac, {
      at,
      actor: by,
      action: 'delegates_merged',
      subject: `registration:${stays.registrationId}`,
      detail: { unit: unitId, registrations: goes.registrationId, fields: fields.join(','), correction },
    });
    const isFreed = goes.seat === 'seated';
    const promoted = isFreed ? await promoteWaiting(context, tx, { clusterId, unitId, at, actor: by }) : [];
    await settleList(context, tx, { event: facts.event, clusterId, unitId, at, act: 'changed' });
    return { kind: 'merged', pair, promoted };
  });
}

/**
 * Two entries of one list that both hold a place, and which of them stays; undefined when neither may go.
 *
 * @throws NotFound when one is not there for this actor, or they are not of one list
 */
export async function loadPair(
  db: Reader,
  actor: Actor,
  { registrationId, withId }: { registrationId: string; withId: string },
): Promise<Pair | undefined> {
  const [one, other] = [await activePerson(db, actor, registrationId), await activePerson(db, actor, withId)];
  const isOneList = one.clusterId === other.clusterId && one.unitId === other.unitId;
  found(isOneList && one.registrationId !== other.registrationId ? one : undefined);
  const present = new Set((await admissionsOf(db, [registrationId, withId])).map((scan) => scan.registrationId));
  const entryOf = (person: Person) => ({ ...person, isPresent: present.has(person.registrationId) });
  return whoStays(entryOf(one), entryOf(other));
}

/** What the page shows of two entries, and what has to hold when the choice arrives. */
export const seenOf = ({ stays, goes }: Pair): SeenPair => ({
  staysId: stays.registrationId,
  stays: fingerprintOf(stays),
  goes: fingerprintOf(goes),
});

function isAsSeen(pair: Pair, seen: SeenPair): boolean {
  const now = seenOf(pair);
  return now.staysId === seen.staysId && now.stays === seen.stays && now.goes === seen.goes;
}

/**
 * Who is left of two entries of which one has gone into the other already; undefined for two that were never merged.
 *
 * @throws NotFound when one is not there for this actor
 */
export async function mergedBefore(
  db: Reader,
  actor: Actor,
  { registrationId, withId }: { registrationId: string; withId: string },
): Promise<string | undefined> {
  const steps = new Map<string, string[]>();
  for (const id of [registrationId, withId]) {
    found(await personById(db, scopeOf(actor), id));
    steps.set(id, [id, ...(await mergedInto(db, id))]);
  }
  const [one = [], other = []] = steps.values();
  return registrationId !== withId && one.at(-1) === other.at(-1) ? one.at(-1) : undefined;
}

async function activePerson(db: Reader, actor: Actor, registrationId: string): Promise<Person> {
  const person = found(await personById(db, scopeOf(actor), registrationId));
  return found(person.withdrawn ? undefined : person);
}

/** The code of the entry that goes dies. When it was the only one, whoever stays is invited instead. */
async function carryInvitation(
  context: Context,
  tx: Tx,
  { pair, reason, ...holder }: Omit<NewHolder, 'registrationId'> & { pair: Pair; reason: string },
): Promise<void> {
  const { stays, goes } = pair;
  const wasInvited = await hasInvitationInForce(tx, goes.registrationId);
  await revokeInvitationsOf(tx, goes.registrationId, { at: holder.at, why: 'withdrawn', reason });
  if (!wasInvited || stays.seat !== 'seated' || (await hasInvitationInForce(tx, stays.registrationId))) return;
  await inviteHolder(context, tx, { registrationId: stays.registrationId, ...holder });
}
