/** The one tap of a shift: it opens the camera, gives the page its sound and keeps the screen on. */
import { button, el } from '../dom/dom.ts';
import type { Ui } from './ui.ts';

export function startView({ words, icon }: Ui, onStart: () => void): { nodes: Node[]; focus: () => void } {
  const start = button({ className: 'sbtn main', onClick: onStart }, icon('camera'), words.start.button);
  return {
    nodes: [
      el(
        'section',
        { class: 'start' },
        icon('qr', 'ic start-mark'),
        el('h1', { class: 'h9' }, words.start.heading),
        el('p', { class: 'muted' }, words.start.hint),
      ),
      el('div', { class: 'v-act' }, start),
    ],
    focus: () => start.focus(),
  };
}
