/**
 * The one field that sits in the current cell. It is a real text field and has the focus all the time, so every input
 * method, screen reader and clipboard meets what it knows. Until somebody types, its text is selected: typing over it
 * replaces it, and the browser does that, not a script that guesses at keys.
 */
import { el } from '../dom/dom.ts';
import type { Mode } from './keys.ts';

export type Editor = {
  field: HTMLInputElement;
  mode: () => Mode;
  setMode: (mode: Mode) => void;
  hasFocus: () => boolean;
  /** Moves into a cell and gives the cell it leaves its text back. */
  moveTo: (cell: HTMLElement, textLeft: (cell: HTMLElement) => string) => void;
  /** Shows the value of the current cell, unless somebody is typing. */
  show: (value: string) => void;
  focus: () => void;
  /** The caret at the end of the text: F2. */
  edit: () => void;
};

export type EditorEvents = { onTyping: () => void; onFocus: () => void; onBlur: () => void };

export function openEditor(describedBy: string, { onTyping, onFocus, onBlur }: EditorEvents): Editor {
  const field = el('input', {
    class: 'cell-editor',
    autocomplete: 'off',
    autocapitalize: 'off',
    enterkeyhint: 'next',
    spellcheck: 'false',
    'aria-describedby': describedBy,
  });
  let mode: Mode = 'ready';
  let isMoving = false;

  const hasFocus = () => document.activeElement === field;
  const setMode = (next: Mode) => {
    mode = next;
    field.classList.toggle('typing', next !== 'ready');
    if (next === 'ready') field.style.maxWidth = '';
    else stretch(field);
  };
  const startTyping = () => {
    if (mode === 'ready') setMode('typing');
  };
  field.addEventListener('compositionstart', startTyping);
  field.addEventListener('input', () => {
    startTyping();
    stretch(field);
    onTyping();
  });
  field.addEventListener('focus', () => {
    if (!isMoving) onFocus();
  });
  field.addEventListener('blur', () => {
    if (!isMoving) onBlur();
  });

  return {
    field,
    mode: () => mode,
    setMode,
    hasFocus,
    moveTo(cell, textLeft) {
      const before = field.parentElement;
      if (before === cell) return;
      const hadFocus = hasFocus();
      isMoving = true;
      cell.replaceChildren(field);
      before?.classList.remove('cur');
      if (before) before.textContent = textLeft(before);
      cell.classList.add('cur');
      if (hadFocus) field.focus({ preventScroll: true });
      isMoving = false;
    },
    show(value) {
      if (mode !== 'ready') return;
      if (field.value !== value) field.value = value;
      if (hasFocus()) field.select();
    },
    focus() {
      field.focus({ preventScroll: true });
      field.select();
      field.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    edit() {
      setMode('editing');
      field.focus({ preventScroll: true });
      field.setSelectionRange(field.value.length, field.value.length);
    },
  };
}

/** The state of the row stays in sight at the right edge. */
const STATE_COLUMN_PX = 36;

/** A long text reaches over the cells beside it while it is typed, as far as the grid goes. */
function stretch(field: HTMLInputElement): void {
  const cell = field.parentElement;
  const box = cell?.closest('.grid-box');
  if (!cell || !box) return;
  const room = box.getBoundingClientRect().right - cell.getBoundingClientRect().left - STATE_COLUMN_PX;
  field.style.maxWidth = `${Math.max(cell.clientWidth, room)}px`;
  field.size = field.value.length + 2;
}
