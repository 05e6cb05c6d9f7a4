const NO_LIMIT = { rows: Number.POSITIVE_INFINITY, cells: Number.POSITIVE_INFINITY };

/**
 * Text with a separator between cells, as spreadsheets copy it and as CSV has it (RFC 4180): a cell with line breaks,
 * quotes or separators stands in double quotes.
 * @param most rows after which it stops, and cells of a row after which the rest is left out: a file of a million line
 * breaks or commas costs nothing
 */
export function splitDelimited(text: string, separator: string, most = NO_LIMIT): string[][] {
  const source = text.replace(/\r\n?/g, '\n');
  const rows: string[][] = [];
  let cells: string[] = [];
  for (let at = 0; at < source.length && rows.length < most.rows;) {
    const isQuoted = source[at] === '"' && closesCell(source, at, separator);
    const end = isQuoted ? closingQuote(source, at) + 1 : nextOf(source, at, separator);
    if (cells.length < most.cells)
      cells.push(isQuoted ? source.slice(at + 1, end - 1).replaceAll('""', '"') : source.slice(at, end));
    const isLast = end >= source.length;
    if (isLast || source[end] === '\n') {
      rows.push(cells);
      cells = [];
    } else if (end === source.length - 1) {
      rows.push([...cells, '']); // a separator ends the text: an empty cell follows it
    }
    at = end + 1;
  }
  return rows;
}

function nextOf(source: string, from: number, separator: string): number {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === separator || source[at] === '\n') return at;
  }
  return source.length;
}

/** The quote that ends the cell which the quote at `from` begins; the text's end when none does. */
function closingQuote(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] !== '"') continue;
    if (source[at + 1] !== '"') return at;
    at += 1;
  }
  return source.length;
}

/** A quote that never closes before a separator is just a quote somebody typed. */
function closesCell(source: string, from: number, separator: string): boolean {
  const end = closingQuote(source, from);
  return end < source.length && [separator, '\n', undefined].includes(source[end + 1]);
}

const SEPARATORS = ['\t', ';', ','] as const;
const LOOKS_AT = { rows: 30, cells: 100 };

/**
 * The separator of a file that does not say: the one that cuts the most lines into the same number of cells. `sep=;` on
 * the first line, Excel's own way to say it, is obeyed by the caller.
 */
export function sniffSeparator(text: string): (typeof SEPARATORS)[number] {
  const start = text.slice(0, 20_000);
  const scores = SEPARATORS.map((separator) => {
    const widths = splitDelimited(start, separator, LOOKS_AT).map((cells) => cells.length);
    const usual = Math.max(
      0,
      ...widths.filter((width) => width > 1).map((width) => widths.filter((other) => other === width).length),
    );
    return { separator, score: usual, cells: widths.reduce((sum, width) => sum + width - 1, 0) };
  });
  return scores.sort((left, right) => right.score - left.score || right.cells - left.cells)[0]?.separator ?? ',';
}
