/** Copies the value of a field. Settings: data-copy (selector of the field), data-done (what the button then says). */
export function copyText(button: HTMLElement): void {
  const field = document.querySelector<HTMLInputElement>(button.dataset['copy'] ?? '');
  const label = button.querySelector('span') ?? button;
  if (!field) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await copy(field);
    label.textContent = button.dataset['done'] ?? label.textContent;
    field.select();
  });
}

/** On plain http in an office network there is no clipboard interface; the old command still works there. */
async function copy(field: HTMLInputElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand('copy');
  }
}
