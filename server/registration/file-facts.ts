/** The file behind a review: read again from what the page carries, and compared with the list as it is now. */
import type { Reader } from '../../db/schema.ts';
import type { Actor } from '../domain/account.ts';
import { type RowField, rowFields } from '../domain/delegate-list.ts';
import { isField } from '../domain/sheet-table/judge-rows.ts';
import { readSheetTable, type SheetReading, type UnusedColumn } from '../domain/sheet-table/read-sheet-table.ts';
import { convertTable } from '../domain/sheet-table/table.ts';
import { addressed } from '../domain/vietnamese/person-name.ts';
import { showPhone } from '../domain/vietnamese/phone.ts';
import type { Words } from '../i18n/catalogue.ts';
import { compareWithList, type ListComparison } from './compare-with-list.ts';
import type { CarriedTable } from './file-form.ts';
import type { DeskForm } from './forms.ts';
import { type ListFacts, loadListFacts } from './list-facts.ts';
import { fingerprintOf } from './person-row.ts';
import type { Ticked } from './review-form.ts';

export function readCarriedSheet({ table, encoding, corrected }: CarriedTable): SheetReading {
  const isConverted = encoding !== undefined && encoding !== 'keep';
  return readSheetTable(isConverted ? convertTable(table, encoding) : table, corrected);
}

export const fieldsOf = ({ columns }: SheetReading): RowField[] => columns.map(({ use }) => use).filter(isField);

/**
 * A form whose rows came out of a file, with the rows told apart that stand for somebody on the list: with another post
 * or phone they are the same person changed, not one more. Other forms stay as they are.
 */
export async function toldApart(
  db: Reader,
  actor: Actor,
  { clusterId, form }: { clusterId: string; form: DeskForm },
): Promise<DeskForm> {
  if (!form.review.file) return form;
  const overrides = form.overrideReason !== '';
  const facts = await loadListFacts(db, actor, { clusterId, unitId: form.unitId, overrides });
  const comparison = await comparisonOf(db, actor, { facts, form });
  return comparison ? { ...form, rows: comparison.rows, tableRows: comparison.rows } : form;
}

export async function comparisonOf(
  db: Reader,
  actor: Actor,
  { facts, form }: { facts: ListFacts; form: DeskForm },
): Promise<ListComparison | undefined> {
  const { file, omitted } = form.review;
  if (!file) return undefined;
  const fields = fieldsOf(readCarriedSheet(file));
  return await compareWithList(db, actor, { facts, file: { rows: form.rows, omitted, fields } });
}

/** What the review says about the file: which columns were read as what, and which rows were passed over. */
export function fileFacts(carried: CarriedTable, t: Words) {
  const reading = readCarriedSheet(carried);
  const choices = [
    { value: 'ignored', label: t.files.uses.ignored },
    ...rowFields.map((field) => ({ value: field, label: t.registration.columns[field] })),
  ];
  return {
    name: carried.fileName,
    carried: [
      { name: 'table', value: JSON.stringify(carried.table) },
      { name: 'encoding', value: carried.encoding ?? 'keep' },
      { name: 'fileName', value: carried.fileName },
    ],
    corrected: [...(carried.corrected ?? [])].map(([index, use]) => ({ name: `column.${index}`, value: use })),
    recognised: reading.columns
      .filter(({ use }) => isField(use))
      .map(({ use, heading, letter }) => t.files.column(t.registration.columns[use as RowField], heading, letter)),
    unused:
      reading.unused.length > 0 ? [...unusedSentences(reading.unused, t.files), t.files.unusedInFile].join(' ') : '',
    columns: reading.columns
      .filter(({ heading, sample }) => heading + sample !== '')
      .map(({ index, letter, heading, use, sample }) => ({
        name: `column.${index}`,
        label: t.files.columnLabel(letter, heading),
        sample,
        choices: choices.map((choice) => ({ ...choice, isChosen: choice.value === (isField(use) ? use : 'ignored') })),
      })),
    skipped: reading.skipped.map(({ row, text, why }) => t.files.skippedRow(row, text, t.files.skipped[why])),
    missing: reading.missing.map((field) => t.registration.columns[field]).join(', '),
  };
}

/** What keeps the ticked from being carried out, and which part of the form it is about. */
export type DifferencesProblem = { of: 'ticks' | 'reason'; text: string };

/** Names the columns that hold something and are not read; the one beside the name in a sentence of its own. */
export function unusedSentences(unused: readonly UnusedColumn[], words: Words['files']): string[] {
  return [
    words.unused(unused.map(({ heading, letter }) => words.unusedColumn(heading, letter))),
    ...unused.filter(({ isBesideName }) => isBesideName).map(({ letter, sample }) => words.besideName(letter, sample)),
  ];
}

/**
 * The differences, each to be ticked. Changes are ticked from the start, because the file says so; whoever is missing
 * from it is not, because a forgotten row must not cost a seat.
 */
export function differencesCard(
  { added, changed, gone }: ListComparison,
  { ticked, problem, t }: { ticked: Ticked; problem: DifferencesProblem | undefined; t: Words },
) {
  return {
    title: t.files.compared(added, changed.length, gone.length),
    changed: changed.map(({ registration, changes }) => ({
      id: registration.id,
      seen: fingerprintOf(registration),
      name: addressed(registration),
      href: `/registrations/${registration.id}`,
      label: t.files.correctPerson(addressed(registration)),
      changes: changes.map(({ field, from, to }) => ({
        column: t.registration.columns[field],
        from: shownCell(field, from),
        to: shownCell(field, to),
      })),
      isTicked: !ticked.offered.has(registration.id) || ticked.correct.has(registration.id),
    })),
    gone: gone.map((registration) => ({
      id: registration.id,
      name: addressed(registration),
      post: [registration.position, registration.workplace].filter((part) => part !== '').join(', '),
      href: `/registrations/${registration.id}`,
      label: t.registration.withdrawPerson(addressed(registration)),
      isTicked: ticked.withdraw.has(registration.id),
    })),
    reason: ticked.reason ?? t.files.goneReason,
    problem: problem?.text,
    reasonProblem: problem?.of === 'reason' ? problem.text : undefined,
  };
}

const shownCell = (field: RowField, text: string): string =>
  text === '' ? '–' : field === 'phone' ? showPhone(text) : text;
