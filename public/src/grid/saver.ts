/**
 * Saves the draft by itself, one save at a time: two seconds after the last change, when the page goes out of sight,
 * and again until it arrives. What somebody else saved meanwhile is never overwritten without asking.
 */
import { rowAnswers, rowFields, type TypedRow } from '../../../server/domain/list/row.ts';

export type SaveState =
  | { kind: 'saved'; at: string }
  /** As it was when the page came. */
  | { kind: 'untouched' }
  | { kind: 'changed' | 'saving' | 'away' | 'signed_out' | 'refused' }
  /** Who and when are undefined when the draft is gone. */
  | { kind: 'stale'; by: string | undefined; at: string | undefined };

export type Saver = {
  changed: () => void;
  /** Saves what is unsaved; `isSaved` then tells whether that went well. */
  now: () => Promise<void>;
  isSaved: () => boolean;
  /** The present version, for the form that hands the rows in. */
  version: () => number;
  /** After a conflict: what is here shall replace what is there. */
  keepMine: () => void;
  /** The rows leave by another way; nothing more is to be saved. */
  stop: () => void;
};

const QUIET_MS = 2_000;
const RETRY_MS = 10_000;
/** Browsers refuse a `keepalive` body above 64 KiB. */
const MOST_KEPT_ALIVE = 60_000;

export function openSaver({
  url,
  unitId,
  version: firstVersion,
  rows,
  onState,
}: {
  url: string;
  unitId: string;
  version: number;
  rows: () => readonly TypedRow[];
  onState: (state: SaveState) => void;
}): Saver {
  let version = firstVersion;
  let saved = bodyOf(rows());
  let state: SaveState['kind'] = 'untouched';
  let savedAt: string | undefined;
  /** A body that was sent and never answered: it may have arrived. */
  let unanswered: string | undefined;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const tell = (next: SaveState) => {
    state = next.kind;
    onState(next);
  };
  const isSaved = () => bodyOf(rows()) === saved;
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void now(), milliseconds);
  };

  function now(): Promise<void> {
    clearTimeout(timer);
    running ??= save().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function save(): Promise<void> {
    if (state === 'stale') return;
    // The same rows again change nothing on the server, and its answer tells the version.
    if (unanswered !== undefined && !(await send(unanswered))) return;
    while (!isStopped && !isSaved()) {
      tell({ kind: 'saving' });
      if (!(await send(bodyOf(rows())))) return;
    }
  }

  /** True when the server has kept the rows. */
  async function send(body: string): Promise<boolean> {
    unanswered = body;
    try {
      const response = await fetch(url, request(body, version));
      if (response.status >= 500) throw new Error(String(response.status));
      if (response.status === 401) tell({ kind: 'signed_out' });
      else if (response.status === 409) tellStale(await response.json());
      else if (!response.ok) tell({ kind: 'refused' });
      else {
        const answer: { version: number; savedAt: string } = await response.json();
        version = answer.version;
        saved = body;
        savedAt = answer.savedAt;
        tell({ kind: 'saved', at: savedAt });
      }
      unanswered = undefined;
      return response.ok;
    } catch {
      later(RETRY_MS);
      tell({ kind: 'away' });
      return false;
    }
  }

  function tellStale({ error }: { error: { version: number; savedBy?: string; savedAt?: string } }): void {
    version = error.version;
    tell({ kind: 'stale', by: error.savedBy, at: error.savedAt });
  }

  const request = (body: string, from: number): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"version":${from},"unit":${JSON.stringify(unitId)},"rows":${body}}`,
    credentials: 'same-origin',
    redirect: 'error',
  });

  /** The page may be gone in a moment: no answer is waited for. A save under way will have raised the version by one. */
  function leave(): void {
    if (isStopped || state === 'stale' || isSaved()) return;
    const body = bodyOf(rows());
    const keepalive = new Blob([body]).size < MOST_KEPT_ALIVE;
    fetch(url, { ...request(body, version + (running ? 1 : 0)), keepalive }).catch(() => undefined);
  }

  addEventListener('pagehide', leave);
  addEventListener('online', () => void (state === 'away' && now()));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !isSaved()) void now();
  });
  addEventListener('beforeunload', (event) => {
    // Only where leaving would lose something: a connection that is down, a draft that somebody else holds.
    const isAtRisk = ['away', 'signed_out', 'refused', 'stale'].includes(state);
    if (!isStopped && isAtRisk && !isSaved()) event.preventDefault();
  });

  return {
    changed() {
      if (state === 'stale') return;
      if (isSaved()) {
        if (state === 'changed') tell(savedAt === undefined ? { kind: 'untouched' } : { kind: 'saved', at: savedAt });
        return;
      }
      if (state === 'saved' || state === 'untouched') tell({ kind: 'changed' });
      later(QUIET_MS);
    },
    now,
    isSaved,
    version: () => version,
    keepMine() {
      tell({ kind: 'changed' });
      saved = '';
      void now();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Rows without their empty cells, as text. */
const bodyOf = (rows: readonly TypedRow[]): string =>
  JSON.stringify(
    rows.map((row) => ({
      ...Object.fromEntries(rowFields.filter((field) => row[field] !== '').map((field) => [field, row[field]])),
      ...Object.fromEntries(rowAnswers.filter((answer) => row[answer]).map((answer) => [answer, true])),
    })),
  );
