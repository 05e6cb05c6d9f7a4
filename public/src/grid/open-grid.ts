/** Puts the grid in the place of the plain form and joins its parts. */
import { type Actions, actionsOn } from './actions.ts';
import { listenToClipboard } from './clipboard.ts';
import { openEditor } from './editor.ts';
import { readFields } from './fields.ts';
import { listenToHandOver } from './hand-over.ts';
import { type Judged, judge, whileEntering } from './judge.ts';
import { commandOf } from './keys.ts';
import { openMessage } from './message.ts';
import { openMeters } from './meters.ts';
import { openModel } from './model.ts';
import { listenToPointer } from './pointer.ts';
import { commandRunner } from './run-command.ts';
import { openSaver } from './saver.ts';
import * as select from './selection.ts';
import { settingsOf } from './settings.ts';
import * as sheet from './sheet.ts';
import { openStatus } from './status.ts';
import { cellLabel, openView } from './view.ts';

/** Long enough not to judge every letter, short enough to feel at once. */
const TYPING_PAUSE_MS = 250;

export function openGrid(form: HTMLFormElement): void {
  const plain = form.querySelector<HTMLElement>('[data-plain]');
  const template = document.querySelector<HTMLTemplateElement>('#grid-template');
  if (!plain || !template) return;
  const settings = settingsOf(form);
  const problem = plain.querySelector('[data-problem]')?.textContent?.trim();
  const model = openModel(readFields(plain), settings.mostRows);
  const content = document.importNode(template.content, true);
  const tools = putTools(content);
  plain.replaceWith(content);
  const table = form.querySelector<HTMLTableElement>('[role="grid"]');
  const line = form.querySelector<HTMLElement>('#grid-say');
  const checkButton = document.querySelector<HTMLButtonElement>('[data-do="check"]');
  if (!table || !line) return;

  let typingPause: ReturnType<typeof setTimeout> | undefined;
  /** The row somebody has typed in since the cursor came to it: what is missing there is still to come. */
  let enteredRow: number | undefined;
  const editor = openEditor(line.id, {
    onTyping() {
      enteredRow = model.cursor().row;
      message.done();
      clearTimeout(typingPause);
      typingPause = setTimeout(() => {
        draw();
        saver.changed();
      }, TYPING_PAUSE_MS);
    },
    onFocus: () => draw(),
    onBlur() {
      actions.commit();
      enteredRow = undefined;
      draw();
    },
  });
  const view = openView({ table, editor: editor.field, settings });
  const meters = openMeters(document, settings);
  const message = openMessage(line, settings, { onAnswer: (row, answer) => actions.answer(row, answer) });
  const status = openStatus({ form, settings }, { onKeepMine: () => saver.keepMine() });

  /** With what stands in the field and is not taken over yet. */
  const rowsNow = () =>
    editor.mode() === 'ready' ? model.rows() : sheet.withCell(model.rows(), model.cursor(), editor.field.value);
  let judgedRows = model.rows();
  let judged: Judged = judge(judgedRows, settings);

  function draw(): void {
    const now = rowsNow();
    if (now !== judgedRows) judged = judge(now, settings);
    judgedRows = now;
    const cursor = model.cursor();
    if (enteredRow !== cursor.row) enteredRow = undefined;
    const shown = whileEntering(judged, enteredRow);
    const row = shown.rows[cursor.row];
    view.draw({ rows: model.rows(), judged: shown, block: model.block(), cursor });
    moveEditor(cursor, row?.marks[sheet.fieldAt(cursor.column)]?.tone === 'bad');
    status.showTally(shown.tally);
    meters.show(shown);
    if (!message.isSaying()) message.about(cursor, shown.rows);
  }

  function moveEditor(cursor: sheet.CellAddress, isBad: boolean): void {
    const cell = view.cellAt(cursor);
    if (!cell) return;
    editor.moveTo(cell, (left) => {
      const address = view.addressOf(left);
      return address ? sheet.valueAt(model.rows(), address) : '';
    });
    editor.show(sheet.valueAt(model.rows(), cursor));
    editor.field.setAttribute('aria-label', cellLabel(settings.words, cursor));
    editor.field.setAttribute('aria-invalid', String(isBad && editor.mode() === 'ready'));
  }

  const saver = openSaver({
    url: settings.draftUrl,
    unitId: settings.unitId,
    version: Number(form.querySelector<HTMLInputElement>('[name="draft"]')?.value ?? 0),
    rows: () => sheet.withoutBlank(rowsNow()),
    onState(state) {
      status.showSaved(state);
      const discard = form.querySelector<HTMLElement>('[data-discard]');
      if (discard && state.kind === 'saved') discard.hidden = sheet.filledRows(model.rows()) === 0;
    },
  });
  const actions: Actions = actionsOn({ model, editor, message, settings, draw, onChange: saver.changed });
  const run = commandRunner(
    { model, actions },
    {
      save: () => void saver.now(),
      check: () => checkButton?.click(),
      leave: () => checkButton?.focus(),
    },
  );

  editor.field.addEventListener('keydown', (event) => {
    const command = commandOf(event, editor.mode());
    if (command && run(command)) event.preventDefault();
  });
  listenToClipboard(editor, actions);
  listenToPointer(
    { table, view, editor },
    {
      put: (address) => actions.go(select.at(address)),
      extend: actions.extend,
      rows: (block) => actions.go(select.wholeRows(block)),
      edit: actions.edit,
    },
  );
  listenToTools(tools, {
    paste() {
      editor.focus();
      message.say(settings.words.pasteHow);
    },
    undo: () => actions.travel('undo'),
    redo: () => actions.travel('redo'),
    add_row: actions.addRow,
    remove_rows: actions.removeRows,
  });
  listenToHandOver({
    form,
    saver,
    takeRows() {
      actions.commit();
      return sheet.withoutBlank(model.rows());
    },
    onNoRows() {
      message.say(settings.words.said.noRows);
      editor.focus();
    },
  });

  draw();
  if (problem) message.say(problem);
}

/** The grid's tools go beside those that are there without a script. */
function putTools(content: DocumentFragment): HTMLElement | null {
  const tools = document.querySelector<HTMLElement>('.desk-tools');
  for (const part of content.querySelectorAll<HTMLElement>('[data-tools]')) {
    if (part.dataset['tools'] === 'first') tools?.prepend(part);
    else tools?.append(part);
  }
  return tools;
}

function listenToTools(tools: HTMLElement | null, does: Record<string, () => void>): void {
  for (const button of tools?.querySelectorAll<HTMLButtonElement>('[data-do]') ?? []) {
    // The field keeps the focus: what is being typed is taken over by the action, not by the loss of focus.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => does[button.dataset['do'] ?? '']?.());
  }
}
