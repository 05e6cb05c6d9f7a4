/** A table on its way between two pages: read once from the file, then carried along until the clerk has decided. */
import { z } from 'zod';
import { rowFields } from '../../../domain/list/row.ts';
import type { CorrectedColumns } from '../../../domain/sheet/read-sheet-table.ts';
import type { TableRow } from '../../../domain/sheet/table.ts';
import { BadRequest } from '../../../errors.ts';
import { MOST_ROWS } from '../../../domain/list/row-limits.ts';

/** Title rows, groups and totals stand beside the delegates. */
const MOST_TABLE_ROWS = MOST_ROWS + 200;

const tableShape = z
  .array(
    z.object({
      row: z.int().positive(),
      cells: z.array(z.string().max(4000)).max(100),
      fonts: z.array(z.string().max(100)).max(100).exactOptional(),
    }),
  )
  .max(MOST_TABLE_ROWS);

const sheetsShape = z
  .array(
    z.object({
      name: z.string().max(200),
      table: tableShape.exactOptional(),
      shift: z.int().min(0).max(1_000_000).exactOptional(),
    }),
  )
  .max(200);

export type CarriedSheet = {
  name: string;
  /** Undefined when the sheet is too long to be carried along. */
  table?: TableRow[];
  /** What is added to its rows' numbers; undefined while the sheet is not read. */
  shift?: number;
};

export type CarriedTable = {
  table: TableRow[];
  /** '' for a CSV file. */
  sheetName: string;
  /** The other sheets of the file that hold anything. */
  sheets: CarriedSheet[];
  unitId: string | undefined;
  fileName: string;
  /** What was decided about an old encoding; undefined while nobody was asked. */
  encoding: 'tcvn3' | 'vni' | 'combining' | 'keep' | undefined;
  corrected: CorrectedColumns | undefined;
};

const form = z.record(z.string(), z.string());
const encodings = ['tcvn3', 'vni', 'combining', 'keep'] as const;

/** @throws BadRequest when the carried table is not one of ours */
export function readCarriedTable(body: unknown): CarriedTable {
  const fields = form.safeParse(body ?? {});
  if (!fields.success) throw new BadRequest('malformed_form');
  const { table = '', unit = '', fileName = '', sheetName = '', sheets = '[]', encoding = '' } = fields.data;
  return {
    table: parsed(table, tableShape),
    sheetName: sheetName.slice(0, 200),
    sheets: parsed(sheets, sheetsShape),
    unitId: unit === '' ? undefined : unit,
    fileName: fileName.slice(0, 200),
    encoding: encodings.find((known) => known === encoding),
    corrected: correctedColumns(fields.data),
  };
}

function parsed<Shape>(text: string, shape: z.ZodType<Shape>): Shape {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new BadRequest('malformed_form');
  }
}

/** The fields a page carries a file in. */
export const carriedFields = ({ table, sheetName, sheets, fileName }: CarriedTable) => [
  { name: 'table', value: JSON.stringify(table) },
  { name: 'fileName', value: fileName },
  { name: 'sheetName', value: sheetName },
  { name: 'sheets', value: JSON.stringify(sheets) },
];

function correctedColumns(fields: Record<string, string>): CorrectedColumns | undefined {
  const corrected = new Map<number, (typeof rowFields)[number] | 'ignored'>();
  for (const [name, value] of Object.entries(fields)) {
    const column = /^column\.(\d{1,3})$/.exec(name)?.[1];
    if (column === undefined) continue;
    corrected.set(Number(column), rowFields.find((field) => field === value) ?? 'ignored');
  }
  return corrected.size > 0 ? corrected : undefined;
}

/** The review carries a table twice, as it was read and as rows, and a form takes two megabytes. */
const MOST_CARRIED_BYTES = 1_000_000;

/** Whether the review of this table could not be sent back. */
export const isTooLarge = (table: readonly TableRow[]): boolean =>
  new URLSearchParams({ table: JSON.stringify(table) }).toString().length > MOST_CARRIED_BYTES;

export const isTooLong = (table: readonly TableRow[]): boolean => table.length > MOST_TABLE_ROWS;
