/** The line in the head of a page that says which event it is about and leads to the others. */
import type { EventChoice } from '../../../db/events/event-choices.ts';
import { inZone, shortDate } from '../../domain/words/document-date.ts';
import type { LayoutWords } from '../../i18n/vi/layout.ts';
import { withEvent } from '../event-asked.ts';
import { links } from '../../pages/links.ts';
import type { Shell } from './shell.ts';
import { type TabName, tabOfEvent } from './tabs.ts';

export type EventSwitcher = {
  title: string;
  days: string;
  choices: { href: string; title: string; days: string; isCurrent: boolean }[];
  allHref: string | undefined;
};

/** Undefined where there is nothing to choose, or where the page is of no event. */
export function eventSwitcher(
  { event, events, hasChoice, hasMore }: Shell,
  { tab, words }: { tab: TabName | undefined; words: LayoutWords },
): EventSwitcher | undefined {
  const path = tabOfEvent(tab);
  if (!event || !hasChoice || path === undefined) return undefined;
  const isFar = !events.some(({ id }) => id === event.id);
  return {
    title: event.title,
    days: daysOf(event, words),
    choices: [...(isFar ? [event] : []), ...events].map((choice) => ({
      href: withEvent(path, choice.id),
      title: choice.title,
      days: daysOf(choice, words),
      isCurrent: choice.id === event.id,
    })),
    allHref: hasMore ? withEvent(links.allEvents, event.id) : undefined,
  };
}

/** From the first cluster's day to the last one's. */
export function daysOf({ days, zone }: EventChoice, words: LayoutWords): string {
  if (!days) return words.noClusters;
  const [first, last] = [days.first, days.last].map((day) => shortDate(inZone(day, zone)));
  return first === last ? `${first}` : words.fromTo(`${first}`, `${last}`);
}
