/**
 * The key "/" leads to the search in the bar. A page that has rows of its own to filter keeps the key for them.
 */
import { isTyping } from './is-typing.ts';

export function focusBySlash(element: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('[data-behavior~="filter-rows"]') || !isShown(element)) return;
    event.preventDefault();
    element.focus();
  });
}

const isShown = (element: HTMLElement): boolean => element.offsetParent !== null;
