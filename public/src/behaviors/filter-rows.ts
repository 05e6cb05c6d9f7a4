/**
 * Hides the rows that do not match what is typed, marks not needed: "ngo khoi" finds Ngô Nhựt Khởi.
 * Settings: data-rows (selector of the rows), data-none (sentence when nothing matches). Rows of class "grp" are
 * headings: they stay while a row below them does. The key "/" leads to the field. A field that does nothing without a
 * script comes hidden, itself or what it stands in, and is shown here.
 */
import { fold, matchesSearch } from '../../../server/domain/vietnamese/fold.ts';
import { isTyping } from './is-typing.ts';

export function filterRows(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement)) return;
  const hidden = element.closest<HTMLElement>('[hidden]');
  if (hidden) hidden.hidden = false;
  const status = document.createElement('p');
  status.className = 'muted sm';
  status.setAttribute('role', 'status');
  (element.closest('.find') ?? element).after(status);

  const filter = () => {
    const query = fold(element.value);
    // Looked up each time: a refreshed part of the page brings new rows.
    const rows = [...document.querySelectorAll<HTMLElement>(element.dataset['rows'] ?? '')];
    const shown = showMatching(rows, query);
    status.textContent = query !== '' && shown === 0 ? (element.dataset['none'] ?? '') : '';
  };
  element.addEventListener('input', filter);
  document.addEventListener('arrived', filter);
  // A field with a name is also a search on the server, which Enter asks for; one without must not send the form.
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !element.name) event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    event.preventDefault();
    element.focus();
  });
  if (element.value !== '') filter();
}

function showMatching(rows: HTMLElement[], query: string): number {
  let heading: HTMLElement | undefined;
  let shown = 0;
  for (const row of rows) {
    if (row.classList.contains('grp')) {
      heading = row;
      row.hidden = query !== '';
      continue;
    }
    row.hidden = !matchesSearch(textOf(row), query);
    if (row.hidden) continue;
    shown += 1;
    if (heading) heading.hidden = false;
  }
  return shown;
}

/** Cells stand side by side without a space between them: each is read for itself. */
function textOf(row: HTMLElement): string {
  return (
    [...row.querySelectorAll('td, th, b, span')].map((part) => part.textContent).join(' ') || row.textContent || ''
  );
}
