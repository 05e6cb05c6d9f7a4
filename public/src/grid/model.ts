/** The rows with their history, and where the cursor stands. No page in sight. */
import { begin, type Moment, record, redo, undo } from './history.ts';
import * as select from './selection.ts';
import * as sheet from './sheet.ts';

export type Model = {
  rows: () => sheet.Rows;
  selection: () => select.Selection;
  cursor: () => sheet.CellAddress;
  block: () => sheet.Block;
  size: () => select.Size;
  /** One step to undo, unless the rows are the same. */
  change: (moment: Moment) => void;
  select: (selection: select.Selection) => void;
  /** False when there is nothing to go back or forward to. */
  travel: (direction: 'undo' | 'redo') => boolean;
};

/** The cursor begins in the first empty row, so that an immediate paste adds to what is there. */
export function openModel(first: sheet.Rows, most: number): Model {
  let history = begin({
    rows: sheet.padded(first, most),
    selection: select.at({ row: Math.min(first.length, most - 1), column: 0 }),
  });
  const rows = () => history.present.rows;
  const selection = () => history.present.selection;

  return {
    rows,
    selection,
    cursor: () => selection().cursor,
    block: () => select.blockOf(selection()),
    size: () => ({ rowCount: rows().length, lastFilled: Math.max(0, sheet.filledRows(rows()) - 1) }),
    change(moment) {
      const next = sheet.padded(moment.rows, most);
      const anchor = select.clamped(moment.selection.anchor, next.length);
      const cursor = select.clamped(moment.selection.cursor, next.length);
      history = record(history, { rows: next, selection: { anchor, cursor } });
    },
    select(next) {
      history = record(history, { rows: rows(), selection: next });
    },
    travel(direction) {
      const travelled = direction === 'undo' ? undo(history) : redo(history);
      if (travelled) history = travelled;
      return travelled !== undefined;
    },
  };
}
