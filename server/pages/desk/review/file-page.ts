/** A list that came as a file: the question about an old encoding, then the review with the columns as they were read. */
import type { Request, Response } from 'express';
import { type Context, instant } from '../../../context.ts';
import type { TypedRow } from '../../../domain/list/row.ts';
import { findLegacyText } from '../../../domain/sheet/table.ts';
import { sendPage } from '../../../http/page/page.ts';
import { languageOf } from '../../../http/reader.ts';
import { actorOf, param } from '../../../http/route.ts';
import { wordsIn } from '../../../i18n/catalogue.ts';
import { deskHead, showDesk } from '../desk-page.ts';
import { loadReview, separateNamesakes } from './file-facts.ts';
import { carriedFields, type CarriedTable } from './file-form.ts';
import { readCarriedSheet } from './file-sheets.ts';
import type { DeskForm } from '../forms.ts';
import { loadListFacts } from '../../../actions/lists/list-facts.ts';
import { judgeHandIn } from '../../../actions/lists/register-delegates.ts';
import { emptyReview } from './review-form.ts';
import { showReview } from './review-page.ts';
import { MOST_ROWS } from '../../../domain/list/row-limits.ts';

export async function showFile(context: Context, req: Request, res: Response, carried: CarriedTable): Promise<void> {
  const legacy = carried.encoding === undefined ? findLegacyText(carried.table) : undefined;
  if (legacy) return showEncodingQuestion(context, req, res, { carried, legacy });
  const { rows, isGuess } = readCarriedSheet(carried);
  const t = wordsIn(languageOf(req));
  const { unitId } = carried;
  if (isGuess && carried.table.every(({ cells }) => cells.filter((cell) => cell.trim() !== '').length < 2)) {
    return showDesk(context, req, res, { status: 422, unitId, fileProblem: t.files.noColumns });
  }
  if (rows.length === 0 && !isGuess)
    return showDesk(context, req, res, { status: 422, unitId, fileProblem: t.files.noDelegates });
  if (rows.length > MOST_ROWS) {
    return showDesk(context, req, res, { status: 422, unitId, fileProblem: t.errors.too_many_rows });
  }
  const actor = actorOf(res);
  const clusterId = param(req, 'clusterId');
  const read = asDeskForm(rows, carried);
  const review = await loadReview(context.db.read, actor, { clusterId, form: read });
  const form = separateNamesakes(read, review);
  const { plan } = judgeHandIn(actor, review.facts, { rows: form.rows, at: instant(context) });
  await showReview(context, req, res, { status: isGuess ? 422 : 200, form, review, plan });
}

const asDeskForm = (rows: readonly TypedRow[], file: CarriedTable): DeskForm => ({
  rows: [...rows],
  text: '',
  tableRows: [...rows],
  unitId: file.unitId,
  overrideReason: '',
  onlyValid: false,
  draftVersion: undefined,
  joinsDraft: false,
  review: { ...emptyReview, file },
  fixing: {},
});

async function showEncodingQuestion(
  context: Context,
  req: Request,
  res: Response,
  { carried, legacy }: { carried: CarriedTable; legacy: NonNullable<ReturnType<typeof findLegacyText>> },
): Promise<void> {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const facts = await loadListFacts(context.db.read, actor, {
    clusterId: param(req, 'clusterId'),
    unitId: carried.unitId,
  });
  await sendPage(req, res, 'desk/encoding', {
    tab: 'registration',
    title: t.registration.reviewTitle,
    ...deskHead(context, req, actor, facts),
    sub: t.registration.reviewSub(facts.cluster.number, facts.unit.unitName),
    question: t.files.convertQuestion(t.files.encodings[legacy.encoding]),
    samples: legacy.samples,
    encoding: legacy.encoding,
    carried: carriedFields(carried),
  });
}
