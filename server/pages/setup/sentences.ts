/** Problems and remarks in the reader's words, with names where a plan file has codes. */
import type { EventSetup } from '../../domain/plan/event-setup.ts';
import type { PlanProblem } from '../../domain/plan/plan-problem.ts';
import type { SetUpSpot } from '../../domain/plan/problem-spot.ts';
import type {
  FieldProblem,
  SetUpProblem,
  SetUpProblemCode,
  SetUpProblemDetail,
} from '../../domain/plan/set-up-problem.ts';
import type { SetUpRemark } from '../../domain/plan/set-up-remark.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { screenSentence } from '../../i18n/plan-sentence.ts';
import type { SetUpProblemWords } from '../../i18n/vi/setup-problems.ts';

type Speaker = { t: Words; units: EventSetup['units'] };

/** A field has room for one sentence: the first. */
export function sentencesOf(problems: readonly FieldProblem[], speaker: Speaker): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const { field, problem } of problems) {
    if (!sentences.has(field)) sentences.set(field, sentenceOf(problem, speaker));
  }
  return sentences;
}

export const sentenceOf = (problem: FieldProblem['problem'], speaker: Speaker): string =>
  capitalised(problemSentence(problem, speaker));

function problemSentence(problem: PlanProblem | SetUpProblem, { t, units }: Speaker): string {
  if ('path' in problem && problem.path === 'clusters') return t.setupProblems.noClusters;
  if ('path' in problem && problem.path === 'categories') return t.setupProblems.noCategories;
  if ('path' in problem) return screenSentence(t, readable(problem, units));
  return ownSentence(t.setupProblems.ofScreen, problem);
}

function ownSentence<C extends SetUpProblemCode>(words: SetUpProblemWords, problem: SetUpProblem<C>): string {
  const { code, detail }: { code: C; detail: SetUpProblemDetail[C] } = problem;
  return words[code](detail);
}

/** The host by its name. */
function readable(problem: PlanProblem, units: EventSetup['units']): PlanProblem {
  if (problem.code !== 'host_not_taking_part') return problem;
  const host = units.find(({ code }) => code === problem.detail.host)?.name ?? problem.detail.host;
  return { ...problem, detail: { ...problem.detail, host } };
}

/** Sentences that name their cluster themselves need no place before them. */
const SAYS_ITS_PLACE: readonly PlanProblem['code'][] = [
  'cluster_wrong_year',
  'cluster_before_document',
  'cluster_at_weekend',
  'host_not_taking_part',
  'quotas_above_max',
  'quotas_below_min',
];

export function remarkSentence(remark: SetUpRemark, setup: EventSetup, t: Words): string {
  const words = t.setupProblems;
  switch (remark.kind) {
    case 'invite_by':
      return remark.isPast ? words.inviteByPast(remark.number, remark.day) : words.inviteBy(remark.number, remark.day);
    case 'registers_too_late':
      return words.registersTooLate(remark.number, remark.deadline, remark.day);
    case 'over_unseen':
      return words.overUnseen(remark.number, remark.day);
    case 'registration_over':
      return words.registrationOver(remark.number, remark.deadline);
    case 'agenda_outside':
      return words.agendaOutside(remark);
    case 'holidays_not_noted':
      return words.holidaysNotNoted(remark.days);
    case 'told_otherwise':
      return words.announcedOtherwise(remark.number, remark.count);
    case 'not_allowed':
      return words.notAllowed(remark);
    case 'merged_unit':
      return words.mergedUnit(remark.number, remark.unit, remark.successor);
    case 'waiting_with_places':
      return words.waitingWithSeats(remark.number, remark.unit, remark.waiting, remark.places);
    case 'nobody_speaks':
      return words.nobodySpeaks(remark);
    case 'plan':
      return planRemark(remark.problem, remark.spot, setup, t);
    default:
      throw new Error(`No such remark: ${JSON.stringify(remark satisfies never)}`);
  }
}

export function planRemark(problem: PlanProblem, spot: SetUpSpot, setup: EventSetup, t: Words): string {
  const words = t.setupProblems;
  if (problem.code === 'empty' && spot.section === 'participants') return words.noUnits(numberAt(setup, spot));
  const sentence = problemSentence(problem, { t, units: setup.units });
  if (SAYS_ITS_PLACE.includes(problem.code) || ['clusters', 'categories'].includes(problem.path)) {
    return capitalised(sentence);
  }
  return `${spotWords(spot, setup, t)}: ${sentence}`;
}

function spotWords(spot: SetUpSpot, setup: EventSetup, t: Words): string {
  const words = t.setupProblems.spots;
  const row = spot.row === undefined ? '' : `, ${words.row(spot.row + 1)}`;
  switch (spot.section) {
    case 'cluster': {
      const fields = new Map(Object.entries(t.setup.clusters.fields));
      const field = spot.field === undefined ? undefined : fields.get(spot.field);
      return `${words.cluster(numberAt(setup, spot))}${field ? `, ${field}` : ''}`;
    }
    case 'participants':
      return `${words.participants(numberAt(setup, spot))}${row}`;
    case 'event': {
      const fields = new Map(Object.entries(t.setup.event.fields));
      const field = spot.field === undefined ? undefined : fields.get(spot.field);
      return `${words.event}${field ? `, ${field}` : ''}`;
    }
    default:
      return `${words[spot.section]}${row}`;
  }
}

const numberAt = (setup: EventSetup, spot: SetUpSpot): number =>
  'index' in spot ? (setup.clusters[spot.index]?.number ?? spot.index + 1) : 0;

const capitalised = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1);
