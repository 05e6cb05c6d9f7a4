/** The frame around every screen: which door this is, how many are in, whether there is a network. */
import type { Count } from './acks.ts';
import { button, el } from '../dom/dom.ts';
import { fill } from '../dom/fill.ts';
import type { Ui } from './ui.ts';

export type NetState = { isOnline: boolean; waiting: number; review: number; note?: string | undefined };

export type Back = { label: string; go: () => void };

export type Frame = {
  /** The screen that stays on the page, hidden behind others: a video that is taken off the page stops. */
  setHome: (screen: readonly Node[]) => void;
  /** Puts a screen under the header. `back` is what the arrow does; without it there is no arrow. */
  show: (screen: readonly Node[] | 'home', back?: Back) => void;
  setPlace: (place: { number: number; gate: string; venue: string }) => void;
  /** No door yet: a title, and neither a count nor a network line. */
  setIdle: (title: string) => void;
  setCount: (count: Count) => void;
  setNet: (state: NetState) => void;
  /** A scan is on its way to the server. */
  setBusy: (isBusy: boolean) => void;
  /** Read out at once by a screen reader. */
  say: (sentence: string) => void;
};

export function openFrame(root: HTMLElement, { words, icon }: Ui): Frame {
  let goBack = () => {};
  const back = button({ className: 's-ib', onClick: () => goBack() }, icon('back'));
  const place = el('b');
  const venue = el('span');
  const present = el('b');
  const count = el('div', { class: 'count', hidden: '' }, present, el('span', {}, words.present));
  const header = el('header', { class: 's-top' }, back, el('div', { class: 'ttl' }, place, venue), count);
  const net = el('p', { class: 'net', role: 'status' });
  const busy = el('p', { class: 'busy', hidden: '' }, el('span', {}, words.ready.asking));
  const home = el('div', { class: 'stage', hidden: '' });
  const stage = el('div', { class: 'stage' });
  // Filled later: a live region has to be on the page before its words, or nobody reads them out.
  const alert = el('p', { class: 'sr', role: 'alert' });
  root.replaceChildren(header, net, home, stage, busy, alert);

  return {
    setHome(screen) {
      home.replaceChildren(...screen);
    },
    show(screen, wanted) {
      home.hidden = screen !== 'home';
      stage.hidden = screen === 'home';
      stage.replaceChildren(...(screen === 'home' ? [] : screen));
      back.hidden = wanted === undefined;
      back.setAttribute('aria-label', wanted?.label ?? words.back);
      goBack = wanted?.go ?? (() => {});
    },
    setPlace(door) {
      place.textContent = fill(words.place, { number: door.number, gate: door.gate });
      venue.textContent = door.venue;
    },
    setIdle(title) {
      place.textContent = title;
      venue.textContent = '';
      count.hidden = true;
      net.hidden = true;
    },
    setCount(numbers) {
      count.hidden = false;
      present.replaceChildren(String(numbers.present), el('small', {}, `/${numbers.expected}`));
    },
    setNet({ isOnline, waiting, review, note }) {
      const queued = waiting > 0 && fill(isOnline ? words.net.sending : words.net.waiting, { count: waiting });
      const aside = review > 0 && fill(words.net.review, { count: review });
      const end = [queued, aside].filter(Boolean).join(' · ') || (isOnline && note) || '';
      const state = isOnline ? words.net.online : words.net.offline;
      // A screen reader says again whatever is put into the line, so the same words are not put there twice.
      if (net.dataset['says'] === `${state} ${end}`) return;
      net.dataset['says'] = `${state} ${end}`;
      net.className = isOnline ? 'net' : 'net off';
      net.replaceChildren(
        icon(isOnline ? 'wifi' : 'wifi-off'),
        el('span', {}, state),
        el('span', { class: 'end' }, end),
      );
    },
    setBusy(isBusy) {
      busy.hidden = !isBusy;
      root.setAttribute('aria-busy', String(isBusy));
    },
    say(sentence) {
      alert.textContent = sentence;
    },
  };
}
