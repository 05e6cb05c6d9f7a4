/** The line under the grid: what is wrong in the current cell or its row, and what an action has done. */
import { rowFields } from '../../../server/domain/list/row.ts';
import { button, el } from '../dom/dom.ts';
import type { Judged, JudgedRow } from './judge.ts';
import type { Settings } from './settings.ts';
import { fieldAt, type CellAddress } from './sheet.ts';
import { cellLabel } from './view.ts';

export type Message = {
  /** Speaks about the place of the cursor, or about the cell that was filled on the way there. */
  about: (cell: CellAddress, rows: Judged['rows']) => void;
  /** Where somebody has just typed; undefined when the cursor only went on. */
  cameFrom: (cell: CellAddress | undefined) => void;
  /** Says one thing until the cursor goes on. */
  say: (text: string) => void;
  isSaying: () => boolean;
  done: () => void;
};

export function openMessage(
  element: HTMLElement,
  { words, icon }: Settings,
  { onAnswer }: { onAnswer: (row: number, answer: NonNullable<JudgedRow['asks']>) => void },
): Message {
  let shown = '';
  let isSaying = false;
  let left: CellAddress | undefined;

  function draw(key: string, ...children: Node[]): void {
    if (key === shown) return;
    shown = key;
    element.replaceChildren(...children);
  }

  const sentence = (text: string, tone: 'bad' | 'warn' | 'quiet') =>
    el(
      'p',
      { class: `row ${tone === 'bad' ? 'c-bad' : tone === 'warn' ? 'c-warn' : 'muted'}` },
      icon(tone === 'bad' ? 'stop' : 'alert', 'ic s'),
      text,
    );

  return {
    cameFrom(cell) {
      left = cell;
    },
    about({ row, column }, rows) {
      isSaying = false;
      const judged = rows[row];
      const before = left && left.row !== row ? rows[left.row]?.marks[fieldAt(left.column)] : undefined;
      const cell = left && cellLabel(words, left);
      const behind = before?.tone === 'quiet' ? [] : (before?.sentences.map((text) => `${cell}: ${text}`) ?? []);
      const here = fieldAt(column);
      const own = judged?.marks[here];
      const others = rowFields
        .filter((field) => field !== here && judged?.marks[field]?.tone === 'bad')
        .flatMap((field) => judged?.marks[field]?.sentences.map((text) => `${words.columns[field]}: ${text}`) ?? []);
      const waits = judged?.kind === 'waiting' ? [words.states.waiting] : [];
      const asks = judged?.kind === 'duplicate' ? judged.asks : undefined;
      const said = [...(own?.sentences ?? []), ...others, ...behind, ...waits, asks ? `${asks} ${row}` : ''];
      draw(
        said.join('|'),
        ...(own?.sentences ?? []).map((text) => sentence(text, own?.tone ?? 'quiet')),
        ...others.map((text) => sentence(text, 'bad')),
        ...behind.map((text) => sentence(text, before?.tone ?? 'bad')),
        ...waits.map((text) => sentence(text, 'warn')),
        ...(asks ? [button({ className: 'btn sm', onClick: () => onAnswer(row, asks) }, words[asks])] : []),
      );
    },
    say(text) {
      isSaying = true;
      draw(`!${text}`, el('p', { class: 'row' }, icon('info', 'ic s'), text));
    },
    isSaying: () => isSaying,
    done() {
      isSaying = false;
    },
  };
}
