/** Saving by hand, checking and throwing away: how the rows leave the page. */
import type { TypedRow } from '../../../server/domain/list/row.ts';
import { fieldsOf } from './fields.ts';
import type { Saver } from './saver.ts';

export type HandOver = {
  form: HTMLFormElement;
  saver: Saver;
  /** The rows as they stand, what was being typed included. */
  takeRows: () => TypedRow[];
  onNoRows: () => void;
};

export function listenToHandOver({ form, saver, takeRows, onNoRows }: HandOver): void {
  const draft = form.querySelector<HTMLInputElement>('[name="draft"]');
  let fields: HTMLElement | undefined;

  /** The server sees the form it knows: one field per cell. */
  function prepare(rows: readonly TypedRow[]): void {
    saver.stop();
    fields?.remove();
    fields = fieldsOf(rows);
    form.append(fields);
    if (draft) draft.value = String(saver.version());
  }

  /** Saved first: should the network fail now, nothing is lost with the page. */
  async function sendAfterSaving(): Promise<void> {
    await saver.now();
    if (!saver.isSaved()) return;
    prepare(takeRows());
    form.submit();
  }

  form.addEventListener('submit', (event) => {
    const rows = takeRows();
    if (rows.length > 0 && saver.isSaved()) return prepare(rows);
    event.preventDefault();
    if (rows.length === 0) onNoRows();
    else void sendAfterSaving();
  });
  document.querySelector('[data-do="save"]')?.addEventListener('click', (event) => {
    event.preventDefault();
    takeRows();
    void saver.now();
  });
  document.querySelector('#discard-form')?.addEventListener('submit', () => saver.stop());
  // A page that comes back out of the browser's memory shows rows of an earlier version.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
