/** Every line with every problem beside it, the typed text intact and ready to be fixed in place or many at once. */
import type { Request, Response } from 'express';
import { type Context, instant } from '../../../context.ts';
import { rowFields } from '../../../domain/list/row.ts';
import type { RegistrationPlan } from '../../../domain/list/registration-plan.ts';
import { sendPage } from '../../../http/page/page.ts';
import { languageOf } from '../../../http/reader.ts';
import { actorOf } from '../../../http/route.ts';
import { type Words, wordsIn } from '../../../i18n/catalogue.ts';
import { deskHead } from '../desk-page.ts';
import { links } from '../../links.ts';
import { type DifferencesProblem, differencesCard } from './differences-card.ts';
import { comparisonOf, fileFacts, type ReviewFacts } from './file-facts.ts';
import type { DeskForm } from '../forms.ts';
import { wayInto } from '../../../actions/lists/list-facts.ts';
import type { ReviewView } from './review-form.ts';
import { omittedLines, quickFixCard, reviewedLines, type Tone, toneOf } from './review-lines.ts';

/** The reason of a request for change as it was typed, when there was something wrong with it. */
export type AskForm = { reason: string; problem: string | undefined };

export type ShownReview = {
  status: number;
  form: DeskForm;
  review: ReviewFacts;
  plan: RegistrationPlan;
  /** What keeps the list back. */
  note?: string;
  /** Where to go on from there. */
  links?: readonly { href: string; label: string }[];
  /** What has just been done. */
  said?: string;
  ask?: AskForm;
  differencesProblem?: DifferencesProblem;
};

export async function showReview(
  context: Context,
  req: Request,
  res: Response,
  { status, form, review: loaded, plan, note, links: alike = [], said, ask, differencesProblem }: ShownReview,
): Promise<void> {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const { facts } = loaded;
  const comparison = comparisonOf(form, loaded);
  const { changed = [], gone = [], renamed = [] } = comparison ?? {};
  const whoDiffers = [...changed, ...renamed].map(({ registration }) => registration);
  const differences = new Set([...whoDiffers, ...gone].map(({ id }) => id)).size;
  const { review } = form;
  const file = review.file && fileFacts(review.file, t);
  const ready = plan.seated + plan.waiting;
  const isByRequest = wayInto(actor, facts, instant(context)).kind === 'request';
  const count = countOf(plan);
  const clusterId = facts.cluster.id;
  await sendPage(req, res, 'desk/review', {
    status,
    tab: 'registration',
    title: t.registration.reviewTitle,
    ...deskHead(context, req, actor, facts),
    sub: [...(file?.sub ?? []), t.registration.reviewSub(facts.cluster.number, facts.unit.unitName)].join(' · '),
    note,
    links: alike,
    said,
    file,
    comparison: comparison && {
      ...differencesCard(comparison, { ticked: review.ticked, said: review.covers, problem: differencesProblem, t }),
      isShown: differences > 0 || comparison.covers !== 'whole' || review.covers !== undefined,
      canCarryOut: differences > 0,
      action: links.differences(clusterId),
    },
    tableAction: links.table(clusterId),
    errorRowsAction: links.errorRows(clusterId),
    overrideReason: form.overrideReason,
    draftVersion: form.draftVersion,
    draftAction: links.draft(clusterId),
    fields: rowFields.map((field) => ({ field, label: t.registration.columns[field] })),
    codes: facts.categories.map(({ code, name }) => ({ code, name })),
    lines: reviewedLines(plan.lines, t),
    omitted: omittedLines(review.omitted, plan.lines.length, t),
    lineCount: plan.lines.length + review.omitted.length,
    quickFixes: quickFixCard(plan.lines, review.done, t),
    done: review.done.length > 0 ? JSON.stringify(review.done) : undefined,
    count,
    views: viewsFor(count, { chosen: review.view, comesAgain: comparison !== undefined }, t),
    tallyLine: t.registration.tallyLine(count),
    differencesLeft: differences > 0 ? t.files.notYet(differences) : undefined,
    seatsPlanned: seatsLine(plan, isByRequest, t),
    ask: isByRequest
      ? {
          action: links.changeRequests(clusterId),
          button: plan.problems === 0 && ready > 0 ? t.listStatus.ask(ready) : undefined,
          reason: ask?.reason ?? '',
          problem: ask?.problem,
        }
      : undefined,
    save: plan.problems === 0 && ready > 0 ? t.registration.save(ready) : undefined,
    saveValid: plan.problems > 0 && ready > 0 ? t.registration.saveValid(ready) : undefined,
  });
}

type Count = Record<'rows' | 'good' | 'warnings' | 'problems' | 'known' | 'unchanged', number>;

function countOf(plan: RegistrationPlan): Count {
  const tones = plan.lines.map(toneOf);
  const count = (tone: Tone) => tones.filter((one) => one === tone).length;
  return {
    rows: plan.lines.length,
    good: count('ok'),
    warnings: count('warn'),
    problems: count('bad'),
    known: count('known') + count('changed'),
    unchanged: count('known'),
  };
}

function seatsLine(plan: RegistrationPlan, isByRequest: boolean, t: Words): string {
  if (plan.seated + plan.waiting === 0) return plan.problems > 0 ? '' : t.registration.nothingToSend;
  const say = isByRequest ? t.listStatus.ifApproved : t.registration.seatsPlanned;
  return say(plan.seated, plan.waiting);
}

/**
 * Which rows are shown; every row is sent whatever is shown. What needs eyes comes first when there is any; of a list that
 * comes again everything that is new or changed.
 */
function viewsFor(
  { rows, good, warnings, problems, unchanged }: Count,
  { chosen, comesAgain }: { chosen: ReviewView | undefined; comesAgain: boolean },
  t: Words,
) {
  const { views: words } = t.registration;
  const look = warnings + problems;
  const views: { value: ReviewView; label: string; count: number }[] = [
    ...(comesAgain && unchanged > 0
      ? [{ value: 'fresh' as const, label: words.fresh(rows - unchanged), count: rows - unchanged }]
      : []),
    { value: 'all', label: words.all(rows), count: rows },
    { value: 'look', label: words.look(look), count: look },
    { value: 'good', label: words.good(good), count: good },
    { value: 'known', label: words.known(unchanged), count: unchanged },
  ];
  const offered = views.filter(({ value, count }) => value === 'all' || count > 0);
  const [current] = [chosen, 'fresh' as const, 'look' as const, 'all' as const].filter((view) =>
    offered.some(({ value }) => value === view),
  );
  return offered.length > 1 ? offered.map((view) => ({ ...view, isCurrent: view.value === current })) : [];
}
