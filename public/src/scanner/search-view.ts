/** Finding a delegate by name. The list comes from the roster in the phone, the verdict from the server as always. */
import { clock, inZone } from '../../../server/domain/words/document-date.ts';
import { addressed } from '../../../server/domain/vietnamese/person-name.ts';
import { button, el } from '../dom/dom.ts';
import { fill } from '../dom/fill.ts';
import { findEntries, markHits } from './find-entries.ts';
import type { Roster, RosterEntry } from './roster.ts';
import type { Ui } from './ui.ts';

export type SearchView = { nodes: Node[]; focus: () => void };

export function searchView(
  roster: Roster | undefined,
  { words, icon }: Ui,
  on: { admit: (entry: RosterEntry) => void; back: () => void },
): SearchView {
  const said = words.search;
  const field = el('input', {
    class: 'in',
    id: 'search',
    type: 'search',
    inputmode: 'search',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  });
  const summary = el('p', { class: 'sm muted mt8', role: 'status' });
  const hits = el('ul', { class: 'hits', 'aria-label': said.results });

  function list(): void {
    if (!roster) {
      summary.textContent = said.noRoster;
      return;
    }
    const found = findEntries(roster.entries, field.value);
    const numbers = { count: found.length, total: roster.entries.length, number: roster.cluster.number };
    summary.textContent = fill(found.length === 0 ? said.none : said.found, numbers);
    hits.replaceChildren(...found.map((entry) => hit(entry, field.value, roster)));
  }

  function hit(entry: RosterEntry, query: string, { cluster }: Roster): HTMLElement {
    const name = markHits(entry.fullName, query).flatMap(({ text, isHit }, index) => [
      index === 0 ? '' : ' ',
      isHit ? el('mark', {}, text) : text,
    ]);
    const about = [entry.position, entry.workplace].filter(Boolean).join(', ');
    const waits = entry.seat === 'waiting' && el('span', { class: 'inl' }, ` · ${said.waiting}`);
    const end = entry.admittedAt
      ? el('span', { class: 'did' }, said.presentAt, el('br'), clock(inZone(entry.admittedAt, cluster.zone)))
      : button(
          {
            className: 'do',
            onClick: () => on.admit(entry),
            label: fill(said.admitPerson, { person: addressed(entry) }),
          },
          said.admit,
        );
    return el(
      'li',
      {},
      el(
        'div',
        { class: 'who' },
        el('b', {}, entry.honorific, entry.honorific && ' ', ...name, waits),
        el('span', {}, about),
      ),
      end,
    );
  }

  field.addEventListener('input', list);
  list();
  return {
    nodes: [
      el('h1', { class: 'sr' }, said.heading),
      el(
        'div',
        { class: 'pad9' },
        el('label', { class: 'lab', for: 'search' }, said.label),
        el('div', { class: 'find' }, icon('search'), field),
        summary,
      ),
      el('div', { class: 'hits-box' }, hits),
      el('div', { class: 'v-act end9' }, button({ className: 'sbtn main', onClick: on.back }, icon('qr'), words.back)),
    ],
    focus: () => field.focus(),
  };
}
