import { setupUnits } from '../../../db/events/event-setup.ts';
import { setEnd } from '../../../db/units/unit-changes.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import type { SetupUnit } from '../../domain/plan/event-setup.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { isStanding } from '../../domain/plan/unit-rules.ts';
import { found } from '../../errors.ts';
import type { UnitForm } from './rename-unit.ts';
import { audited } from '../audited.ts';
import { isStale, type Outcome, versions } from '../events/section.ts';
import { type FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { typedDay, yesterdayOf } from './typed-day.ts';

/**
 * A unit ends and another takes over from a day on. What was registered stays with the old one; it joins no further
 * cluster, and next year's event puts the successor in its place.
 */
export async function mergeUnit(context: Context, actor: Actor, { unitId, typed }: UnitForm): Promise<Outcome> {
  return await context.db.write(async (tx): Promise<Outcome> => {
    const units = await setupUnits(tx);
    const unit = found(units.find(({ id }) => id === unitId));
    if (isStale(typed, versions.unit(unit)) || !isStanding(unit)) return { kind: 'stale' };
    const successor = units.find(({ id }) => id === typed.get('successor'));
    const problem = successorProblem(unit.id, successor);
    const day = typedDay(context, typed, 'mergedFrom');
    const problems: FieldProblem[] = problem ? [{ field: 'successor', problem }] : [];
    if (day.kind === 'refused') problems.push({ field: 'mergedFrom', problem: day.problem });
    if (!successor || day.kind === 'refused' || problems.length > 0) return { kind: 'problems', problems };
    await setEnd(tx, unitId, { successorId: successor.id, lastDay: yesterdayOf(day.date) });
    await audited(context, tx, actor, {
      action: 'unit_merged',
      subject: `unit:${unitId}`,
      detail: { successor: successor.id, from: day.date },
    });
    return { kind: 'saved' };
  });
}

/** Only a unit that has not ended can take over, so mergers never run in a circle. */
function successorProblem(unitId: string, successor: SetupUnit | undefined) {
  if (!successor) return setUpProblem('successor_missing', {});
  if (successor.id === unitId) return setUpProblem('successor_is_itself', {});
  if (successor.successorId !== undefined) return setUpProblem('successor_was_merged', { name: successor.name });
  return isStanding(successor) ? undefined : setUpProblem('successor_ended', { name: successor.name });
}
