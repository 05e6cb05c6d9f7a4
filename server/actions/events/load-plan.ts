import { eventIdByCode, type InsertedPlan, insertPlan } from '../../../db/events/plans.ts';
import { type Context, instant } from '../../context.ts';
import { readPlan } from '../../domain/plan/check-plan.ts';
import type { PlanProblem } from '../../domain/plan/plan-problem.ts';
import type { Plan } from '../../domain/plan/plan-shape.ts';
import { type AuditActor, audited } from '../audited.ts';

export type PlanLoading =
  | ({ kind: 'loaded'; plan: Plan; warnings: PlanProblem[] } & InsertedPlan)
  | { kind: 'refused'; problems: PlanProblem[] }
  | { kind: 'event_exists'; code: string };

/**
 * Checks a plan and writes it whole or not at all. A plan is loaded once: what changed later is corrected in the
 * system, where it is seen by those it concerns.
 *
 * @param raw the parsed JSON of a plan file
 */
export async function loadPlan(
  context: Context,
  { raw, actor }: { raw: unknown; actor: AuditActor },
): Promise<PlanLoading> {
  const reading = readPlan(raw);
  if (reading.kind === 'refused') return reading;
  const { plan, warnings } = reading;
  const at = instant(context);
  return await context.db.write(async (tx): Promise<PlanLoading> => {
    if (await eventIdByCode(tx, plan.event.code)) return { kind: 'event_exists', code: plan.event.code };
    const inserted = await insertPlan(tx, { plan, newId: context.newId, at });
    await audited(context, tx, actor, {
      action: 'plan_loaded',
      subject: `event:${inserted.eventId}`,
      detail: {
        units: plan.units.length - inserted.reusedUnits,
        clusters: plan.clusters.length,
        categories: plan.categories.length,
        agendaItems: plan.agenda.length,
      },
    });
    return { kind: 'loaded', plan, warnings, ...inserted };
  });
}
