/** A list that came as a file: the question about an old encoding, then the review with the columns as they were read. */
import type { Request, Response } from 'express';
import { registrationsOf } from '../../db/registrations.ts';
import type { Context } from '../context.ts';
import { scopeOf } from '../domain/account.ts';
import { type RowField, rowFields, type TypedRow } from '../domain/delegate-list.ts';
import { readSheetTable, type SheetReading } from '../domain/sheet-table/read-sheet-table.ts';
import { convertTable, findLegacyText } from '../domain/sheet-table/table.ts';
import { sendPage } from '../http/page.ts';
import { languageOf } from '../http/reader.ts';
import { actorOf, param } from '../http/route.ts';
import { type Words, wordsIn } from '../i18n/catalogue.ts';
import { compareWithList } from './compare-with-list.ts';
import { deskHead, showDesk } from './desk-page.ts';
import type { CarriedTable } from './file-form.ts';
import { type DeskForm, MOST_ROWS } from './forms.ts';
import { loadListFacts } from './list-facts.ts';
import { previewRegistration } from './register-delegates.ts';
import { showReview } from './review-page.ts';

export async function showFile(context: Context, req: Request, res: Response, carried: CarriedTable): Promise<void> {
  const legacy = carried.encoding === undefined ? findLegacyText(carried.table) : undefined;
  if (legacy) return showEncodingQuestion(context, req, res, { carried, legacy });
  const isConverted = carried.encoding !== undefined && carried.encoding !== 'keep';
  const table = isConverted ? convertTable(carried.table, carried.encoding as 'tcvn3') : carried.table;
  const reading = readSheetTable(table, carried.corrected);
  const t = wordsIn(languageOf(req));
  const form = asDeskForm(reading.rows, carried.unitId);
  const { unitId } = carried;
  if (form.rows.length === 0) {
    return showDesk(context, req, res, { status: 422, unitId, fileProblem: t.files.noDelegates });
  }
  if (form.rows.length > MOST_ROWS) {
    return showDesk(context, req, res, { status: 422, unitId, fileProblem: t.errors.too_many_rows });
  }
  const { plan } = await previewRegistration(context, actorOf(res), {
    ...form,
    clusterId: param(req, 'clusterId'),
  });
  const facts = await loadListFacts(context.db.read, actorOf(res), {
    clusterId: param(req, 'clusterId'),
    unitId: carried.unitId,
  });
  const registrations = await registrationsOf(context.db.read, {
    clusterId: facts.cluster.id,
    scope: scopeOf(actorOf(res)),
    unitId: facts.unit.unitId,
  });
  const comparison = compareWithList(reading, { registrations, rules: facts.rules, t });
  await showReview(context, req, res, {
    status: 200,
    form,
    plan,
    file: { ...fileFacts(reading, carried, t), comparison },
  });
}

const asDeskForm = (rows: readonly TypedRow[], unitId: string | undefined): DeskForm => ({
  rows: [...rows],
  text: '',
  tableRows: [...rows],
  unitId,
  overrideReason: '',
  onlyValid: false,
  draftVersion: undefined,
});

/** What the review says about the file: which columns were read as what, and which rows were passed over. */
function fileFacts(reading: SheetReading, carried: CarriedTable, t: Words) {
  const choices = [
    { value: 'ignored', label: t.files.uses.ignored },
    ...rowFields.map((field) => ({ value: field, label: t.registration.columns[field] })),
  ];
  return {
    name: carried.fileName,
    carried: { table: JSON.stringify(carried.table), encoding: carried.encoding ?? 'keep', fileName: carried.fileName },
    recognised: reading.columns
      .filter(({ use }) => isField(use))
      .map(({ use, heading, letter }) => t.files.column(t.registration.columns[use as RowField], heading, letter)),
    columns: reading.columns.map(({ index, letter, heading, use, sample }) => ({
      name: `column.${index}`,
      label: t.files.columnLabel(letter, heading),
      sample,
      choices: choices.map((choice) => ({ ...choice, isChosen: choice.value === (isField(use) ? use : 'ignored') })),
    })),
    skipped: reading.skipped.map(({ row, text, why }) => t.files.skippedRow(row, text, t.files.skipped[why])),
    missing: reading.missing.map((field) => t.registration.columns[field]).join(', '),
  };
}

const isField = (use: string): use is RowField => rowFields.some((field) => field === use);

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
  await sendPage(req, res, 'registration/encoding', {
    tab: 'registration',
    title: t.registration.reviewTitle,
    ...deskHead(context, req, actor, facts),
    sub: t.registration.reviewSub(facts.cluster.number, facts.unit.unitName),
    question: t.files.convertQuestion(t.files.encodings[legacy.encoding]),
    samples: legacy.samples,
    encoding: legacy.encoding,
    carried: { table: JSON.stringify(carried.table), fileName: carried.fileName },
  });
}
