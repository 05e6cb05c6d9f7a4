/** Wires every `data-behavior` on the page to its function. Pages work without any of this. */
import { behaviors } from './behaviors/index.ts';

for (const element of document.querySelectorAll<HTMLElement>('[data-behavior]')) {
  for (const name of (element.dataset['behavior'] ?? '').split(' ')) behaviors[name]?.(element);
}
