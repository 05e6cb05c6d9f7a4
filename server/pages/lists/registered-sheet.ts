/** Danh sách đại biểu đăng ký: everyone handed in and not withdrawn, with the phone, for those who prepare the meeting. */
import type { ListedDelegate } from '../../../db/lists/reports.ts';
import type { Column, Sheet } from '../../documents/sheet.ts';
import { numberInWords } from '../../domain/words/number-in-words.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { showPhone } from '../../domain/vietnamese/phone.ts';
import { paper } from '../../i18n/vi/paper.ts';
import { listFrame, madeBy, numberedGroups, placeAndDate, replacementNote } from './list-frame.ts';
import type { ListFacts } from './load-list.ts';

/** 165 mm: A4 portrait within its margins. A phone number needs 27 mm in 12 pt to stay on one line. */
const columns: readonly Column[] = [
  { key: 'number', title: paper.columns.number, widthMm: 10, align: 'center' },
  { key: 'name', title: paper.columns.name, widthMm: 43, align: 'left' },
  { key: 'position', title: paper.columns.position, widthMm: 35, align: 'left' },
  { key: 'workplace', title: paper.columns.workplace, widthMm: 35, align: 'left' },
  { key: 'phone', title: paper.columns.phone, widthMm: 27, align: 'center' },
  { key: 'note', title: paper.columns.note, widthMm: 15, align: 'left' },
];

export function registeredSheet(facts: ListFacts): Sheet {
  const groups = facts.groups.map((group) => ({
    ...group,
    people: group.people.filter((delegate) => !delegate.isWithdrawn),
  }));
  return {
    ...listFrame(facts, { stem: 'DS_dai_bieu_dang_ky', title: paper.registered }),
    orientation: 'portrait',
    columns,
    groups: numberedGroups(groups, (delegate, number) => ({
      number,
      name: addressed(delegate),
      position: delegate.position,
      workplace: delegate.workplace || delegate.unitName,
      phone: delegate.phone === undefined ? '' : showPhone(delegate.phone),
      note: noteOn(delegate),
    })),
    totals: [totalLine(groups.flatMap((group) => group.people))],
    signatures: [
      { placeAndDate: '', title: paper.preparer, hint: paper.signed },
      { placeAndDate: placeAndDate(facts), title: paper.headOfUnit, hint: paper.signedAndSealed },
    ],
    meta: madeBy(facts),
  };
}

const noteOn = (delegate: ListedDelegate): string =>
  [replacementNote(delegate), delegate.seat === 'waiting' ? paper.waiting : '', delegate.note]
    .filter((note) => note !== '')
    .join('; ');

function totalLine(people: readonly ListedDelegate[]): string {
  const count = paper.delegates(people.length, numberInWords(people.length));
  const waiting = people.filter((delegate) => delegate.seat === 'waiting').length;
  return waiting === 0 ? paper.totalRegistered(count) : paper.totalWithWaiting(count, waiting);
}
