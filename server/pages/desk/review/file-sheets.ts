/** The sheets of a file: one is read, the others wait beside it, to be read instead of it or added to it. */
import type { OtherSheet } from '../../../documents/read/reading.ts';
import type { RowField, TypedRow } from '../../../domain/list/row.ts';
import { isField } from '../../../domain/sheet/judge-rows.ts';
import { readSheetTable, type SheetReading } from '../../../domain/sheet/read-sheet-table.ts';
import { convertTable, findLegacyText, type TableRow } from '../../../domain/sheet/table.ts';
import { wordsIn } from '../../../i18n/catalogue.ts';
import type { FileCoverage } from '../../../actions/lists/compare-with-list.ts';
import { type CarriedSheet, type CarriedTable, isTooLong } from './file-form.ts';

/** The form takes 2 MB, and the list itself fills half of that when it is as long as may be. */
const MOST_CARRIED = 400_000;

/** The other sheets as a page carries them along: with their rows as long as there is room. */
export function carriedSheets(others: readonly OtherSheet[]): CarriedSheet[] {
  let left = MOST_CARRIED;
  return others
    .filter(({ name }) => !isOurGuide(name))
    .map(({ name, rows }) => {
      const length = rows ? encodeURIComponent(JSON.stringify(rows)).length : 0;
      if (!rows || isTooLong(rows) || length > left) return { name };
      left -= length;
      return { name, table: rows };
    });
}

/** The second sheet of our own template explains the codes. */
const isOurGuide = (name: string): boolean =>
  (['vi', 'en'] as const).some((language) => wordsIn(language).files.template.guideSheet === name);

export type ReadSheets = {
  main: SheetReading;
  added: { name: string; shift: number; reading: SheetReading }[];
};

export function readSheets(file: CarriedTable): ReadSheets {
  const added = file.sheets.flatMap(({ name, table, shift }) =>
    table && shift !== undefined ? [{ name, shift, reading: readAdded(file, table, shift) }] : [],
  );
  return { main: readCarriedSheet(file), added };
}

export function readCarriedSheet({ table, encoding, corrected }: CarriedTable): SheetReading {
  const isConverted = encoding !== undefined && encoding !== 'keep';
  return knownPeopleOnly(readSheetTable(isConverted ? convertTable(table, encoding) : table, corrected));
}

/** Where nobody can say what the columns are no title is taken for a person: the clerk says it first. */
const knownPeopleOnly = (reading: SheetReading): SheetReading =>
  reading.isGuess ? { ...reading, rows: [], skipped: [], unused: [], missing: [] } : reading;

/** Of what was decided about the first sheet only the old encoding holds for another: its columns are its own. */
function readAdded({ encoding }: CarriedTable, table: readonly TableRow[], shift: number): SheetReading {
  const decided = encoding ?? findLegacyText(table)?.encoding ?? 'keep';
  const shifted = table.map((row) => ({ ...row, row: row.row + shift }));
  return knownPeopleOnly(readSheetTable(decided === 'keep' ? shifted : convertTable(shifted, decided)));
}

/** The fields that every sheet read has a column for: what only one of them says is no change of the others' people. */
export function fieldsOfFile(file: CarriedTable): RowField[] {
  const { main, added } = readSheets(file);
  const fieldsOf = ({ columns }: SheetReading) => columns.map(({ use }) => use).filter(isField);
  return fieldsOf(main).filter((field) => added.every(({ reading }) => fieldsOf(reading).includes(field)));
}

/** What a file says of those who are not in it: rows given out to be fixed say nothing, others what the clerk says. */
export function coverageOf(file: CarriedTable, said: 'whole' | 'part' | undefined): FileCoverage {
  return readCarriedSheet(file).isErrorSheet ? 'errors' : (said ?? 'unsaid');
}

/** Another sheet in the place of the one that was read. */
export function openSheet(file: CarriedTable, name: string): CarriedTable {
  const wanted = file.sheets.find((sheet) => sheet.name === name);
  if (!wanted?.table) return file;
  const sheets = file.sheets.map(({ name: other, table }) =>
    other === name ? { name: file.sheetName, table: file.table } : { name: other, ...(table && { table }) },
  );
  return { ...file, table: wanted.table, sheetName: name, sheets, encoding: undefined, corrected: undefined };
}

/**
 * Another sheet beside those that are read, with its delegates. Rows are known by their numbers, so those of the added
 * sheet begin at a round number above all others: its row 3 becomes 103.
 */
export function addSheet(file: CarriedTable, name: string): { file: CarriedTable; rows: TypedRow[] } | undefined {
  const wanted = file.sheets.find((sheet) => sheet.name === name && sheet.shift === undefined);
  if (!wanted?.table) return undefined;
  const added = { ...wanted, shift: Math.ceil((lastNumber(file) + 1) / 100) * 100 };
  const sheets = file.sheets.map((sheet) => (sheet === wanted ? added : sheet));
  return { file: { ...file, sheets }, rows: readAdded(file, wanted.table, added.shift).rows };
}

const lastNumber = ({ table, sheets }: CarriedTable): number =>
  Math.max(
    0,
    ...table.map(({ row }) => row),
    ...sheets.flatMap(({ table: rows = [], shift }) => (shift === undefined ? [] : rows.map(({ row }) => row + shift))),
  );
