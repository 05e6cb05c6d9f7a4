/**
 * How high a row has to be. Every row says so itself: LibreOffice gives a row without a height the usual one, whatever the
 * size of its letters, and cuts off what does not fit.
 */

/** Of one line in 12 pt. */
const LINE_POINTS = 15.75;
/** Left and right in a cell. */
const PADDING_MM = 2;
/** Times New Roman in 12 pt, a little more than measured: a word that does not fit leaves the rest of its line free. */
const MM = { capital: 2.75, blank: 1.1, other: 2.05 };
const BOLD = 1.08;
/** A digit of 12 pt Times New Roman; spreadsheets count column widths in digits. */
export const MM_PER_CHARACTER = 2.12;

export type Fitted = { text: string; widthMm: number; fontSize?: number; isBold?: boolean };

/** In points: the height of the cell that needs the most lines. */
export const heightFor = (cells: readonly Fitted[]): number =>
  Math.max(...cells.map((cell) => linesOf(cell) * LINE_POINTS * ((cell.fontSize ?? 12) / 12)), LINE_POINTS);

function linesOf({ text, widthMm, fontSize = 12, isBold = false }: Fitted): number {
  const scale = (fontSize / 12) * (isBold ? BOLD : 1);
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * scale) / (widthMm - PADDING_MM))), 0);
}

const widthOf = (line: string): number =>
  [...line].reduce((sum, letter) => {
    if (letter === ' ') return sum + MM.blank;
    return sum + (letter === letter.toUpperCase() && letter !== letter.toLowerCase() ? MM.capital : MM.other);
  }, 0);
