/** The desk's list by rank, as on paper, or by given name, to find somebody: links that keep the rest of the address. */
import type { Request } from 'express';
import type { Registration } from '../../../db/people/registrations.ts';
import { compareNames } from '../../domain/vietnamese/name-order.ts';
import type { PeopleWords } from '../../i18n/vi/people.ts';

const orders = ['rank', 'name'] as const;
export type ListSort = (typeof orders)[number];

export type SortLink = { href: string; label: string; isCurrent: boolean };

/** What the address asks for; anything else is the order of official lists. */
export const sortAsked = (req: Request): ListSort => orders.find((order) => order === req.query['sort']) ?? 'rank';

export const sortedList = (registrations: readonly Registration[], sort: ListSort): Registration[] =>
  sort === 'rank'
    ? [...registrations]
    : [...registrations].sort((left, right) => compareNames(left.fullName, right.fullName));

/** @param address the page as it was asked for: `req.originalUrl`, or its own address when a form is given back */
export function sortLinks(address: string, current: ListSort, t: PeopleWords): SortLink[] {
  return orders.map((order) => {
    const url = new URL(address, 'http://here');
    if (order === 'rank') url.searchParams.delete('sort');
    else url.searchParams.set('sort', order);
    return { href: url.pathname + url.search, label: t.sortBy[order], isCurrent: order === current };
  });
}
