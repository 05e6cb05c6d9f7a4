/** The file behind a review: read again from what the page carries, and compared with the list as it is now. */
import type { Registration } from '../../../../db/people/registrations.ts';
import type { Reader } from '../../../../db/schema.ts';
import type { Actor } from '../../../domain/account.ts';
import { type RowField, rowFields } from '../../../domain/list/row.ts';
import { isField } from '../../../domain/sheet/judge-rows.ts';
import type { UnusedColumn } from '../../../domain/sheet/read-sheet-table.ts';
import type { Words } from '../../../i18n/catalogue.ts';
import { compareWithList, type ListComparison, registrationsOfList } from '../../../actions/lists/compare-with-list.ts';
import { carriedFields, type CarriedTable } from './file-form.ts';
import { coverageOf, fieldsOfFile, readSheets } from './file-sheets.ts';
import type { DeskForm } from '../forms.ts';
import { type ListFacts, loadListFacts } from '../../../actions/lists/list-facts.ts';

/** What a review is made from, loaded once for the page. */
export type ReviewFacts = {
  facts: ListFacts;
  /** The list as it is now; not loaded where there is no file to compare it with. */
  registrations: readonly Registration[];
};

/** @throws NotFound when the list is not there for this actor */
export async function loadReview(
  db: Reader,
  actor: Actor,
  { clusterId, form }: { clusterId: string; form: DeskForm },
): Promise<ReviewFacts> {
  const overrides = form.overrideReason !== '';
  const facts = await loadListFacts(db, actor, { clusterId, unitId: form.unitId, overrides });
  return { facts, registrations: form.review.file ? await registrationsOfList(db, facts) : [] };
}

/**
 * A form whose rows came out of a file, with the rows told apart that stand for somebody on the list: with another post
 * or phone they are the same person changed, not one more. Other forms stay as they are.
 */
export function separateNamesakes(form: DeskForm, review: ReviewFacts): DeskForm {
  const comparison = comparisonOf(form, review);
  return comparison ? { ...form, rows: comparison.rows, tableRows: comparison.rows } : form;
}

/** The same for a form that is carried out and not shown: nothing is loaded where there is no file. */
export async function loadAndTellApart(
  db: Reader,
  actor: Actor,
  { clusterId, form }: { clusterId: string; form: DeskForm },
): Promise<DeskForm> {
  return form.review.file ? separateNamesakes(form, await loadReview(db, actor, { clusterId, form })) : form;
}

export function comparisonOf(form: DeskForm, { facts, registrations }: ReviewFacts): ListComparison | undefined {
  const { file, omitted, covers } = form.review;
  if (!file || form.rows.length + omitted.length === 0) return undefined;
  const rows = { rows: form.rows, omitted, fields: fieldsOfFile(file), covers: coverageOf(file, covers) };
  return compareWithList(registrations, { facts, file: rows });
}

/** What the review says about the file: which sheets and columns were read as what, and which rows were passed over. */
export function fileFacts(carried: CarriedTable, t: Words) {
  const { main, added } = readSheets(carried);
  const readings = [main, ...added.map(({ reading }) => reading)];
  const choices = [
    { value: 'ignored', label: t.files.uses.ignored },
    ...rowFields.map((field) => ({ value: field, label: t.registration.columns[field] })),
  ];
  return {
    name: carried.fileName,
    sub: [
      [t.files.fromFile(carried.fileName), ...whereFrom(carried.sheetName, main.headingRow, t.files)].join(', '),
      ...added.map(({ name, shift }) => t.files.addedSheet(name, shift + 1)),
    ],
    carried: [...carriedFields(carried), { name: 'encoding', value: carried.encoding ?? 'keep' }],
    corrected: [...(carried.corrected ?? [])].map(([index, use]) => ({ name: `column.${index}`, value: use })),
    noHeading: main.isGuess ? t.files.noHeading : '',
    recognised: main.columns
      .filter(({ use }) => isField(use) && !main.isGuess)
      .map(({ use, heading, letter }) => t.files.column(t.registration.columns[use as RowField], heading, letter)),
    columns: main.columns
      .filter(({ heading, sample }) => heading + sample !== '')
      .map(({ index, letter, heading, use, sample }) => ({
        name: `column.${index}`,
        label: t.files.columnLabel(letter, heading),
        sample,
        choices: choices.map((choice) => ({
          ...choice,
          isChosen: choice.value === (isField(use) && !main.isGuess ? use : 'ignored'),
        })),
      })),
    skipped: readings.flatMap(({ skipped }) =>
      skipped.map(({ row, text, why }) => t.files.skippedRow(row, text, t.files.skipped[why])),
    ),
    missing: main.missing.map((field) => t.registration.columns[field]).join(', '),
    unused: main.unused.length > 0 ? [...unusedSentences(main.unused, t.files), t.files.unusedInFile].join(' ') : '',
    // The columns of an added sheet are corrected where it is read by itself.
    addedTrouble: added.flatMap(({ name, reading: { missing, unused, isGuess } }) => [
      ...(isGuess ? [t.files.sheetHasNoHeading(name)] : []),
      ...(missing.length > 0
        ? [t.files.sheetLacks(name, missing.map((field) => t.registration.columns[field]).join(', '))]
        : []),
      ...(unused.length > 0 ? [`${t.files.sheet(name)}: ${unusedSentences(unused, t.files).join(' ')}`] : []),
    ]),
    otherSheets: carried.sheets
      .filter(({ shift }) => shift === undefined)
      .map(({ name, table }) => ({
        name,
        label: table ? t.files.otherSheet(name, table.length) : t.files.longSheet(name),
        isHere: table !== undefined,
        read: t.files.readSheetOf(name),
        add: t.files.addSheetOf(name),
      })),
  };
}

const whereFrom = (sheet: string, headingRow: number | undefined, words: Words['files']): string[] => [
  ...(sheet === '' ? [] : [words.sheet(sheet)]),
  ...(headingRow === undefined ? [] : [words.headingRow(headingRow)]),
];

/** Names the columns that hold something and are not read; the one beside the name in a sentence of its own. */
export function unusedSentences(unused: readonly UnusedColumn[], words: Words['files']): string[] {
  return [
    words.unused(unused.map(({ heading, letter }) => words.unusedColumn(heading, letter))),
    ...unused.filter(({ isBesideName }) => isBesideName).map(({ letter, sample }) => words.besideName(letter, sample)),
  ];
}
