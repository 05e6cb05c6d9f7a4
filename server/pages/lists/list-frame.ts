/** What all lists of a cluster have in common: heading, groups with their Roman numbers, file name, who made the copy. */
import type { ListedDelegate } from '../../../db/lists/reports.ts';
import type { Group, Sheet, SheetRow } from '../../documents/sheet.ts';
import { clock, clockInWords, dateInWords, inZone, shortDate, weekday } from '../../domain/words/document-date.ts';
import type { ListGroup } from '../../domain/list/list-order.ts';
import { romanNumeral } from '../../domain/words/roman-numeral.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { paper } from '../../i18n/vi/paper.ts';
import type { ListFacts } from './load-list.ts';

/** @param stem what the file is called: `DS_dai_bieu_tham_du` */
export function listFrame(
  { cluster, event, office }: ListFacts,
  { stem, title }: { stem: string; title: string },
): Pick<Sheet, 'fileName' | 'tabName' | 'heading' | 'groupTitle'> {
  const start = inZone(cluster.startsAt, cluster.zone);
  const moment = paper.moment(clockInWords(start), weekday(start), shortDate(start));
  return {
    fileName: `${stem}_Cum${cluster.number}_${start.toFormat('yyyyMMdd')}`,
    tabName: paper.tab(cluster.number),
    heading: {
      ...office,
      nation: paper.nation,
      motto: paper.motto,
      title,
      subtitle: event.title,
      occasion: paper.occasion(cluster.number, moment, cluster.venue),
    },
    groupTitle: paper.group,
  };
}

/** The groups with their rows; the STT runs through all of them. */
export function numberedGroups(
  groups: readonly ListGroup<ListedDelegate>[],
  rowOf: (delegate: ListedDelegate, number: number) => SheetRow,
): Group[] {
  let number = 0;
  return groups.map((group, index) => ({
    title: `${romanNumeral(index + 1)}. ${groupTitle(group)}`,
    rows: group.people.map((delegate) => rowOf(delegate, ++number)),
    emptyLine: paper.noDelegates,
  }));
}

/** The lead unit of a city lists the guests of all the city's offices, so its group bears the level and not its name. */
const groupTitle = ({ unit, name }: ListGroup<ListedDelegate>): string =>
  unit.isLead && unit.level === 'city' ? paper.cityDelegates : name.toLocaleUpperCase('vi');

/** "Đi thay Ông …": the place was given to somebody else, and the paper has to account for both. */
export const replacementNote = ({ standsFor }: ListedDelegate): string =>
  standsFor === undefined ? '' : paper.standsFor(addressed(standsFor));

export const madeBy = ({ exportedBy, now }: ListFacts): string =>
  paper.exportedBy(exportedBy, clock(now), shortDate(now));

/** A list is dated the day it is printed. */
export const placeAndDate = ({ event, now }: ListFacts): string => paper.placeAndDate(event.place, dateInWords(now));
