import { setupUnits } from '../../../db/events/event-setup.ts';
import { renameUnitRow } from '../../../db/units/unit-changes.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { fieldChanges } from '../../domain/plan/changes.ts';
import { nameProblem } from '../../domain/plan/unit-rules.ts';
import { found } from '../../errors.ts';
import { audited } from '../audited.ts';
import { isStale, type Outcome, versions } from '../events/section.ts';
import { type FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { type Typed, textOf } from '../../domain/words/typed-fields.ts';
import { typedDay, yesterdayOf } from './typed-day.ts';

export type UnitForm = { unitId: string; typed: Typed };

/**
 * The same unit under a new name from a day on. Registrations keep the name they were made under, so old papers stay as
 * they were; the former name is kept with its last day.
 */
export async function renameUnit(context: Context, actor: Actor, { unitId, typed }: UnitForm): Promise<Outcome> {
  return await context.db.write(async (tx): Promise<Outcome> => {
    const units = await setupUnits(tx);
    const unit = found(units.find(({ id }) => id === unitId));
    if (isStale(typed, versions.unit(unit))) return { kind: 'stale' };
    const name = textOf(typed, 'name');
    const day = typedDay(context, typed, 'from');
    const others = units.filter((other) => other !== unit);
    const wrongName = nameProblem({ name, parentId: unit.parentId }, others);
    const problems: FieldProblem[] = wrongName ? [{ field: 'name', problem: wrongName }] : [];
    if (day.kind === 'refused') problems.push({ field: 'from', problem: day.problem });
    if (day.kind === 'refused' || problems.length > 0) return { kind: 'problems', problems };
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
    await audited(context, tx, actor, {
      action: 'unit_renamed',
      subject: `unit:${unitId}`,
      detail: { from: day.date, changes: fieldChanges(unit, { ...unit, name }) },
    });
    return { kind: 'saved' };
  });
}
