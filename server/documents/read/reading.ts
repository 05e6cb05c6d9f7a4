/** What comes of reading a file somebody uploaded, and the measures it must keep. */
import type { CellProblem, RefusalCode } from '../../domain/sheet/reading-problem.ts';

/**
 * Ten times what a cluster can hold is far below all of these; above them is no list of delegates (OWASP ASVS 5.0, 5.2).
 */
export const measures = {
  fileBytes: 2 * 1024 * 1024,
  entries: 200,
  inflatedBytes: 20 * 1024 * 1024,
  /** Spreadsheet XML packs 10 to 60 times; deflate's limit is 1032. Small parts may pack well without harm. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
  rows: 20_000,
  columns: 100,
  /** 20,000 rows of 20 columns; one text at the far right of every row makes blanks of all before it. */
  cells: 400_000,
  cellCharacters: 4000,
  /** One shared text in a million cells is small in the file and huge outside it. */
  textCharacters: 2_000_000,
  /** XML elements of one part. A list of 20,000 with eight texts in each row has 500,000. */
  elements: 600_000,
  /** What is read beside the sheet that was chosen: a clerk's other lists are far below it. */
  otherSheetsBytes: 1024 * 1024,
  otherSheetCharacters: 500_000,
  childHeapMb: 192,
  /** Until the child runs, which no file can delay, and then for its work: a list of 10,000 takes a third of it. */
  childStartMs: 10_000,
  childMs: 1000,
  answerBytes: 8 * 1024 * 1024,
} as const;

/** The most that so many packed bytes may become. */
export const mostFrom = (packedBytes: number): number => Math.max(measures.ratioFrom, packedBytes * measures.ratio);

type Rows = { row: number; cells: string[]; fonts?: string[] }[];

/** A visible sheet beside the one read, if anything stands in it; without its rows when they are too many to read along. */
export type OtherSheet = { name: string; rows?: Rows };

export type WorkbookReading =
  | {
      kind: 'table';
      /** '' for a CSV file. */
      sheetName: string;
      otherSheets: OtherSheet[];
      /** Rows that hold text, with their numbers in the file; a merged cell's text stands in every row it covers. */
      rows: Rows;
      problems: CellProblem[];
    }
  | { kind: 'refused'; code: RefusalCode };

export const countCells = (rows: readonly { cells: readonly string[] }[]): number =>
  rows.reduce((sum, { cells }) => sum + cells.length, 0);

/** Thrown where a file turns out to be no good, in the depth of reading it; caught at the top and answered. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

export const refused = (code: RefusalCode): WorkbookReading => ({ kind: 'refused', code });

/** A file that is no good is an answer; a fault of ours stays an error. */
export function asReading(error: unknown): WorkbookReading {
  if (error instanceof Refusal) return refused(error.code);
  throw error;
}
