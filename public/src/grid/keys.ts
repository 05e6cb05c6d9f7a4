/** Which key asks for what. Keys that are not named here belong to the field: it types, composes and edits by itself. */
import type { Step } from './selection.ts';

/**
 * `ready`: a cell is current and typing replaces it. `typing`: that has begun; arrows go on to the next cell, as in a
 * spreadsheet. `editing`: after F2 or a double click the arrows move in the text.
 */
export type Mode = 'ready' | 'typing' | 'editing';

export type Command =
  | { kind: 'move'; step: Step; extends: boolean }
  | { kind: 'tab'; isBack: boolean }
  | { kind: 'enter'; isBack: boolean }
  | {
      kind:
        | 'edit'
        | 'cancel'
        | 'clear'
        | 'undo'
        | 'redo'
        | 'fill_down'
        | 'select_rows'
        | 'select_all'
        | 'save'
        | 'check'
        | 'leave';
    };

/** What a keyboard event says of itself. */
export type Key = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode: number;
};

const ARROWS: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
const FAR: Record<string, Step> = {
  ArrowUp: 'grid_start',
  ArrowDown: 'grid_end',
  ArrowLeft: 'row_start',
  ArrowRight: 'row_end',
};

export function commandOf(key: Key, mode: Mode): Command | undefined {
  // 229 is what browsers report while an input method is at work, some of them before they say "composing".
  if (key.isComposing || key.keyCode === 229 || key.altKey) return undefined;
  return key.ctrlKey || key.metaKey ? withControl(key, mode) : plain(key, mode);
}

function plain({ key, shiftKey }: Key, mode: Mode): Command | undefined {
  switch (key) {
    case 'Enter':
      return { kind: 'enter', isBack: shiftKey };
    case 'Tab':
      return { kind: 'tab', isBack: shiftKey };
    case 'Escape':
      return mode === 'ready' ? undefined : { kind: 'cancel' };
    case 'F2':
      return { kind: 'edit' };
    case 'ArrowUp':
    case 'ArrowDown':
      return move(ARROWS[key], shiftKey && mode === 'ready');
    case 'ArrowLeft':
    case 'ArrowRight':
      if (mode === 'editing' || (mode === 'typing' && shiftKey)) return undefined;
      return move(ARROWS[key], shiftKey);
    default:
      return mode === 'ready' ? whenReady(key, shiftKey) : undefined;
  }
}

function whenReady(key: string, shiftKey: boolean): Command | undefined {
  switch (key) {
    case 'Home':
      return move('row_start', shiftKey);
    case 'End':
      return move('row_end', shiftKey);
    case 'PageUp':
      return move('page_up', shiftKey);
    case 'PageDown':
      return move('page_down', shiftKey);
    case 'Delete':
      return shiftKey ? undefined : { kind: 'clear' };
    case ' ':
      return shiftKey ? { kind: 'select_rows' } : undefined;
    default:
      return undefined;
  }
}

function withControl({ key, shiftKey }: Key, mode: Mode): Command | undefined {
  const letter = key.toLowerCase();
  if (key === 'Enter') return { kind: 'check' };
  if (letter === 's') return { kind: 'save' };
  if (key === 'ArrowDown' && shiftKey) return { kind: 'leave' };
  // Inside a text the field undoes, selects and walks by itself.
  if (mode !== 'ready') return undefined;
  if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
  if (letter === 'y') return { kind: 'redo' };
  if (letter === 'd') return { kind: 'fill_down' };
  if (letter === 'a') return { kind: 'select_all' };
  if (key === 'Home') return move('grid_start', shiftKey);
  if (key === 'End') return move('grid_end', shiftKey);
  return move(FAR[key], shiftKey);
}

const move = (step: Step | undefined, isExtending: boolean): Command | undefined =>
  step && { kind: 'move', step, extends: isExtending };
