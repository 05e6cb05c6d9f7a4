/**
 * Asks before a form is sent. Without script the form is sent at once, so what it does must be possible to take back
 * or be confirmed by a page. Settings on the form: data-title (names the object and the number), data-text (what
 * follows), data-keep and data-do (the two buttons). The focus is on the safe one; Esc keeps.
 */
export function confirmDialog(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  let isConfirmed = false;
  element.addEventListener('submit', async (event) => {
    if (isConfirmed) return;
    event.preventDefault();
    const button = submitterOf(event, element);
    isConfirmed = await ask(element.dataset);
    button?.focus();
    // Safari 15 has no requestSubmit; a click also sends the button's own name and value.
    if (isConfirmed) button?.click();
  });
}

function submitterOf(event: SubmitEvent, form: HTMLFormElement): HTMLElement | null {
  return event.submitter ?? form.querySelector<HTMLElement>('button:not([type]), [type="submit"]');
}

function ask({ title = '', text = '', keep = '', do: action = '' }: DOMStringMap): Promise<boolean> {
  return new Promise((resolve) => {
    const heading = Object.assign(document.createElement('h2'), { id: 'confirm-title', textContent: title });
    const sentence = Object.assign(document.createElement('p'), { id: 'confirm-text', textContent: text });
    const safe = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'btn',
      textContent: keep,
    });
    const go = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'btn stop',
      textContent: action,
    });
    const row = Object.assign(document.createElement('div'), { className: 'row' });
    row.append(safe, go);

    const dialog = Object.assign(document.createElement('div'), { className: 'dialog' });
    dialog.setAttribute('role', 'dialog');
    dialog.setAttribute('aria-modal', 'true');
    dialog.setAttribute('aria-labelledby', heading.id);
    dialog.setAttribute('aria-describedby', sentence.id);
    dialog.append(heading, sentence, row);
    const backdrop = Object.assign(document.createElement('div'), { className: 'dialog-back' });
    backdrop.append(dialog);

    const close = (answer: boolean) => {
      backdrop.remove();
      resolve(answer);
    };
    safe.addEventListener('click', () => close(false));
    go.addEventListener('click', () => close(true));
    backdrop.addEventListener('click', (event) => {
      if (event.target === backdrop) close(false);
    });
    backdrop.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close(false);
      if (event.key !== 'Tab') return;
      event.preventDefault(); // two buttons: Tab goes from one to the other and never out
      (document.activeElement === safe ? go : safe).focus();
    });
    document.body.append(backdrop);
    safe.focus();
  });
}
