/** Why an uploaded file cannot be read, and what is wrong with a cell of one that can. */
export const refusals = [
  'empty_file',
  'file_too_large',
  /** Excel 97–2003, or a table saved under its name: to be saved again as .xlsx. */
  'xls_old',
  /** OpenDocument: to be saved again as .xlsx. */
  'ods',
  'password_protected',
  'not_a_workbook',
  'broken_file',
  'inflates_too_much',
  /** A document type or entity: no spreadsheet writes one, attacks do (XXE, billion laughs). */
  'unsafe_xml',
  'too_many_rows',
  'no_such_sheet',
  'too_slow',
  /** Others read files at this moment; to be tried again. */
  'too_busy',
] as const;

export type RefusalCode = (typeof refusals)[number];

export type CellProblem = { code: 'cell_too_long'; row: number; column: number };
