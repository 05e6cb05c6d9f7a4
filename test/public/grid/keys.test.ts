import { expect } from 'chai';
import { type Command, commandOf, type Key, type Mode } from '../../../public/src/grid/keys.ts';

/** "Ctrl+Shift+ArrowDown" as the browser tells it. */
function key(text: string, more: Partial<Key> = {}): Key {
  const parts = text.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    isComposing: false,
    keyCode: 0,
    ...more,
  };
}

const move = (step: string, isExtending = false) => ({ kind: 'move', step, extends: isExtending }) as Command;

describe('the keys of the grid', () => {
  const ready: [string, Command][] = [
    ['ArrowDown', move('down')],
    ['Shift+ArrowRight', move('right', true)],
    ['Enter', { kind: 'enter', isBack: false }],
    ['Shift+Enter', { kind: 'enter', isBack: true }],
    ['Tab', { kind: 'tab', isBack: false }],
    ['Shift+Tab', { kind: 'tab', isBack: true }],
    ['Home', move('row_start')],
    ['End', move('row_end')],
    ['Ctrl+Home', move('grid_start')],
    ['Ctrl+End', move('grid_end')],
    ['Ctrl+Shift+End', move('grid_end', true)],
    ['Ctrl+ArrowRight', move('row_end')],
    ['PageDown', move('page_down')],
    ['F2', { kind: 'edit' }],
    ['Delete', { kind: 'clear' }],
    ['Ctrl+z', { kind: 'undo' }],
    ['Ctrl+Z', { kind: 'undo' }],
    ['Cmd+z', { kind: 'undo' }],
    ['Ctrl+y', { kind: 'redo' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Ctrl+d', { kind: 'fill_down' }],
    ['Ctrl+a', { kind: 'select_all' }],
    ['Shift+ ', { kind: 'select_rows' }],
    ['Ctrl+s', { kind: 'save' }],
    ['Ctrl+Enter', { kind: 'check' }],
    ['Ctrl+Shift+ArrowDown', { kind: 'leave' }],
  ];
  for (const [keys, command] of ready) {
    it(`on a ready cell: ${keys}`, () => expect(commandOf(key(keys), 'ready')).to.deep.equal(command));
  }

  const everywhere: [string, Command][] = [
    ['Escape', { kind: 'cancel' }],
    ['Enter', { kind: 'enter', isBack: false }],
    ['ArrowUp', move('up')],
    ['Ctrl+s', { kind: 'save' }],
    ['Ctrl+Enter', { kind: 'check' }],
  ];
  for (const [keys, command] of everywhere) {
    for (const mode of ['typing', 'editing'] as const) {
      it(`while ${mode}: ${keys}`, () => expect(commandOf(key(keys), mode)).to.deep.equal(command));
    }
  }

  it('go on with an arrow while typing, and move in the text after F2', () => {
    expect(commandOf(key('ArrowRight'), 'typing')).to.deep.equal(move('right'));
    expect(commandOf(key('ArrowRight'), 'editing')).to.equal(undefined);
  });

  const left: [string, Mode][] = [
    ['a', 'ready'],
    ['Backspace', 'ready'],
    ['Ctrl+c', 'ready'],
    ['Ctrl+x', 'ready'],
    ['Ctrl+v', 'ready'],
    ['Escape', 'ready'],
    ['Ctrl+z', 'typing'],
    ['Ctrl+a', 'editing'],
    ['Home', 'editing'],
    ['Delete', 'editing'],
    ['Shift+ ', 'typing'],
    ['Alt+ArrowDown', 'ready'],
  ];
  for (const [keys, mode] of left) {
    it(`leave ${keys} to the field (${mode})`, () => expect(commandOf(key(keys), mode)).to.equal(undefined));
  }

  it('belong to the input method while it composes', () => {
    for (const mode of ['ready', 'typing', 'editing'] as const) {
      expect(commandOf(key('Enter', { isComposing: true }), mode)).to.equal(undefined);
      expect(commandOf(key('ArrowDown', { keyCode: 229 }), mode)).to.equal(undefined);
    }
  });
});
