/** Undo and redo, by what people did and not by letters: a paste of twenty rows is one step. */
import type { Selection } from './selection.ts';
import type { Rows } from './sheet.ts';

export type Moment = { rows: Rows; selection: Selection };
export type History = { past: readonly Moment[]; present: Moment; future: readonly Moment[] };

const MOST = 200;

export const begin = (present: Moment): History => ({ past: [], present, future: [] });

/** Moving about is no step of its own; changing rows is. */
export function record(history: History, next: Moment): History {
  if (next.rows === history.present.rows) return { ...history, present: next };
  return { past: [...history.past, history.present].slice(-MOST), present: next, future: [] };
}

/** The rows as they were, the cursor where the step happened; undefined when there is nothing to undo. */
export function undo({ past, present, future }: History): History | undefined {
  const before = past.at(-1);
  if (!before) return undefined;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo({ past, present, future }: History): History | undefined {
  const [next, ...later] = future;
  if (!next) return undefined;
  return { past: [...past, present], present: next, future: later };
}
