import { setupUnits } from '../../../db/events/event-setup.ts';
import { setEnd } from '../../../db/units/unit-changes.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { isStanding, nameProblem } from '../../domain/plan/unit-rules.ts';
import { found } from '../../errors.ts';
import type { UnitForm } from './rename-unit.ts';
import { audited } from '../audited.ts';
import { isStale, type Outcome, versions } from '../events/section.ts';

/** Takes a merger or an end back that was noted by mistake, unless another unit bears the name by now. */
export async function restoreUnit(context: Context, actor: Actor, { unitId, typed }: UnitForm): Promise<Outcome> {
  return await context.db.write(async (tx): Promise<Outcome> => {
    const units = await setupUnits(tx);
    const unit = found(units.find(({ id }) => id === unitId));
    if (isStale(typed, versions.unit(unit))) return { kind: 'stale' };
    if (isStanding(unit)) return { kind: 'saved' };
    const others = units.filter((other) => other !== unit);
    const problem = nameProblem(unit, others);
    if (problem) return { kind: 'problems', problems: [{ field: 'form', problem }] };
    await setEnd(tx, unitId, undefined);
    await audited(context, tx, actor, { action: 'unit_restored', subject: `unit:${unitId}` });
    return { kind: 'saved' };
  });
}
