/** The tabs of the shell: one for each part of the work, each of the event that the page is about. */
import { type Actor, isRegistrar } from '../../domain/account.ts';
import { withEvent } from '../event-asked.ts';
import { links } from '../../pages/links.ts';

export type Tab = { href: string; label: string; isCurrent: boolean; badge: number | undefined };
export type TabName = 'overview' | 'registration' | 'letters' | 'door' | 'lists' | 'setup' | 'accounts';

type Shown = { name: TabName; path: string; roles: readonly Actor['role'][]; isOfEvent: boolean };

const EVERYBODY: readonly Actor['role'][] = ['admin', 'organiser', 'registrar', 'accountant'];
const REGISTERS: readonly Actor['role'][] = ['admin', 'organiser', 'registrar'];
const ORGANISES: readonly Actor['role'][] = ['admin', 'organiser'];

const TABS: readonly Shown[] = [
  { name: 'overview', path: links.overview, roles: EVERYBODY, isOfEvent: true },
  { name: 'registration', path: links.registration, roles: REGISTERS, isOfEvent: true },
  { name: 'letters', path: links.allLetters, roles: REGISTERS, isOfEvent: true },
  { name: 'door', path: links.welcome, roles: REGISTERS, isOfEvent: true },
  { name: 'lists', path: links.allLists, roles: EVERYBODY, isOfEvent: true },
  { name: 'setup', path: links.setUp, roles: ORGANISES, isOfEvent: false },
  { name: 'accounts', path: links.accounts, roles: ORGANISES, isOfEvent: false },
];

export type TabWords = Record<TabName, string> & { unitWork: string };

/** `eventId` is undefined where there is no event to choose: the addresses stay short. `work` waits in the registration. */
export function tabsFor(
  actor: Actor,
  {
    current,
    eventId,
    work,
    words,
  }: { current: TabName | undefined; eventId: string | undefined; work: number; words: TabWords },
): Tab[] {
  return TABS.filter(({ roles }) => roles.includes(actor.role)).map(({ name, path }) => ({
    href: withEvent(path, eventId),
    label: name === 'overview' && isRegistrar(actor) ? words.unitWork : words[name],
    isCurrent: name === current,
    badge: name === 'registration' && work > 0 ? work : undefined,
  }));
}

/** The page of another event that answers to this one; undefined where a page is of no event. */
export const tabOfEvent = (name: TabName | undefined): string | undefined =>
  TABS.find((tab) => tab.name === name && tab.isOfEvent)?.path;
