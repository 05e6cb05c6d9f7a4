/** What can be done to the grid, by any means: a key, the mouse, a button, the clipboard. Each is one step to undo. */
import { composed } from '../../../server/domain/vietnamese/composed.ts';
import { fill } from '../dom/fill.ts';
import type { Editor } from './editor.ts';
import type { Message } from './message.ts';
import type { Model } from './model.ts';
import { paste, toTsv } from './paste.ts';
import * as select from './selection.ts';
import type { Settings } from './settings.ts';
import * as sheet from './sheet.ts';

export type Actions = {
  /** Takes over what was typed. */
  commit: () => void;
  cancel: () => void;
  go: (selection: select.Selection) => void;
  /** Moves the far end of the selection. */
  extend: (to: sheet.CellAddress) => void;
  edit: () => void;
  clear: () => void;
  fillDown: () => void;
  paste: (text: string) => void;
  copy: () => string;
  cut: () => string;
  addRow: () => void;
  removeRows: () => void;
  travel: (direction: 'undo' | 'redo') => void;
  /** Says of a row what only the clerk knows. */
  answer: (row: number, answer: 'anotherPerson' | 'comesAgain') => void;
};

export type Parts = {
  model: Model;
  editor: Editor;
  message: Message;
  settings: Settings;
  draw: () => void;
  onChange: () => void;
};

export function actionsOn({ model, editor, message, settings, draw, onChange }: Parts): Actions {
  const { words, mostRows: most } = settings;

  /** The cell that was typed into last, until the cursor has gone on from it. */
  let typedIn: sheet.CellAddress | undefined;

  function change(
    rows: sheet.Rows,
    { selection = model.selection(), said }: { selection?: select.Selection; said?: string } = {},
  ) {
    model.change({ rows, selection });
    if (said !== undefined) message.say(said);
    draw();
    onChange();
  }

  function commit(): void {
    if (editor.mode() === 'ready') return;
    const value = composed(editor.field.value);
    editor.setMode('ready');
    typedIn = model.cursor();
    change(sheet.withCell(model.rows(), model.cursor(), value), { selection: select.at(model.cursor()) });
  }

  function go(selection: select.Selection): void {
    commit();
    model.select(selection);
    message.cameFrom(typedIn);
    typedIn = undefined;
    message.done();
    draw();
    if (editor.hasFocus()) editor.focus();
  }

  function copy(): string {
    const { top, bottom } = model.block();
    message.say(fill(words.said.copied, { count: bottom - top + 1 }));
    return toTsv(model.rows(), model.block());
  }

  const clear = () => change(sheet.clearBlock(model.rows(), model.block()));

  return {
    commit,
    cancel() {
      editor.setMode('ready');
      draw();
    },
    go,
    extend: (cursor) => go({ anchor: model.selection().anchor, cursor }),
    edit: () => editor.edit(),
    clear,
    fillDown: () => change(sheet.fillDown(model.rows(), model.block())),
    paste(text) {
      editor.setMode('ready');
      const pasted = paste(model.rows(), text, { into: model.block(), most });
      if (!pasted) return draw();
      const { count, byHeading, passedOver, cutRows, cutColumns, unused, block, encoding } = pasted;
      const said = [fill(byHeading ? words.said.pastedByHeading : words.said.pasted, { count })];
      if (encoding) said.push(fill(words.said.converted, { encoding: words.encodings[encoding] }));
      if (passedOver > 0) said.push(fill(words.said.passedOver, { count: passedOver }));
      if (unused.length > 0)
        said.push(fill(words.said.unused, { columns: unused.map((name) => `“${name}”`).join(', ') }));
      if (cutRows > 0) said.push(fill(words.said.cutOff, { count: cutRows, most }));
      if (cutColumns > 0) said.push(fill(words.said.cutColumns, { count: cutColumns }));
      const anchor = { row: block.bottom, column: block.right };
      change(pasted.rows, {
        selection: { anchor, cursor: { row: block.top, column: block.left } },
        said: said.join(' '),
      });
      if (editor.hasFocus()) editor.focus();
    },
    copy,
    cut() {
      const text = copy();
      clear();
      return text;
    },
    addRow() {
      commit();
      const filled = sheet.filledRows(model.rows());
      if (filled >= most) return message.say(fill(words.said.full, { most }));
      const row = Math.min(model.block().bottom + 1, filled);
      change(sheet.insertRow(model.rows(), row).slice(0, most), { selection: select.at({ row, column: 0 }) });
      editor.focus();
    },
    removeRows() {
      commit();
      const { top, bottom } = model.block();
      const count = sheet.withoutBlank(model.rows().slice(top, bottom + 1)).length;
      const selection = select.at({ row: top, column: model.cursor().column });
      const said = count > 0 ? { said: fill(words.said.removed, { count }) } : {};
      change(sheet.removeRows(model.rows(), { top, bottom }), { selection, ...said });
      editor.focus();
    },
    travel(direction) {
      commit();
      if (!model.travel(direction)) return;
      message.say(direction === 'undo' ? words.said.undone : words.said.redone);
      draw();
      editor.focus();
      onChange();
    },
    answer(row, answer) {
      change(sheet.withAnswer(model.rows(), row, answer));
      editor.focus();
    },
  };
}
