/** Draws the screen that follows a scan. The main button takes the focus; only a yes goes away by itself. */
import { button, el, svg } from '../dom/dom.ts';
import { markOf } from './marks.ts';
import type { ResultScreen } from './result-screen.ts';
import type { Ui } from './ui.ts';

const GOES_ON_MS = 2500;

export type ResultView = {
  nodes: Node[];
  focus: () => void;
  /** Stops the clock of a screen that was left. */
  leave: () => void;
};

export function resultView(
  screen: ResultScreen,
  { words, icon }: Ui,
  on: { next: () => void; search: () => void },
): ResultView {
  const main = button(
    { className: screen.goesOn ? 'sbtn main auto' : 'sbtn main', onClick: on.next },
    icon('qr'),
    screen.next,
  );
  const search =
    screen.offersSearch && button({ className: 'sbtn half', onClick: on.search }, icon('search'), words.verdict.search);
  const section = el(
    'section',
    { class: `v ${screen.tone}`, 'aria-label': screen.heading, tabindex: '0' },
    el('div', { class: 'v-band' }, markOf(screen.mark), el('h1', {}, screen.heading), el('p', {}, screen.sub)),
    el(
      'div',
      { class: 'v-body' },
      screen.name !== undefined && el('p', { class: 'v-name' }, screen.name),
      screen.about !== undefined && el('p', { class: 'v-pos' }, screen.about),
      el(
        'ul',
        { class: 'v-list' },
        ...screen.facts.map(({ icon: name, main: text, sub }) =>
          el('li', {}, icon(name), el('div', {}, el('b', {}, text), sub !== undefined && el('span', {}, sub))),
        ),
      ),
    ),
  );
  const leave = screen.goesOn ? runDown(main, on.next) : () => {};
  return { nodes: [section, el('div', { class: 'v-act' }, search, main)], focus: () => main.focus(), leave };
}

/** The bar along the button's lower edge says how long the screen stays. */
function runDown(main: HTMLElement, then: () => void): () => void {
  const bar = svg('rect', { width: '0%', height: '4', class: 'auto-bar' });
  main.append(svg('svg', { 'aria-hidden': 'true' }, bar));
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const share = (performance.now() - startedAt) / GOES_ON_MS;
    bar.setAttribute('width', `${Math.min(100, Math.round(share * 100))}%`);
    if (share < 1) return;
    clearInterval(timer);
    then();
  }, 100);
  return () => clearInterval(timer);
}
