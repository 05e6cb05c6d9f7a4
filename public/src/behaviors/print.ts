/** A print button; hidden where no script could answer it. */
export function print(button: HTMLElement): void {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
