import { setupUnits } from '../../../db/events/event-setup.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { MOST_LINES, readUnitLines } from '../../domain/plan/pasted-units.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { parentProblem } from '../../domain/plan/unit-rules.ts';
import { UNIT_LEVELS } from '../../domain/unit.ts';
import { freeCode, slug, writeUnit } from './add-unit.ts';
import type { Outcome } from '../events/section.ts';
import type { FieldProblem } from '../../domain/plan/set-up-problem.ts';
import type { Typed } from '../../domain/words/typed-fields.ts';

/** The field under which a line's problem is shown. */
export const lineField = (line: number): string => `line.${line}`;

/** Many units at once, all of one level below one parent: all of them or, while one line is wrong, none. */
export async function addUnits(context: Context, actor: Actor, typed: Typed): Promise<Outcome<{ count: number }>> {
  return await context.db.write(async (tx): Promise<Outcome<{ count: number }>> => {
    const units = await setupUnits(tx);
    const level = UNIT_LEVELS.find((known) => known === typed.get('many.level')) ?? 'other';
    const wanted = typed.get('many.parent') ?? '';
    const parentId = wanted || undefined;
    const { lines, problems: wrong } = readUnitLines(typed.get('names') ?? '', { parentId, units });
    const problems: FieldProblem[] = [];
    const parent = parentProblem({ level, wanted }, units);
    if (parent) problems.push({ field: 'many.parent', problem: parent });
    if (lines.length === 0) problems.push({ field: 'names', problem: setUpProblem('unit_lines_missing', {}) });
    if (lines.length > MOST_LINES) {
      const detail = { count: lines.length, most: MOST_LINES };
      return { kind: 'problems', problems: [{ field: 'names', problem: setUpProblem('unit_lines_too_many', detail) }] };
    }
    problems.push(...wrong.map(({ line, problem }) => ({ field: lineField(line), problem })));
    if (problems.length > 0) return { kind: 'problems', problems };
    const codes: { code: string }[] = [...units];
    for (const { name } of lines) {
      const code = freeCode(slug(name), codes);
      codes.push({ code });
      await writeUnit(context, tx, actor, { id: context.newId(), code, name, level, parentId });
    }
    return { kind: 'saved', count: lines.length };
  });
}
