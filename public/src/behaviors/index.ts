/** One small function per `data-behavior`; each file is one idea. Pages work without any of this. */
import { autoRefresh } from './auto-refresh.ts';
import { confirmDialog } from './confirm-dialog.ts';
import { copyText } from './copy-text.ts';
import { filterRows } from './filter-rows.ts';
import { focusBySlash } from './focus-by-slash.ts';
import { focusFirst } from './focus-first.ts';
import { print } from './print.ts';
import { quotaGauge } from './quota-gauge.ts';
import { showCurrent } from './show-current.ts';
import { showPassword } from './show-password.ts';
import { showWeekday } from './show-weekday.ts';

export type Behavior = (element: HTMLElement) => void;

export const behaviors: Record<string, Behavior> = {
  'auto-refresh': autoRefresh,
  'confirm-dialog': confirmDialog,
  'copy-text': copyText,
  'filter-rows': filterRows,
  'focus-by-slash': focusBySlash,
  'focus-first': focusFirst,
  print,
  'share-gauge': quotaGauge,
  'show-current': showCurrent,
  'show-password': showPassword,
  'show-weekday': showWeekday,
};

/** Starts the behaviors of everything inside `root`; for the page, and for parts that arrive later. */
export function wire(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-behavior]')) {
    for (const name of (element.dataset['behavior'] ?? '').split(' ')) behaviors[name]?.(element);
  }
}
