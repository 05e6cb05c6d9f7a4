import { expect } from 'chai';
import {
  at,
  blockOf,
  everything,
  isInside,
  isSingle,
  moved,
  type Step,
  tabbed,
  wholeRows,
} from '../../../public/src/grid/selection.ts';

const size = { rowCount: 20, lastFilled: 12 };

describe('the selection', () => {
  for (const [step, row, column] of [
    ['up', 4, 3],
    ['down', 6, 3],
    ['left', 5, 2],
    ['right', 5, 4],
    ['page_up', 0, 3],
    ['page_down', 15, 3],
    ['row_start', 5, 0],
    ['row_end', 5, 7],
    ['grid_start', 0, 0],
    ['grid_end', 12, 7],
  ] as [Step, number, number][]) {
    it(`moves ${step.replace('_', ' ')}`, () => {
      expect(moved({ row: 5, column: 3 }, step, size)).to.deep.equal({ row, column });
    });
  }

  it('stops at the edges', () => {
    expect(moved({ row: 0, column: 0 }, 'up', size)).to.deep.equal({ row: 0, column: 0 });
    expect(moved({ row: 19, column: 7 }, 'right', size)).to.deep.equal({ row: 19, column: 7 });
    expect(moved({ row: 15, column: 7 }, 'page_down', size)).to.deep.equal({ row: 19, column: 7 });
  });

  it('is a block whichever corner the cursor is', () => {
    const block = { top: 2, bottom: 5, left: 1, right: 3 };
    expect(blockOf({ anchor: { row: 5, column: 1 }, cursor: { row: 2, column: 3 } })).to.deep.equal(block);
    expect(blockOf({ anchor: { row: 2, column: 3 }, cursor: { row: 5, column: 1 } })).to.deep.equal(block);
    expect(isInside(block, { row: 5, column: 3 })).to.equal(true);
    expect(isInside(block, { row: 6, column: 3 })).to.equal(false);
  });

  it('of one cell is single', () => {
    expect(isSingle(at({ row: 1, column: 1 }))).to.equal(true);
    expect(isSingle(wholeRows({ top: 1, bottom: 1 }))).to.equal(false);
  });

  it('takes whole rows, or all of them', () => {
    expect(blockOf(wholeRows({ top: 2, bottom: 4 }))).to.deep.equal({ top: 2, bottom: 4, left: 0, right: 7 });
    expect(blockOf(everything(13))).to.deep.equal({ top: 0, bottom: 12, left: 0, right: 7 });
  });

  it('goes on in the next row with Tab, and back', () => {
    expect(tabbed({ row: 1, column: 7 }, false, 20)).to.deep.equal({ row: 2, column: 0 });
    expect(tabbed({ row: 2, column: 0 }, true, 20)).to.deep.equal({ row: 1, column: 7 });
  });

  it('leaves the grid at either end: no trap for the keyboard', () => {
    expect(tabbed({ row: 19, column: 7 }, false, 20)).to.equal(undefined);
    expect(tabbed({ row: 0, column: 0 }, true, 20)).to.equal(undefined);
  });
});
