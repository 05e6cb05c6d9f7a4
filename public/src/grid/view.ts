/**
 * The rows on the page. It remembers what it has drawn and touches only what differs, so two hundred rows cost no more
 * to type into than two. Text goes in as text.
 */
import { rowFields, type TypedRow } from '../../../server/domain/list/row.ts';
import { el } from '../dom/dom.ts';
import { fill } from '../dom/fill.ts';
import type { Judged, JudgedRow, Mark, RowState } from './judge.ts';
import { isInside } from './selection.ts';
import type { Settings } from './settings.ts';
import { type Block, filledRows, type CellAddress, type Rows } from './sheet.ts';

type Line = {
  row: HTMLTableRowElement;
  cells: HTMLTableCellElement[];
  state: HTMLTableCellElement;
  drawn: TypedRow | undefined;
  looks: string;
};

export type Drawing = { rows: Rows; judged: Judged; block: Block; cursor: CellAddress };

export type View = {
  draw: (drawing: Drawing) => void;
  cellAt: (cell: CellAddress) => HTMLTableCellElement | undefined;
  /** Where on the grid an element lies; column -1 is the number of the row. */
  addressOf: (target: EventTarget | null) => CellAddress | undefined;
};

const ICONS: Record<RowState, string> = {
  entering: 'pencil',
  ready: 'check',
  look: 'alert',
  problem: 'stop',
  waiting: 'clock',
  duplicate: 'users',
};
const TONES: Record<RowState, string> = {
  entering: 'muted',
  ready: 'c-ok',
  look: 'c-warn',
  problem: 'c-bad',
  waiting: 'c-warn',
  duplicate: 'c-warn',
};

export function openView({
  table,
  editor,
  settings,
}: {
  table: HTMLTableElement;
  editor: HTMLInputElement;
  settings: Settings;
}): View {
  const body = table.tBodies[0] ?? table.createTBody();
  const { words, icon } = settings;
  const lines: Line[] = [];
  let ghost: Line | undefined;
  let shown: Block | undefined;

  function addLine(): Line {
    const cells = rowFields.map((field) => el('td', { role: 'gridcell', class: `c-${field}` }));
    const state = el('td', { class: 'st', role: 'gridcell' });
    const row = el('tr', {}, el('th', { scope: 'row', class: 'h' }, String(lines.length + 1)), ...cells, state);
    body.append(row);
    const line = { row, cells, state, drawn: undefined, looks: 'new' };
    lines.push(line);
    return line;
  }

  function drawTexts(line: Line, row: TypedRow): void {
    rowFields.forEach((field, column) => {
      const cell = line.cells[column];
      if (!cell || line.drawn?.[field] === row[field] || cell.contains(editor)) return;
      cell.textContent = row[field];
    });
    line.drawn = row;
  }

  function drawLooks(line: Line, judged: JudgedRow | undefined): void {
    const looks = judged ? [judged.state, ...rowFields.map((field) => judged.marks[field]?.tone ?? '')].join() : '';
    if (looks === line.looks) return;
    line.looks = looks;
    line.row.classList.toggle('blank', !judged); // not printed
    rowFields.forEach((field, column) => {
      const cell = line.cells[column];
      if (cell) drawMark(cell, judged?.marks[field], field === 'email' ? words.noEmail : undefined);
    });
    line.state.className = `st ${judged ? TONES[judged.state] : ''}`;
    line.state.replaceChildren(
      ...(judged ? [icon(ICONS[judged.state]), el('span', { class: 'sr' }, words.states[judged.state])] : []),
    );
  }

  /** One line at the end says what can be done there, until the cursor comes. */
  function drawGhost(rows: Rows, cursor: CellAddress): void {
    const first = filledRows(rows);
    const next = lines[first === cursor.row ? first + 1 : first];
    if (next === ghost) return;
    ghost?.row.classList.remove('ghost');
    ghost?.row.querySelector('.ghost-say')?.remove();
    ghost = next;
    ghost?.row.classList.add('ghost');
    ghost?.cells[0]?.append(el('span', { class: 'ghost-say', 'aria-hidden': 'true' }, words.ghost));
  }

  function drawSelection(block: Block): void {
    if (shown && (['top', 'left', 'bottom', 'right'] as const).every((side) => shown?.[side] === block[side])) return;
    const before = shown;
    shown = block;
    const isSingle = block.top === block.bottom && block.left === block.right;
    const touched = before ? [before, block] : [block];
    for (const { top, bottom } of touched) {
      for (let row = top; row <= bottom; row += 1) {
        lines[row]?.cells.forEach((cell, column) => {
          const isSelected = isInside(block, { row, column });
          cell.classList.toggle('sel', isSelected && !isSingle);
          if (isSelected) cell.setAttribute('aria-selected', 'true');
          else cell.removeAttribute('aria-selected');
        });
      }
    }
  }

  return {
    draw({ rows, judged, block, cursor }) {
      while (lines.length > rows.length) lines.pop()?.row.remove();
      rows.forEach((row, index) => {
        const line = lines[index] ?? addLine();
        if (line.drawn !== row) drawTexts(line, row);
        drawLooks(line, judged.rows[index]);
      });
      drawGhost(rows, cursor);
      drawSelection(block);
    },
    cellAt: ({ row, column }) => lines[row]?.cells[column],
    addressOf(target) {
      const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
      const row = lines.findIndex((line) => line.row === cell?.parentElement);
      return cell && row >= 0 ? { row, column: Math.min(cell.cellIndex - 1, rowFields.length - 1) } : undefined;
    },
  };
}

function drawMark(cell: HTMLTableCellElement, mark: Mark | undefined, quiet: string | undefined): void {
  cell.classList.toggle('bad', mark?.tone === 'bad');
  cell.classList.toggle('warn', mark?.tone === 'warn');
  cell.classList.toggle('quiet', mark?.tone === 'quiet');
  if (mark?.tone === 'quiet' && quiet !== undefined) cell.dataset['quiet'] = quiet;
  else delete cell.dataset['quiet'];
}

/** What a screen reader calls a cell. */
export const cellLabel = (words: Settings['words'], { row, column }: CellAddress): string =>
  fill(words.cell, { column: words.columns[rowFields[column] ?? 'note'], line: row + 1 });
