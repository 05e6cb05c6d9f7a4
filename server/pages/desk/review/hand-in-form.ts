/** Handing in: the list as it was typed is checked and shown, fixed where asked, and written when it is in order. */
import type { Request, Response } from 'express';
import { type Context, instant } from '../../../context.ts';
import { setFlash } from '../../../http/page/flash.ts';
import { languageOf } from '../../../http/reader.ts';
import { actorOf, param } from '../../../http/route.ts';
import { type Words, wordsIn } from '../../../i18n/catalogue.ts';
import { showDesk } from '../desk-page.ts';
import { links } from '../../links.ts';
import { loadAndTellApart, loadReview, type ReviewFacts, separateNamesakes, unusedSentences } from './file-facts.ts';
import { addSheet } from './file-sheets.ts';
import { type DeskForm, inOrder, readDeskForm } from '../forms.ts';
import { type HandInResult, judgeHandIn, registerDelegates } from '../../../actions/lists/register-delegates.ts';
import { fix } from './review-form.ts';
import { showReview } from './review-page.ts';
import type { RegistrationPlan } from '../../../domain/list/registration-plan.ts';
import type { ListState } from '../../../domain/list/list-status.ts';
import { MOST_ROWS } from '../../../domain/list/row-limits.ts';
import { saveDraft } from '../../../actions/lists/save-draft.ts';

export async function showChecked(context: Context, req: Request, res: Response) {
  const { form: typed, problem: sheetProblem } = withAddedSheet(readDeskForm(req.body));
  const words = wordsIn(languageOf(req));
  if (typed.rows.length + typed.review.omitted.length === 0) {
    return showDesk(context, req, res, { status: 422, typed, problem: words.registration.noRows });
  }
  if (typed.rows.length > MOST_ROWS) {
    return showDesk(context, req, res, { status: 422, typed, problem: words.errors.too_many_rows });
  }
  const actor = actorOf(res);
  const clusterId = param(req, 'clusterId');
  const review = await loadReview(context.db.read, actor, { clusterId, form: typed });
  const judge = (rows: DeskForm['rows']) => judgeHandIn(actor, review.facts, { rows, at: instant(context) });
  const first = judge(typed.rows);
  const form = fixed(typed, { plan: first.plan, review });
  const { kept, listState = review.facts.unit.listState } = await keepTyped(context, res, { clusterId, form });
  const result = isUntouched(typed) ? first : judge(form.rows);
  const isStale = form.draftVersion !== undefined && kept.draftVersion === undefined;
  const staleNote = isStale ? { note: words.errors.draft_stale } : {};
  const tooLong = sheetProblem ? { note: words.errors[sheetProblem] } : staleNote;
  const note = isByRequest(result) ? { note: keptBack(result.kind, words) } : tooLong;
  const said = saidOfText(typed, words.files);
  const facts = { ...review.facts, unit: { ...review.facts.unit, listState } };
  const shown = { form: kept, review: { ...review, facts }, plan: result.plan, ...(said && { said }), ...note };
  await showReview(context, req, res, { status: 200, ...shown });
}

/** Nothing was pressed that fixes, and no file says who is the same: the rows are judged as they came. */
const isUntouched = ({ fixing, review }: DeskForm): boolean =>
  fixing.take === undefined && fixing.undo === undefined && review.file === undefined;

/** With the rows of another sheet of the file, when that was asked for and the list does not get too long. */
function withAddedSheet(form: DeskForm): { form: DeskForm; problem?: 'too_many_rows' } {
  const { file, addSheet: name, omitted } = form.review;
  const added = file && name !== undefined ? addSheet(file, name) : undefined;
  if (!added) return { form };
  const rows = [...form.rows, ...added.rows];
  if (rows.length + omitted.length > MOST_ROWS) return { form, problem: 'too_many_rows' };
  return { form: { ...form, rows, tableRows: rows, review: { ...form.review, file: added.file } } };
}

/** What was made of the pasted text beside its rows. */
function saidOfText({ passedOver = [], unused = [], encoding }: DeskForm, words: Words['files']): string | undefined {
  const said = [
    ...(encoding ? [words.converted(words.encodings[encoding])] : []),
    ...(passedOver.length > 0 ? [words.passedOver(passedOver.map(({ text }) => text))] : []),
    ...(unused.length > 0 ? [...unusedSentences(unused, words), words.unusedInText] : []),
  ];
  return said.length > 0 ? said.join(' ') : undefined;
}

/** The rows after the button that fixes, if one was pressed, and told apart from those on the list. */
function fixed(form: DeskForm, { plan, review: loaded }: { plan: RegistrationPlan; review: ReviewFacts }): DeskForm {
  const { fixing, review } = form;
  const { rows, done } = fix(plan.lines, { fixing, done: review.done });
  return separateNamesakes({ ...form, rows, tableRows: rows, review: { ...review, done } }, loaded);
}

/**
 * Checking keeps the rows as they are now, those left out too, so nothing typed here or fixed on the review page is
 * lost on the way back. Where the draft moved on meanwhile it is left alone, and the rows go on as rows of no draft.
 */
async function keepTyped(
  context: Context,
  res: Response,
  { clusterId, form }: { clusterId: string; form: DeskForm },
): Promise<{ kept: DeskForm; listState?: ListState }> {
  const { unitId, draftVersion: version, review } = form;
  if (version === undefined) return { kept: form };
  const rows = inOrder([...form.rows, ...review.omitted]);
  const saved = await saveDraft(context, actorOf(res), { clusterId, unitId, rows, version });
  if (saved.kind === 'stale') return { kept: { ...form, draftVersion: undefined } };
  return { kept: { ...form, draftVersion: saved.version }, listState: saved.listState };
}

export async function submitList(context: Context, req: Request, res: Response) {
  const typed = readDeskForm(req.body);
  const words = wordsIn(languageOf(req));
  if (typed.rows.length === 0 || typed.rows.length > MOST_ROWS) return showChecked(context, req, res);
  const clusterId = param(req, 'clusterId');
  const actor = actorOf(res);
  const form = await loadAndTellApart(context.db.read, actor, { clusterId, form: typed });
  const result = await registerDelegates(context, actor, { ...form, clusterId, keepsErrors: true });
  const refuse = async (note: string) => {
    const review = await loadReview(context.db.read, actor, { clusterId, form });
    await showReview(context, req, res, { status: 422, form, review, plan: result.plan, note });
  };
  switch (result.kind) {
    case 'problems':
      return refuse(words.registration.saveBlocked);
    case 'draft_full':
      return refuse(words.registration.draftFull);
    case 'deadline_passed':
    case 'list_locked':
      return refuse(keptBack(result.kind, words));
    case 'registered': {
      const { seated, waiting, problems } = result.plan;
      setFlash(
        res,
        'registered',
        String(seated),
        String(waiting),
        String(problems),
        String(form.passedOver?.length ?? 0),
      );
      return res.redirect(303, links.desk({ clusterId, unitId: form.unitId }));
    }
    default:
      throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
  }
}

type KeptBack = Extract<HandInResult, { kind: 'deadline_passed' | 'list_locked' }>;

const isByRequest = (result: HandInResult): result is KeptBack =>
  result.kind === 'deadline_passed' || result.kind === 'list_locked';

const keptBack = (kind: KeptBack['kind'], { listStatus }: Words): string =>
  kind === 'list_locked' ? listStatus.lockedNote : listStatus.lateNote;
