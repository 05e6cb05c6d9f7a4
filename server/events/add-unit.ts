import { setupUnits } from '../../db/event-setup.ts';
import { isDuplicate } from '../../db/open.ts';
import { insertUnit } from '../../db/unit-changes.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../domain/account.ts';
import type { SetupUnit } from '../domain/plan/event-setup.ts';
import { unitShape } from '../domain/plan/plan-shape.ts';
import { setUpProblem } from '../domain/plan/set-up-problem.ts';
import { nameProblem } from '../domain/plan/unit-rules.ts';
import { UNIT_LEVELS } from '../domain/unit.ts';
import { fold } from '../domain/vietnamese/fold.ts';
import { type FieldProblem, noteChange, type Outcome } from './section.ts';
import { givenText, type Typed, textOf } from './typed.ts';

/** A unit of any level, under another or under none. Its code is made from its name when nobody gives one. */
export async function addUnit(context: Context, actor: Actor, typed: Typed): Promise<Outcome<{ unitId: string }>> {
  const id = context.newId();
  try {
    return await context.db.write(async (tx): Promise<Outcome<{ unitId: string }>> => {
      const units = await setupUnits(tx);
      const { unit, problems } = readUnit(typed, units);
      if (!unit || problems.length > 0) return { kind: 'problems', problems };
      await insertUnit(tx, { id, ...unit });
      const detail = { code: unit.code, level: unit.level };
      await noteChange(context, tx, actor, { action: 'unit_added', subject: `unit:${id}`, detail });
      return { kind: 'saved', unitId: id };
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const problem = setUpProblem('code_taken', { code: textOf(typed, 'unit.code') });
    return { kind: 'problems', problems: [{ field: 'unit.code', problem }] };
  }
}

function readUnit(typed: Typed, units: readonly SetupUnit[]) {
  const name = textOf(typed, 'unit.name');
  const level = UNIT_LEVELS.find((known) => known === typed.get('unit.level')) ?? 'other';
  const parent = units.find(({ id }) => id === typed.get('unit.parent'));
  const problems: FieldProblem[] = [];
  const wrongName = nameProblem({ name, parentId: parent?.id }, units);
  if (wrongName) problems.push({ field: 'unit.name', problem: wrongName });
  const code = givenText(typed, 'unit.code') ?? freeCode(slug(name), units);
  if (units.some((unit) => unit.code === code)) {
    problems.push({ field: 'unit.code', problem: setUpProblem('code_taken', { code }) });
  }
  const shaped = unitShape.safeParse({ code, name, level });
  if (!shaped.success && problems.length === 0) {
    problems.push({ field: 'unit.code', problem: setUpProblem('code_unreadable', { found: code }) });
  }
  return { unit: shaped.success ? { ...shaped.data, parentId: parent?.id } : undefined, problems };
}

/** `Phường Tân An` → `phuong-tan-an` */
export const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/** The wanted code, with a number behind it when it is taken. */
export function freeCode(wanted: string, taken: readonly { code: string }[]): string {
  const isTaken = (code: string) => taken.some((other) => other.code === code);
  const start = wanted === '' ? 'x' : wanted;
  let code = start;
  for (let number = 2; isTaken(code); number += 1) code = `${start}-${number}`;
  return code;
}
