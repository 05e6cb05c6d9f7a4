/** The page behind a pairing link: one button, because opening a link must not use the code up. */
import { el } from './dom/dom.ts';
import { fill } from './dom/fill.ts';
import { pair } from './scanner/pair.ts';
import { openQueue, type Queue } from './scanner/queue.ts';
import { type Ui, uiOf } from './scanner/ui.ts';

const root = document.querySelector<HTMLElement>('[data-pairing]');
if (root) void openPairing(root);

async function openPairing(page: HTMLElement): Promise<void> {
  const ui = uiOf(page);
  const start = page.querySelector<HTMLButtonElement>('[data-pair]');
  const problem = page.querySelector<HTMLElement>('[data-problem]');
  if (!start || !problem) return;
  const complain = (message: string) => problem.replaceChildren(ui.icon('alert', 'ic s'), message);
  const queue = await openQueue().catch(() => undefined);
  if (!queue) return complain(ui.words.pairing.noStorage);
  const { waiting } = await queue.count();
  if (waiting > 0) start.before(keptNote(ui, waiting));
  start.disabled = false;
  start.addEventListener('click', () => void pairNow(queue));

  async function pairNow(storage: Queue): Promise<void> {
    if (!start) return;
    start.disabled = true;
    problem?.replaceChildren();
    const result = await pair(storage, page.dataset['code'] ?? '', ui);
    start.disabled = false;
    if (result.kind === 'problem') complain(result.message);
    else location.assign('/door');
  }
}

const keptNote = ({ words, icon }: Ui, count: number): HTMLElement =>
  el('p', { class: 'kept-note' }, icon('inbox'), fill(words.pairing.otherScans, { count }));
