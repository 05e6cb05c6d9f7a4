import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plan, planShape } from '../../server/domain/plan/plan-shape.ts';
import { root } from '../../server/root.ts';

export const planFile = (name: 'cchc-2023' | 'cchc-2023.corrected'): string =>
  join(root, 'scripts', 'plans', `${name}.json`);

/** The plan exactly as the document of 2023 has it: two of its years are wrong. */
export const planAsWritten = (): unknown => JSON.parse(readFileSync(planFile('cchc-2023'), 'utf8'));

/** A fresh copy of the corrected plan, to be spoilt by a test. */
export const correctedPlan = (): Plan =>
  planShape.parse(JSON.parse(readFileSync(planFile('cchc-2023.corrected'), 'utf8')));
