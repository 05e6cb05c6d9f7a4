/** Listens for a USB or Bluetooth scanner, which types like a keyboard, wherever the focus is. */
import { readPassCode } from '../../../server/domain/door/pass-code.ts';
import { watchKeyBurst } from './key-burst.ts';

export function listenForUsbScanner(onCode: (text: string) => void): void {
  const burst = watchKeyBurst();
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const field = event.target instanceof HTMLInputElement ? event.target : undefined;
      // When the key was pressed, not when a busy page came to hear of it.
      const text = burst.press(event.key, event.timeStamp);
      if (text === undefined) return;
      // In a field somebody may be typing fast: only what is certainly a code is taken out of it.
      if (field && !readPassCode(text)) return;
      // Otherwise the scanner's Enter would press the focused button, "Quét tiếp" for one.
      event.preventDefault();
      event.stopPropagation();
      if (field) field.value = '';
      onCode(text);
    },
    { capture: true },
  );
}
