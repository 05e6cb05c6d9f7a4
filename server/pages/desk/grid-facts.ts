/** What the grid in the browser needs to judge as the server will: the rules, the counts, the words. */
import type { Registration } from '../../../db/people/registrations.ts';
import type { ListRules } from '../../domain/list/rules.ts';
import type { Problem, ProblemCode } from '../../domain/list/problem.ts';
import type { GridFacts } from '../../domain/list/desk-grid.ts';
import type { Words } from '../../i18n/catalogue.ts';
import type { GridTexts, ProblemTemplates } from '../../i18n/vi/desk.ts';
import { MOST_ROWS } from '../../domain/list/row-limits.ts';
import type { ListFacts } from '../../actions/lists/list-facts.ts';
import { links } from '../links.ts';

export function gridFacts(
  facts: ListFacts,
  { registrations, deskUrl }: { registrations: readonly Registration[]; deskUrl: string },
): GridFacts {
  const { cluster, unit, rules, capacity } = facts;
  return {
    rules: { ...rules, known: rules.known.map(bare) },
    capacity,
    min: cluster.min,
    byCategory: countByCategory(registrations),
    mostRows: MOST_ROWS,
    zone: cluster.zone,
    unitId: unit.unitId,
    draftUrl: links.draft(cluster.id),
    deskUrl,
  };
}

export const gridTexts = (t: Words): GridTexts => ({
  ...t.desk.grid,
  columns: t.registration.columns,
  problems: problemTemplates(t),
});

/** Only what the duplicate rule reads. */
const bare = ({ fullName, nameFolded, position, workplace, details = '' }: ListRules['known'][number]) => ({
  fullName,
  nameFolded,
  position,
  workplace,
  details,
});

export function countByCategory(registrations: readonly Registration[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of registrations.flatMap((registration) => registration.categoryCodes)) {
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** The very sentences of the review page, with `{name}` where a name will stand: browser and server say the same. */
export function problemTemplates(t: Words): ProblemTemplates {
  const { problems } = t.registration;
  const sentence = (code: ProblemCode, where: string) => problems[code](slots(where));
  const entries = (Object.keys(problems) as ProblemCode[]).map((code) => [
    code,
    { list: sentence(code, 'list'), registered: sentence(code, 'registered') },
  ]);
  return Object.fromEntries(entries) as ProblemTemplates;
}

/** Answers every detail with its own name in braces, whichever details a sentence asks for. */
const slots = (where: string): NonNullable<Problem['detail']> =>
  new Proxy<Record<string, string>>({}, { get: (_, name) => (name === 'where' ? where : `{${String(name)}}`) });
