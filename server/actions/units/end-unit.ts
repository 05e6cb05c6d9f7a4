import { setupUnits } from '../../../db/events/event-setup.ts';
import { setEnd } from '../../../db/units/unit-changes.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { isStanding } from '../../domain/plan/unit-rules.ts';
import { found } from '../../errors.ts';
import type { UnitForm } from './rename-unit.ts';
import { audited } from '../audited.ts';
import { isStale, type Outcome, versions } from '../events/section.ts';
import { typedDay, yesterdayOf } from './typed-day.ts';

/**
 * A unit that ends and has no successor, as the districts did on 1 July 2025. What was registered stays with it; it is
 * offered nowhere any more.
 */
export async function endUnit(context: Context, actor: Actor, { unitId, typed }: UnitForm): Promise<Outcome> {
  return await context.db.write(async (tx): Promise<Outcome> => {
    const unit = found((await setupUnits(tx)).find(({ id }) => id === unitId));
    if (isStale(typed, versions.unit(unit)) || !isStanding(unit)) return { kind: 'stale' };
    const day = typedDay(context, typed, 'endedFrom');
    if (day.kind === 'refused') return { kind: 'problems', problems: [{ field: 'endedFrom', problem: day.problem }] };
    await setEnd(tx, unitId, { lastDay: yesterdayOf(day.date), successorId: undefined });
    await audited(context, tx, actor, {
      action: 'unit_ended',
      subject: `unit:${unitId}`,
      detail: { from: day.date },
    });
    return { kind: 'saved' };
  });
}
