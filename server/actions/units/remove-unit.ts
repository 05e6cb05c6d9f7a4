import { setupUnits } from '../../../db/events/event-setup.ts';
import { isReferenced } from '../../../db/engine/index.ts';
import { deleteUnit, unitUses } from '../../../db/units/unit-changes.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { isUsed } from '../../domain/plan/unit-rules.ts';
import { found } from '../../errors.ts';
import type { UnitForm } from './rename-unit.ts';
import { audited } from '../audited.ts';
import { isStale, type Outcome, versions } from '../events/section.ts';

/** A unit that was added by mistake. One that anything names stays: it can be ended, and old papers keep its name. */
export async function removeUnit(context: Context, actor: Actor, { unitId, typed }: UnitForm): Promise<Outcome> {
  const inUse = (): Outcome => ({
    kind: 'problems',
    problems: [{ field: 'form', problem: setUpProblem('unit_used', {}) }],
  });
  try {
    return await context.db.write(async (tx): Promise<Outcome> => {
      const unit = found((await setupUnits(tx)).find(({ id }) => id === unitId));
      if (isStale(typed, versions.unit(unit))) return { kind: 'stale' };
      if (isUsed(await unitUses(tx, unitId))) return inUse();
      await deleteUnit(tx, unitId);
      const { code, level } = unit;
      await audited(context, tx, actor, {
        action: 'unit_removed',
        subject: `unit:${unitId}`,
        detail: { code, level },
      });
      return { kind: 'saved' };
    });
  } catch (error) {
    if (!isReferenced(error)) throw error;
    return inUse();
  }
}
