/** Says the weekday of a date while it is typed: a wrong year shows as a Saturday. Settings: data-says (where to say it). */
import { readTypedDate } from '../../../server/domain/words/typed-moment.ts';

export function showWeekday(element: HTMLElement): void {
  const says = document.querySelector(element.dataset['says'] ?? '');
  if (!(element instanceof HTMLInputElement) || !says) return;
  const before = says.textContent ?? '';
  const names = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'long', timeZone: 'UTC' });
  element.addEventListener('input', () => {
    const date = readTypedDate(element.value);
    says.textContent = date === undefined ? before : names.format(new Date(`${date}T00:00:00Z`));
  });
}
