/** Shown on a phone that is not paired, or no longer: how to pair it, and a field for the code. */
import { el } from '../dom/dom.ts';
import { fill } from '../dom/fill.ts';
import { pair, pairingCodeIn } from './pair.ts';
import type { Device, Queue } from './queue.ts';
import type { Ui } from './ui.ts';

export function pairingView(
  { queue, wasRevoked, stillKept }: { queue: Queue; wasRevoked: boolean; stillKept: number },
  ui: Ui,
  onPaired: (device: Device) => void,
): Node[] {
  const { words, icon } = ui;
  const said = words.pairing;
  const field = el('input', {
    class: 'in code',
    id: 'pairing-code',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    'aria-describedby': 'pairing-problem',
  });
  const problem = el('p', { class: 'err', id: 'pairing-problem', role: 'alert' });
  const box = el('div', { class: 'f' }, el('label', { for: 'pairing-code' }, said.label), field, problem);
  const submit = el('button', { type: 'submit', class: 'sbtn main' }, icon('link'), said.button);

  function complain(message: string): void {
    box.classList.add('bad');
    field.setAttribute('aria-invalid', 'true');
    problem.replaceChildren(icon('alert', 'ic s'), message);
    field.focus();
  }

  const form = el(
    'form',
    { class: 'stage-form', novalidate: '' },
    el(
      'div',
      { class: 'pad9 pairing' },
      el('h1', { class: 'h9' }, wasRevoked ? said.revokedHeading : said.heading),
      el('p', { class: 'mt8' }, wasRevoked ? said.revokedLead : said.lead),
      stillKept > 0 && el('p', { class: 'kept-note mt8' }, icon('inbox'), fill(said.stillKept, { count: stillKept })),
      el('ol', { class: 'steps-list' }, ...[said.step1, said.step2, said.step3].map((step) => el('li', {}, step))),
      box,
    ),
    el('div', { class: 'v-act end9' }, submit),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const code = pairingCodeIn(field.value);
    if (code === '') return complain(said.problem);
    submit.disabled = true;
    const result = await pair(queue, code, ui);
    submit.disabled = false;
    if (result.kind === 'problem') complain(result.message);
    else onPaired(result.device);
  });
  return [form];
}
