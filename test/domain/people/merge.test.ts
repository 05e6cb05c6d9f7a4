import { expect } from 'chai';
import { emptyRow, type TypedRow } from '../../../server/domain/list/row.ts';
import {
  differences,
  type Entry,
  firstChoice,
  type MergeChoice,
  mergedRow,
  turned,
  whichIsKept,
} from '../../../server/domain/people/merge.ts';

const entry = (changes: Partial<Entry> = {}): Entry => ({
  registrationId: 'r',
  seat: 'seated',
  submittedAt: '2023-03-30T01:30:00.000Z',
  listOrder: 1,
  isPresent: false,
  ...changes,
});

const LATER = '2023-03-31T01:30:00.000Z';

describe('which of two entries stays', () => {
  const cases: [what: string, kept: Partial<Entry>, duplicate: Partial<Entry>][] = [
    ['the one handed in first', {}, { submittedAt: LATER }],
    ['the one further up in one hand-in', { listOrder: 1 }, { listOrder: 2 }],
    ['the one that sits, though it came later', { submittedAt: LATER }, { seat: 'waiting' }],
    ['the one somebody came in on, though it came later', { submittedAt: LATER, isPresent: true }, {}],
  ];
  for (const [what, one, other] of cases) {
    it(`${what}, whichever page was open`, () => {
      const [kept, duplicate] = [
        entry({ registrationId: 'stays', ...one }),
        entry({ registrationId: 'goes', ...other }),
      ];
      expect(whichIsKept(kept, duplicate)).to.deep.equal({ kept, duplicate });
      expect(whichIsKept(duplicate, kept)).to.deep.equal({ kept, duplicate });
    });
  }

  it('neither, when both came: they were two people', () => {
    expect(whichIsKept(entry({ isPresent: true }), entry({ isPresent: true }))).to.equal(undefined);
  });
});

describe('the row that comes out of two', () => {
  const row = (changes: Partial<TypedRow>): TypedRow => ({ ...emptyRow(), fullName: 'Hồ Út', ...changes });
  const kept = row({ position: 'Trưởng phòng', category: 'B2', phone: '' });
  const duplicate = row({ position: 'Trưởng phòng Nội vụ', category: 'B4', phone: '0900 000 011' });
  const merge = (...choices: ['position' | 'category' | 'phone', MergeChoice][]) =>
    mergedRow(kept, duplicate, new Map(choices));

  it('names what differs and what is the same', () => {
    const different = differences(kept, duplicate).filter(({ isSame }) => !isSame);
    expect(different.map(({ field }) => field)).to.deep.equal(['position', 'category', 'phone']);
  });

  it('keeps what stands there, and takes the other where nothing stands there', () => {
    expect(firstChoice({ kept: 'x' })).to.equal('stays');
    expect(firstChoice({ kept: '' })).to.equal('goes');
    expect(merge()).to.include({ position: 'Trưởng phòng', category: 'B2', phone: '0900 000 011' });
  });

  it('takes what somebody chose, also nothing', () => {
    expect(merge(['position', 'goes'], ['phone', 'stays'])).to.include({ position: 'Trưởng phòng Nội vụ', phone: '' });
  });

  it('joins the categories of one head', () => {
    expect(merge(['category', 'both'])).to.include({ category: 'B2, B4' });
  });

  it('is the same when the two change sides after the choice', () => {
    const choices = new Map<'position' | 'category' | 'phone', MergeChoice>([
      ['position', 'goes'],
      ['category', 'both'],
      ['phone', 'stays'],
    ]);
    const { position, phone } = mergedRow(duplicate, kept, turned(choices));
    expect(mergedRow(kept, duplicate, choices)).to.include({ position, phone });
    expect(turned(choices).get('category')).to.equal('both');
  });

  it('cannot be in two posts at once', () => {
    expect(merge(['position', 'both'])).to.include({ position: 'Trưởng phòng' });
  });
});
