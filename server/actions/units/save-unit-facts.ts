import { setupUnits } from '../../../db/events/event-setup.ts';
import { setUnitFacts } from '../../../db/units/unit-changes.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { fieldChanges } from '../../domain/plan/changes.ts';
import type { SetupUnit } from '../../domain/plan/event-setup.ts';
import { codeProblem, levelProblem, nameProblem, parentProblem } from '../../domain/plan/unit-rules.ts';
import { UNIT_LEVELS } from '../../domain/unit.ts';
import { found } from '../../errors.ts';
import type { UnitForm } from './rename-unit.ts';
import { audited } from '../audited.ts';
import { isStale, type Outcome, versions } from '../events/section.ts';
import { type FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { type Typed, textOf } from '../../domain/words/typed-fields.ts';

type Facts = Pick<SetupUnit, 'level' | 'parentId' | 'code'>;

/** Level, parent and code as they should have been from the start: a slip is fixed, nothing of the past changes. */
export async function saveUnitFacts(context: Context, actor: Actor, { unitId, typed }: UnitForm): Promise<Outcome> {
  return await context.db.write(async (tx): Promise<Outcome> => {
    const units = await setupUnits(tx);
    const unit = found(units.find(({ id }) => id === unitId));
    if (isStale(typed, versions.unit(unit))) return { kind: 'stale' };
    const facts = readFacts(unit, typed);
    const said = ({ level, parentId, code }: Facts) => ({
      level,
      parent: units.find(({ id }) => id === parentId)?.name,
      code,
    });
    const changes = fieldChanges(said(unit), said(facts));
    if (changes.length === 0) return { kind: 'saved' };
    const problems = factProblems(unit, facts, units);
    if (problems.length > 0) return { kind: 'problems', problems };
    await setUnitFacts(tx, unitId, facts);
    const subject = `unit:${unitId}`;
    await audited(context, tx, actor, { action: 'unit_corrected', subject, detail: { changes } });
    return { kind: 'saved' };
  });
}

const readFacts = (unit: SetupUnit, typed: Typed): Facts => ({
  level: UNIT_LEVELS.find((known) => known === typed.get('level')) ?? unit.level,
  parentId: typed.get('parent') || undefined,
  code: textOf(typed, 'code'),
});

/** A unit whose place stays is not judged by it: a plan file may have put it where no screen would. */
function factProblems(unit: SetupUnit, { level, parentId, code }: Facts, units: readonly SetupUnit[]): FieldProblem[] {
  const others = units.filter((other) => other !== unit);
  const isMoved = parentId !== unit.parentId;
  const isPlaced = isMoved || level !== unit.level;
  const found = {
    level: isPlaced ? levelProblem(unit.id, level, units) : undefined,
    parent: isPlaced ? parentProblem({ id: unit.id, level, wanted: parentId ?? '' }, units) : undefined,
    code: codeProblem(code, others),
  };
  const twin = isMoved && !found.parent ? nameProblem({ name: unit.name, parentId }, others) : undefined;
  return Object.entries({ ...found, parent: found.parent ?? twin }).flatMap(([field, problem]) =>
    problem ? [{ field, problem }] : [],
  );
}
