import { appendAudit } from '../../db/audit.ts';
import { insertRegistrations, lastListOrder } from '../../db/registrations.ts';
import type { Tx } from '../../db/schema.ts';
import { type Context, instant } from '../context.ts';
import type { Actor } from '../domain/account.ts';
import type { TypedRow } from '../domain/delegate-list.ts';
import { planRegistration, type RegistrationPlan } from '../domain/registration-plan.ts';
import { isPastDeadline, type ListFacts, loadListFacts } from './list-facts.ts';
import { settleList } from './settle-list.ts';

export type HandIn = {
  clusterId: string;
  unitId: string | undefined;
  rows: readonly TypedRow[];
  /** Save the good lines and leave out those with an error; otherwise one error keeps the whole list back. */
  onlyValid: boolean;
  /** An organiser's reason for registering a category outside its unit or host. */
  overrideReason: string;
};

export type HandInResult =
  | { kind: 'registered'; plan: RegistrationPlan; ids: Map<number, string> }
  | { kind: 'problems'; plan: RegistrationPlan }
  | { kind: 'deadline_passed'; plan: RegistrationPlan };

/** What would happen now; writes nothing. */
export async function previewRegistration(context: Context, actor: Actor, handIn: HandIn): Promise<HandInResult> {
  const facts = await loadListFacts(context.db.read, actor, asWanted(handIn));
  const plan = planRegistration(handIn.rows, facts.rules, facts.capacity);
  if (isPastDeadline(actor, facts.cluster, instant(context))) return { kind: 'deadline_passed', plan };
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
    if (isPastDeadline(actor, facts.cluster, at)) return { kind: 'deadline_passed', plan };
    if (plan.problems > 0 && !handIn.onlyValid) return { kind: 'problems', plan };
    const ids = await writePlan(context, tx, { actor, facts, plan, at });
    if (ids.size > 0) {
      await settleList(tx, {
        event: facts.event,
        clusterId: facts.cluster.id,
        unitId: facts.unit.unitId,
        at,
        isHandIn: true,
      });
      await appendAudit(tx, context.keys.auditMac, {
        at,
        actor: `account:${actor.accountId}`,
        action: 'delegates_registered',
        subject: `cluster:${facts.cluster.id}`,
        detail: {
          unit: facts.unit.unitId,
          seated: plan.seated,
          waiting: plan.waiting,
          ...(handIn.overrideReason !== '' && { override: handIn.overrideReason }),
        },
      });
    }
    return { kind: 'registered', plan, ids };
  });
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
        delegateId: context.newId(),
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
