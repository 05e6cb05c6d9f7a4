/** A row of a list as JSON: what the API and the desk's script send, read into a typed row. */
import { z } from 'zod';
import { emptyRow, type RowField, rowFields, type TypedRow } from './row.ts';

const MOST_CELL = 4000;

const cell = z.union([z.string().max(MOST_CELL), z.number(), z.null()]).optional();

/** One row in JSON, as the API and the desk's script send it. Numbers are welcome where a spreadsheet turned a phone into one. */
export const rowJson = z.object({
  ...(Object.fromEntries(rowFields.map((field) => [field, cell])) as Record<RowField, typeof cell>),
  anotherPerson: z.boolean().optional(),
  comesAgain: z.boolean().optional(),
  sameElsewhere: z.boolean().optional(),
  keepsName: z.boolean().optional(),
});

export type RowJson = z.infer<typeof rowJson>;

export function typedRows(rows: readonly RowJson[]): TypedRow[] {
  return rows.map((row) => {
    const typed = emptyRow();
    for (const field of rowFields)
      typed[field] = row[field] === null || row[field] === undefined ? '' : String(row[field]);
    for (const answer of ['anotherPerson', 'sameElsewhere', 'comesAgain', 'keepsName'] as const) {
      if (row[answer]) typed[answer] = true;
    }
    return typed;
  });
}
