import { insertRegistrations, lastListOrder } from '../../../db/people/registration-writes.ts';
import type { Tx } from '../../../db/schema.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, isRegistrar } from '../../domain/account.ts';
import type { TypedRow } from '../../domain/list/row.ts';
import { planRegistration, type RegistrationPlan } from '../../domain/list/registration-plan.ts';
import { audited } from '../audited.ts';
import { settleList } from './settle-list.ts';
import { type ListFacts, loadListFacts, wayInto } from './list-facts.ts';
import { settleDraft } from './settle-draft.ts';

export type HandIn = {
  clusterId: string;
  unitId: string | undefined;
  rows: readonly TypedRow[];
  /** Save the good lines and leave out those with an error; otherwise one error keeps the whole list back. */
  onlyValid: boolean;
  /** An organiser's reason for registering a category outside its unit or host. */
  overrideReason: string;
  /** The version of the draft that the rows were typed in, if they were. */
  draftVersion?: number | undefined;
  /** Lines with an error that are left out stay in the draft, for somebody to fix them at the desk. */
  keepsErrors?: boolean;
};

export type HandInResult =
  | { kind: 'registered'; plan: RegistrationPlan; ids: Map<number, string> }
  | { kind: 'problems'; plan: RegistrationPlan }
  /** The lines with an error would be lost: the draft they should stay in is full. */
  | { kind: 'draft_full'; plan: RegistrationPlan }
  /** The list takes no rows directly any more; they can be asked for (see request-change). */
  | { kind: 'deadline_passed' | 'list_locked'; plan: RegistrationPlan };

/** What would happen now; writes nothing. */
export async function previewRegistration(context: Context, actor: Actor, handIn: HandIn): Promise<HandInResult> {
  const facts = await loadListFacts(context.db.read, actor, asWanted(handIn));
  return judgeHandIn(actor, facts, { rows: handIn.rows, at: instant(context) });
}

/** The same on facts that a page has loaded already. */
export function judgeHandIn(
  actor: Actor,
  facts: ListFacts,
  { rows, at }: { rows: readonly TypedRow[]; at: string },
): HandInResult {
  const plan = planRegistration(rows, facts.rules, facts.capacity);
  const way = wayInto(actor, facts, at);
  if (way.kind === 'request') return { kind: way.why, plan };
  return plan.problems > 0 ? { kind: 'problems', plan } : { kind: 'registered', plan, ids: new Map() };
}

/**
 * Plans and writes in one transaction: the counts are read where they are changed, so the last places go exactly once
 * however many hand in at the same moment.
 */
export async function registerDelegates(context: Context, actor: Actor, handIn: HandIn): Promise<HandInResult> {
  const at = instant(context);
  return await context.db.write(async (tx) => {
    const facts = await loadListFacts(tx, actor, asWanted(handIn));
    const plan = planRegistration(handIn.rows, facts.rules, facts.capacity);
    const way = wayInto(actor, facts, at);
    if (way.kind === 'request') return { kind: way.why, plan };
    if (plan.problems > 0 && !handIn.onlyValid) return { kind: 'problems', plan };
    const detail = handIn.overrideReason === '' ? {} : { override: handIn.overrideReason };
    const { draftVersion, keepsErrors = false } = handIn;
    const hasRoom = await settleDraft(tx, { actor, facts, plan, draftVersion, keepsErrors, at });
    if (!hasRoom) return { kind: 'draft_full', plan };
    const ids = await carryOutPlan(context, tx, { actor, facts, plan, at, detail });
    return { kind: 'registered', plan, ids };
  });
}

/**
 * Writes what a plan says, on the facts it was made from: seats, list state, audit. A returned list whose rows are all
 * there already counts as handed in again.
 */
export async function carryOutPlan(
  context: Context,
  tx: Tx,
  {
    actor,
    facts,
    plan,
    at,
    detail,
    isDecided = false,
  }: {
    actor: Actor;
    facts: ListFacts;
    plan: RegistrationPlan;
    at: string;
    detail: Record<string, string>;
    /** A person of the organiser has just looked at these rows, so an accepted list stays accepted. */
    isDecided?: boolean;
  },
): Promise<Map<number, string>> {
  const { event, cluster, unit } = facts;
  const ids = await writePlan(context, tx, { actor, facts, plan, at });
  // Only its unit hands a returned list in again; what the organiser adds to it meanwhile does not answer the reason.
  const isReturned = unit.listState === 'returned';
  const isAnswered = isReturned && isRegistrar(actor);
  if (ids.size === 0 && !isAnswered) return ids;
  const isKept = isReturned ? !isAnswered : isDecided && unit.listState === 'accepted';
  await audited(context, tx, actor, {
    action: ids.size > 0 ? 'delegates_registered' : 'list_handed_in_again',
    subject: `cluster:${cluster.id}`,
    detail: {
      unit: unit.unitId,
      ...(ids.size > 0 && { seated: plan.seated, waiting: plan.waiting }),
      ...detail,
    },
  });
  await settleList(context, tx, {
    event,
    clusterId: cluster.id,
    unitId: unit.unitId,
    at,
    act: isKept ? 'changed' : 'handed_in',
  });
  return ids;
}

const asWanted = ({ clusterId, unitId, overrideReason }: HandIn) => ({
  clusterId,
  unitId,
  overrides: overrideReason.trim() !== '',
});

async function writePlan(
  context: Context,
  tx: Tx,
  { actor, facts, plan, at }: { actor: Actor; facts: ListFacts; plan: RegistrationPlan; at: string },
): Promise<Map<number, string>> {
  const { event, cluster, unit } = facts;
  const ids = new Map<number, string>();
  const last = await lastListOrder(tx, cluster.id, unit.unitId);
  const registrations = plan.lines.flatMap((line) => {
    if (line.kind !== 'seated' && line.kind !== 'waiting') return [];
    const id = context.newId();
    ids.set(line.line, id);
    return [
      {
        id,
        // A guest of the city who is in another cluster is entered once, with the details they have there.
        delegateId: line.draft.delegateId ?? context.newId(),
        isKnownDelegate: line.draft.delegateId !== undefined,
        eventId: event.id,
        clusterId: cluster.id,
        unit: { id: unit.unitId, name: unit.unitName },
        draft: line.draft,
        seat: line.kind,
        listOrder: last + ids.size,
        at,
        by: actor.accountId,
      },
    ];
  });
  await insertRegistrations(tx, registrations);
  return ids;
}
