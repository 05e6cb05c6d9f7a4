/** Typing the short code that is printed under the QR code. */
import { readPassCode } from '../../../server/domain/door/pass-code.ts';
import { button, el } from '../dom/dom.ts';
import type { Ui } from './ui.ts';

export type TypedView = { nodes: Node[]; focus: () => void };

export function typedView({ words, icon }: Ui, on: { code: (code: string) => void; back: () => void }): TypedView {
  const said = words.typed;
  const field = el('input', {
    class: 'in code',
    id: 'code',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: '200',
    'aria-describedby': 'code-hint code-problem',
  });
  const problem = el('p', { class: 'err', id: 'code-problem', role: 'alert' });
  const box = el(
    'div',
    { class: 'f' },
    el('label', { for: 'code' }, said.label),
    field,
    el('p', { class: 'hint', id: 'code-hint' }, said.hint),
    problem,
  );
  const form = el(
    'form',
    { class: 'stage-form', novalidate: '' },
    el('div', { class: 'pad9' }, el('h1', { class: 'h9' }, said.heading), box),
    el(
      'div',
      { class: 'v-act end9' },
      button({ className: 'sbtn half', onClick: on.back }, words.back),
      el('button', { type: 'submit', class: 'sbtn main' }, icon('check'), said.button),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = readPassCode(field.value);
    box.classList.toggle('bad', !code);
    field.setAttribute('aria-invalid', String(!code));
    problem.replaceChildren(...(code ? [] : [icon('alert', 'ic s'), said.problem]));
    if (code) on.code(code.code);
    else field.focus();
  });
  return { nodes: [form], focus: () => field.focus() };
}
