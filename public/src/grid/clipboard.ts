/**
 * Copy, cut and paste of blocks, by the clipboard events of the field: they work without permission and over http. A paste that
 * is meant for no field goes to the cursor.
 */
import type { Actions } from './actions.ts';
import type { Editor } from './editor.ts';

export function listenToClipboard(
  { field, mode, focus }: Editor,
  actions: Pick<Actions, 'copy' | 'cut' | 'paste'>,
): void {
  for (const kind of ['copy', 'cut'] as const) {
    // Safari asks first whether there is anything to copy; of an empty cell it would say no.
    field.addEventListener(`before${kind}`, (event) => {
      if (mode() === 'ready') event.preventDefault();
    });
    field.addEventListener(kind, (event) => {
      if (mode() !== 'ready') return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', actions[kind]());
    });
  }
  field.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // A word into a text that is being edited is the field's own business; a block never is.
    const isBlock = /[\t\n]/.test(text.trim());
    if (mode() !== 'ready' && !isBlock) return;
    event.preventDefault();
    actions.paste(text);
  });
  // Ctrl V right after the page opens, or after a button: nothing else there could take it.
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || isField(event.target) || text.trim() === '') return;
    event.preventDefault();
    focus();
    actions.paste(text);
  });
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
