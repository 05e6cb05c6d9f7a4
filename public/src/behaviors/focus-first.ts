/** After a failed form the focus goes to what is wrong; after an action, to its result. */
export function focusFirst(element: HTMLElement): void {
  element.focus();
}
