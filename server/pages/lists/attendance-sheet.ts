/** Danh sách đại biểu tham dự: who has a place, when each came, and room to sign. A scan does not replace a signature. */
import type { ListedDelegate } from '../../../db/lists/reports.ts';
import type { Column, Sheet } from '../../documents/sheet.ts';
import type { Presence } from '../../domain/door/attendance.ts';
import { clockInWords, inZone } from '../../domain/words/document-date.ts';
import { numberInWords } from '../../domain/words/number-in-words.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { paper } from '../../i18n/vi/paper.ts';
import { listFrame, madeBy, numberedGroups, placeAndDate, replacementNote } from './list-frame.ts';
import type { ListFacts } from './load-list.ts';
import { isExpected } from '../../domain/door/attendance.ts';
import { hasDoorOpened } from './who-is-listed.ts';

/** 252 mm: A4 landscape within its margins. No phone: the list is posted and passed around. */
const columns: readonly Column[] = [
  { key: 'number', title: paper.columns.number, widthMm: 11, align: 'center' },
  { key: 'name', title: paper.columns.name, widthMm: 52, align: 'left' },
  { key: 'position', title: paper.columns.position, widthMm: 54, align: 'left' },
  { key: 'workplace', title: paper.columns.workplace, widthMm: 56, align: 'left' },
  { key: 'time', title: paper.columns.time, widthMm: 22, align: 'center' },
  { key: 'signature', title: paper.columns.signature, widthMm: 30, align: 'left' },
  { key: 'note', title: paper.columns.note, widthMm: 27, align: 'left' },
];

export function attendanceSheet(facts: ListFacts): Sheet {
  const absent = hasDoorOpened(facts) ? paper.absent : '';
  const groups = facts.groups.map((group) => ({
    ...group,
    people: group.people.filter((delegate) => isExpected(delegate, facts.presence.has(delegate.id))),
  }));
  return {
    ...listFrame(facts, { stem: 'DS_dai_bieu_tham_du', title: paper.attendance }),
    orientation: 'landscape',
    columns,
    groups: numberedGroups(groups, (delegate, number) => {
      const presence = facts.presence.get(delegate.id);
      return {
        number,
        name: addressed(delegate),
        position: delegate.position,
        workplace: delegate.workplace || delegate.unitName,
        time: presence ? clockInWords(inZone(presence.at, facts.cluster.zone)) : absent,
        signature: '',
        note: noteOn(delegate, presence),
      };
    }),
    totals: [
      totalLine(
        facts,
        groups.flatMap((group) => group.people),
      ),
    ],
    signatures: [
      { placeAndDate: '', title: paper.preparer, hint: paper.signed },
      { placeAndDate: placeAndDate(facts), title: paper.leadUnit, hint: paper.signedAndSealed },
    ],
    meta: `${madeBy(facts)} · ${paper.byCode}`,
  };
}

function noteOn(delegate: ListedDelegate, presence: Presence | undefined): string {
  const notes = presence
    ? [presence.punctuality === 'late' ? paper.late : '', delegate.isWithdrawn ? paper.withdrawn : '']
    : [absenceNote(delegate)];
  return [replacementNote(delegate), ...notes].filter((note) => note !== '').join('; ');
}

/** That an absence was excused belongs on the list, the reason does not: it may be an illness. */
function absenceNote({ answer }: ListedDelegate): string {
  if (answer?.kind !== 'declined') return '';
  return answer.reason === '' ? paper.declined : paper.excused;
}

function totalLine(facts: ListFacts, people: readonly ListedDelegate[]): string {
  if (!hasDoorOpened(facts)) return paper.totalRegistered(paper.delegates(people.length, numberInWords(people.length)));
  const present = people.filter((delegate) => facts.presence.has(delegate.id)).length;
  return paper.totalPresent(present, numberInWords(present), people.length - present);
}
