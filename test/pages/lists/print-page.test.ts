import { expect } from 'chai';
import type { Group } from '../../../server/documents/sheet.ts';
import { printPage } from '../../../server/pages/lists/print-page.ts';
import { group, sheetOf } from '../../documents/sample-sheet.ts';

const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    number: from + index,
    name: `Ông ${from + index}`,
    position: '',
    note: '',
  }));

/** Each body of the table as: title, numbers of its rows, whether a page may split it. */
const bodiesOf = (groups: Group[]) => {
  const { bodies, closing } = printPage(sheetOf(groups));
  return [...bodies, { ...closing, isKept: true }].map(({ title, rows, isKept }) => [
    title,
    rows.map((row) => row[0]?.text).join(),
    isKept,
  ]);
};

describe('the pages of a printed list', () => {
  it('keep a title with its first row, and the last two rows with the signatures', () => {
    expect(bodiesOf([group('I. A', people(1, 4)), group('II. B', people(5, 5))])).to.deep.equal([
      ['I. A', '1', true],
      [undefined, '2,3,4', false],
      ['II. B', '5', true],
      [undefined, '6,7', false],
      [undefined, '8,9', true],
    ]);
  });

  const ends: [string, Group[], unknown[]][] = [
    [
      'has two rows after its first',
      [group('I. A', people(1, 3))],
      [
        ['I. A', '1', true],
        [undefined, '2,3', true],
      ],
    ],
    [
      'has one row after its first',
      [group('I. A', people(1, 2))],
      [
        ['I. A', '1', true],
        [undefined, '2', true],
      ],
    ],
    ['has one row', [group('I. A', people(1, 1))], [['I. A', '1', true]]],
    ['has nobody', [group('I. A', [])], [['I. A', '', true]]],
  ];
  for (const [what, groups, expected] of ends) {
    it(`lose nothing when the last group ${what}`, () => expect(bodiesOf(groups)).to.deep.equal(expected));
  }

  it('can be empty', () => expect(bodiesOf([])).to.deep.equal([[undefined, '', true]]));

  it('share the width of the table among the columns', () => {
    const widths = printPage(sheetOf([])).columns.map(({ width }) => Number.parseFloat(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).to.be.closeTo(100, 0.05);
    expect(widths[0]).to.be.closeTo((11 / 144) * 100, 0.01);
  });
});
