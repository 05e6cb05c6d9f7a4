/** `npm run plan -- FILE`: loads an event from a plan file, or names everything that keeps it out. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError, readConfig } from '../server/config.ts';
import { createContext } from '../server/create-context.ts';
import { clock, type Language, longDate, shortDate } from '../server/domain/words/document-date.ts';
import { clusterTimes } from '../server/domain/plan/cluster-times.ts';
import { readPlanJson } from '../server/domain/plan/plan-json.ts';
import { isBlocking, type PlanProblem } from '../server/domain/plan/plan-problem.ts';
import { loadPlan, type PlanLoading } from '../server/actions/events/load-plan.ts';
import { wordsIn } from '../server/i18n/catalogue.ts';
import { planSentence } from '../server/i18n/plan-sentence.ts';
import type { PlanWords } from '../server/i18n/vi/plan.ts';
import { root } from '../server/root.ts';

const languages: readonly Language[] = ['vi', 'en'];
const inBoth = (say: (words: PlanWords, language: Language) => string): string =>
  languages.map((language) => say(wordsIn(language).plan, language)).join('\n');

function refuse(text: string): never {
  console.error(text);
  process.exit(1);
}

async function main(): Promise<void> {
  const [name] = process.argv.slice(2);
  if (!name) refuse(inBoth((words) => words.usage));
  const json = readPlanJson(readText(name));
  if (json.kind === 'not_json') refuse(refusal([json.problem]));
  const config = readConfig(process.env, root);
  mkdirSync(config.dataDir, { recursive: true });
  const context = await createContext(config);
  const result = await loadPlan(context, { raw: json.value, actor: 'system' }).finally(() => context.db.close());
  switch (result.kind) {
    case 'refused':
      return refuse(refusal(result.problems));
    case 'event_exists':
      return refuse(inBoth((words) => words.eventExists(result.code)));
    case 'loaded':
      console.log(`${languages.map((language) => summary(result, language)).join('\n\n')}${listed(result.warnings)}`);
      return;
    default:
      return result satisfies never;
  }
}

/** npm runs scripts in the project's folder; a relative name is meant from where the person stands. */
function readText(name: string): string {
  const standing = resolve(process.env['INIT_CWD'] ?? '', name);
  try {
    return readFileSync(existsSync(standing) ? standing : resolve(name), 'utf8');
  } catch {
    return refuse(inBoth((words) => words.unreadable(name)));
  }
}

function refusal(problems: readonly PlanProblem[]): string {
  const blocks = problems.filter(isBlocking);
  const warnings = problems.filter((problem) => !isBlocking(problem));
  return `${inBoth((words) => words.refused(blocks.length, warnings.length))}${listed([...blocks, ...warnings])}`;
}

/** Each problem in Vietnamese behind its place, then in English below. */
function listed(problems: readonly PlanProblem[]): string {
  const [vi, en] = [wordsIn('vi').plan, wordsIn('en').plan];
  const lines = problems.map((problem) => {
    const place = problem.path === '' ? '' : `${problem.path}: `;
    const kind = isBlocking(problem) ? 'block' : 'warning';
    const english = planSentence(en.problems, problem);
    return `${vi[kind]}  ${place}${planSentence(vi.problems, problem)}\n      ${en[kind]}: ${english}`;
  });
  return lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
}

function summary(loaded: Extract<PlanLoading, { kind: 'loaded' }>, language: Language): string {
  const { plan, reusedUnits } = loaded;
  const words = wordsIn(language).plan;
  const nameOf = (code: string) => plan.units.find((unit) => unit.code === code)?.name ?? code;
  const clusters = plan.clusters.flatMap((cluster) => {
    const times = clusterTimes(cluster, plan.event);
    const units = cluster.units.map(({ code, quota }) => {
      const host = code === cluster.host ? ` (${words.host})` : '';
      return `${nameOf(code)}${host} ${quota}`;
    });
    const sum = cluster.units.reduce((total, unit) => total + unit.quota, 0);
    const deadline = (time: typeof times.startsAt) => `${clock(time)} ${shortDate(time)}`;
    const hours = `${cluster.startsAt}–${cluster.endsAt}`;
    return [
      words.cluster(cluster.number, longDate(times.startsAt, language), hours, cluster.venue),
      `    ${words.quotas(units.join(' + '), sum, cluster.min, cluster.max)}`,
      `    ${words.deadlines(deadline(times.registrationDeadline), deadline(times.answerDeadline))}`,
    ];
  });
  const count = (level: string) => plan.units.filter((unit) => unit.level === level).length;
  const counts = { city: count('city'), district: count('district'), commune: count('commune'), other: count('other') };
  const codes = plan.categories.map((category) => category.code).join(', ');
  return [
    words.loaded(plan.event.title, plan.event.code),
    ...clusters,
    words.units(counts, reusedUnits),
    words.categories(plan.categories.length, codes),
    words.agenda(plan.agenda.length),
  ].join('\n');
}

main().catch((error) => refuse(error instanceof ConfigError ? error.message : String(error?.stack ?? error)));
