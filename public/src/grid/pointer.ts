/**
 * The mouse and the finger on the grid: a press puts the cursor, dragging or Shift selects, twice opens the cell. The right
 * button puts the cursor first, so that the field is what the browser's menu offers to paste into.
 */
import type { Editor } from './editor.ts';
import type { Block, CellAddress } from './sheet.ts';
import type { View } from './view.ts';

export type PointerActions = {
  put: (cell: CellAddress) => void;
  extend: (cell: CellAddress) => void;
  rows: (rows: Pick<Block, 'top' | 'bottom'>) => void;
  edit: () => void;
};

export function listenToPointer(
  { table, view, editor }: { table: HTMLElement; view: View; editor: Editor },
  { put, extend, rows, edit }: PointerActions,
): void {
  let from: CellAddress | undefined;
  let isTouch = false;
  const isOwn = (event: Event) => event.target === editor.field;
  const isTyping = () => editor.mode() !== 'ready';
  const rowsTo = ({ row }: CellAddress) => {
    const start = from?.row ?? row;
    rows({ top: Math.min(start, row), bottom: Math.max(start, row) });
  };

  table.addEventListener('pointerdown', (event) => {
    isTouch = event.pointerType !== 'mouse';
  });
  table.addEventListener('mousedown', (event) => {
    const cell = view.addressOf(event.target);
    if (!cell || event.button === 1) return;
    if (isOwn(event) && isTyping()) return; // the text has its own mouse
    if (isOwn(event) && event.button === 2) return; // it lies there already
    if (isOwn(event) && isTouch && editor.hasFocus()) return edit(); // the second tap is a finger's F2
    event.preventDefault(); // or the browser would put the focus elsewhere
    editor.field.focus({ preventScroll: true });
    if (event.button === 2) return put({ ...cell, column: Math.max(0, cell.column) });
    const isExtending = event.shiftKey && from !== undefined;
    if (!isExtending) from = cell;
    if (cell.column < 0) rowsTo(cell);
    else if (isExtending) extend(cell);
    else put(cell);
  });
  table.addEventListener('mouseover', (event) => {
    const cell = event.buttons === 1 && !isTouch && !isTyping() ? view.addressOf(event.target) : undefined;
    if (!cell || !from) return;
    if (from.column < 0) rowsTo(cell);
    else extend({ ...cell, column: Math.max(0, cell.column) });
  });
  table.addEventListener('dblclick', (event) => {
    if (isOwn(event) && !isTyping()) edit();
  });
}
