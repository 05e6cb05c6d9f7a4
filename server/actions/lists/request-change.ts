import { insertChangeRequest, sameOpenRequest } from '../../../db/lists/change-requests.ts';
import type { KnownPerson } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import type { TypedRow } from '../../domain/list/row.ts';
import { planRegistration, type RegistrationPlan } from '../../domain/list/registration-plan.ts';
import { audited } from '../audited.ts';
import { type ListFacts, loadListFacts, wayInto } from './list-facts.ts';
import { settleDraft } from './settle-draft.ts';

export type ChangeWish = {
  clusterId: string;
  unitId: string | undefined;
  rows: readonly TypedRow[];
  reason: string;
  /** The version of the draft that the rows were typed in, if they were. */
  draftVersion?: number | undefined;
};

export type ChangeWishResult =
  | { kind: 'asked'; id: string; plan: RegistrationPlan; isNew: boolean }
  /** Nothing keeps the rows from going in directly. */
  | { kind: 'not_needed'; plan: RegistrationPlan }
  | { kind: 'problems'; plan: RegistrationPlan }
  /** Namesakes are on the list, and the clerk has not said that these are other people. */
  | { kind: 'namesakes'; plan: RegistrationPlan; people: KnownPerson[] }
  /** Everybody named is on the list already. */
  | { kind: 'nothing_new'; plan: RegistrationPlan };

/**
 * Keeps rows that may not go in directly, with the reason, for the organiser to decide on. Nobody is seated and no place
 * is held: the rule runs when the request is approved. The same rows sent twice are one request.
 */
export async function requestChange(context: Context, actor: Actor, wish: ChangeWish): Promise<ChangeWishResult> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<ChangeWishResult> => {
    const facts = await loadListFacts(tx, actor, wish);
    const plan = planRegistration(wish.rows, facts.rules, facts.capacity);
    if (wayInto(actor, facts, at).kind === 'direct') return { kind: 'not_needed', plan };
    if (plan.problems > 0) return { kind: 'problems', plan };
    if (plan.seated + plan.waiting === 0) return { kind: 'nothing_new', plan };
    const people = unansweredNamesakes(facts, plan);
    if (people.length > 0) return { kind: 'namesakes', plan, people };
    // Delegates already on the list are not requested: the organiser reads how many are to come.
    const rows = plan.lines.filter(({ kind }) => kind === 'seated' || kind === 'waiting').map(({ typed }) => typed);
    const request = { clusterId: facts.cluster.id, unitId: facts.unit.unitId, rows };
    const before = await sameOpenRequest(tx, request);
    if (before !== undefined) return { kind: 'asked', id: before, plan, isNew: false };
    const id = context.newId();
    await insertChangeRequest(tx, { ...request, id, reason: wish.reason, at, by: actor.accountId });
    await settleDraft(tx, { actor, facts, plan, draftVersion: wish.draftVersion, at });
    await audited(context, tx, actor, {
      action: 'change_requested',
      subject: `cluster:${facts.cluster.id}`,
      detail: { unit: facts.unit.unitId, request: id, rows: rows.length, reason: wish.reason },
    });
    return { kind: 'asked', id, plan, isNew: true };
  });
}

/**
 * Whoever on the list has the name of a line that is to come. A changed line of somebody who is there would be approved
 * as one more person, so the unit says first which it is: on the page of the person, or with the answer "two people".
 */
function unansweredNamesakes({ rules }: ListFacts, plan: RegistrationPlan): KnownPerson[] {
  const names = new Set(
    plan.lines.flatMap((line) =>
      (line.kind === 'seated' || line.kind === 'waiting') && line.typed.anotherPerson !== true
        ? [line.draft.nameFolded]
        : [],
    ),
  );
  return rules.known.filter(({ nameFolded }) => names.has(nameFolded));
}
