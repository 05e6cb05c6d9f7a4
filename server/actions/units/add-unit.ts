import { setupUnits } from '../../../db/events/event-setup.ts';
import type { Tx } from '../../../db/schema.ts';
import { insertUnit, type NewUnit } from '../../../db/units/unit-changes.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import type { SetupUnit } from '../../domain/plan/event-setup.ts';
import { codeProblem, nameProblem, parentProblem } from '../../domain/plan/unit-rules.ts';
import { UNIT_LEVELS } from '../../domain/unit.ts';
import { fold } from '../../domain/vietnamese/fold.ts';
import { audited } from '../audited.ts';
import { type Outcome } from '../events/section.ts';
import { type FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { givenText, type Typed, textOf } from '../../domain/words/typed-fields.ts';

/** A unit of any level, under another or under none. Its code is made from its name when none is given. */
export async function addUnit(context: Context, actor: Actor, typed: Typed): Promise<Outcome<{ unitId: string }>> {
  const id = context.newId();
  return await context.db.write(async (tx): Promise<Outcome<{ unitId: string }>> => {
    const { unit, problems } = readUnit(typed, await setupUnits(tx));
    if (problems.length > 0) return { kind: 'problems', problems };
    await writeUnit(context, tx, actor, { id, ...unit });
    return { kind: 'saved', unitId: id };
  });
}

export async function writeUnit(context: Context, tx: Tx, actor: Actor, unit: NewUnit): Promise<void> {
  await insertUnit(tx, unit);
  const detail = { code: unit.code, level: unit.level };
  await audited(context, tx, actor, { action: 'unit_added', subject: `unit:${unit.id}`, detail });
}

function readUnit(typed: Typed, units: readonly SetupUnit[]) {
  const name = textOf(typed, 'unit.name');
  const level = UNIT_LEVELS.find((known) => known === typed.get('unit.level')) ?? 'other';
  const wanted = typed.get('unit.parent') ?? '';
  const parentId = wanted === '' ? undefined : wanted;
  const code = givenText(typed, 'unit.code') ?? freeCode(slug(name), units);
  const found = {
    'unit.name': nameProblem({ name, parentId }, units),
    'unit.parent': parentProblem({ level, wanted }, units),
    'unit.code': codeProblem(code, units),
  };
  const problems = Object.entries(found).flatMap(([field, problem]): FieldProblem[] =>
    problem ? [{ field, problem }] : [],
  );
  return { unit: { code, name, level, parentId }, problems };
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
