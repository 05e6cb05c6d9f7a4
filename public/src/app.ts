/** Wires every `data-behavior` on the page to its function. Pages work without any of this. */
import { wire } from './behaviors/index.ts';

wire(document);
// A part of the page that was replaced brings new elements.
document.addEventListener('arrived', (event) => {
  if (event.target instanceof HTMLElement) wire(event.target);
});
