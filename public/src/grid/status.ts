/** The bar at the foot of the page: how many rows are in which state, what the button will check, whether all is saved. */
import { button, el } from '../dom/dom.ts';
import { fill } from '../dom/fill.ts';
import type { Tally } from './judge.ts';
import type { SaveState } from './saver.ts';
import type { Settings } from './settings.ts';

export type Status = { showTally: (tally: Tally) => void; showSaved: (state: SaveState) => void };

const ORDER = ['ready', 'look', 'waiting', 'problem', 'duplicate', 'entering'] as const;

export function openStatus(
  { form, settings }: { form: HTMLElement; settings: Settings },
  { onKeepMine }: { onKeepMine: () => void },
): Status {
  const { words, icon, zone, deskUrl } = settings;
  const rows = document.querySelector('[data-tally="rows"]');
  const rest = document.querySelector('[data-tally="rest"]');
  const saved = document.querySelector<HTMLElement>('[data-saved]');
  const check = document.querySelector('[data-do="check"] span');
  const checkPlain = check?.textContent ?? '';
  let notice: HTMLElement | undefined;
  /** What the page came with: when the draft was saved, and by whom. */
  const atFirst = { className: saved?.className ?? '', children: [...(saved?.childNodes ?? [])] };

  // The page's language decides how a clock reads; both write 08:47.
  const clock = (instant: string) =>
    new Intl.DateTimeFormat('vi', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
      new Date(instant),
    );

  function showTally(tally: Tally): void {
    const parts = ORDER.filter((state) => tally[state] > 0).map((state) =>
      fill(words.tally[state], { count: tally[state] }),
    );
    if (rows) rows.textContent = fill(words.tally.rows, { count: tally.rows });
    if (rest) rest.textContent = parts.map((part) => ` · ${part}`).join('');
    if (check) check.textContent = tally.rows > 0 ? fill(words.checkRows, { count: tally.rows }) : checkPlain;
  }

  function say(picture: string, text: string, tone = 'muted'): void {
    if (!saved) return;
    saved.className = `sm row desk-saved ${tone}`;
    saved.replaceChildren(icon(picture, 'ic s'), el('span', {}, text));
  }

  function warn(text: string, ...more: Node[]): void {
    const next = el(
      'div',
      { class: 'note bad', role: 'alert' },
      icon('alert'),
      el('div', {}, el('p', {}, text), ...more),
    );
    if (notice) notice.replaceWith(next);
    else form.prepend(next);
    notice = next;
  }

  function warnStale(by: string | undefined, at: string | undefined): void {
    const text = by && at ? fill(words.draft.stale, { name: by, time: clock(at) }) : words.draft.staleGone;
    const keep = button({ className: 'btn sm', onClick: onKeepMine }, words.draft.keepMine);
    const open = el('a', { class: 'btn sm', href: deskUrl }, words.draft.openOther);
    warn(text, el('p', { class: 'row wrap mt8' }, open, keep));
  }

  return {
    showTally,
    showSaved(state) {
      // A conflict stays on the page until it is settled.
      if (state.kind !== 'saving') notice?.remove();
      if (state.kind !== 'saving') notice = undefined;
      switch (state.kind) {
        case 'saved':
          return say('check', fill(words.draft.savedAt, { time: clock(state.at) }));
        case 'untouched':
          if (saved) saved.className = atFirst.className;
          return saved?.replaceChildren(...atFirst.children);
        case 'changed':
          return say('pencil', words.draft.notSaved);
        case 'saving':
          return say('sync', words.draft.saving);
        case 'away':
          return say('wifi-off', words.draft.away, 'c-warn');
        case 'signed_out':
          say('alert', words.draft.notSaved, 'c-bad');
          return warn(
            words.draft.signedOut,
            el('p', { class: 'mt8' }, el('a', { href: '/login', target: '_blank' }, '/login')),
          );
        case 'refused':
          say('alert', words.draft.notSaved, 'c-bad');
          return warn(words.draft.refused);
        case 'stale':
          say('alert', words.draft.notSaved, 'c-bad');
          return warnStale(state.by, state.at);
        default:
          return state satisfies never;
      }
    },
  };
}
