import { setupUnits } from '../../db/event-setup.ts';
import { renameUnitRow } from '../../db/unit-changes.ts';
import { type Context, instant } from '../context.ts';
import type { Actor } from '../domain/account.ts';
import { setUpProblem } from '../domain/plan/set-up-problem.ts';
import { found } from '../http/errors.ts';
import { isStale, noteChange, type Outcome, versions } from './section.ts';
import { type Typed, textOf } from './typed.ts';
import { typedDay, yesterdayOf } from './typed-day.ts';

export type UnitForm = { unitId: string; typed: Typed };

/**
 * The same unit under a new name from a day on. Registrations keep the name they were made under, so old papers stay as
 * they were; the former name is kept with its last day.
 */
export async function renameUnit(context: Context, actor: Actor, { unitId, typed }: UnitForm): Promise<Outcome> {
  return await context.db.write(async (tx): Promise<Outcome> => {
    const unit = found((await setupUnits(tx)).find(({ id }) => id === unitId));
    if (isStale(typed, versions.unit(unit))) return { kind: 'stale' };
    const name = textOf(typed, 'name').slice(0, 300);
    const day = typedDay(context, typed, 'from');
    if (name === '')
      return { kind: 'problems', problems: [{ field: 'name', problem: setUpProblem('unit_name_missing', {}) }] };
    if (day.kind === 'unreadable') {
      return { kind: 'problems', problems: [{ field: 'from', problem: setUpProblem('day_unreadable', day) }] };
    }
    if (name === unit.name) return { kind: 'saved' };
    await renameUnitRow(tx, {
      id: context.newId(),
      unitId,
      oldName: unit.name,
      name,
      from: day.date,
      until: yesterdayOf(day.date),
      at: instant(context),
    });
    await noteChange(context, tx, actor, {
      action: 'unit_renamed',
      subject: `unit:${unitId}`,
      detail: { from: day.date },
    });
    return { kind: 'saved' };
  });
}
