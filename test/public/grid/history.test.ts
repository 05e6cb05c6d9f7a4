import { expect } from 'chai';
import { begin, type History, record, redo, undo } from '../../../public/src/grid/history.ts';
import { openModel } from '../../../public/src/grid/model.ts';
import { at } from '../../../public/src/grid/selection.ts';
import { withCell } from '../../../public/src/grid/sheet.ts';
import { inventedRows } from '../../support/cast.ts';

const place = (row: number) => at({ row, column: 1 });
const rowCount = (history: History | undefined) => history?.present.rows.length;

describe('undo and redo', () => {
  const pasted = record(begin({ rows: [], selection: place(0) }), { rows: inventedRows(20), selection: place(0) });
  const cleared = record(pasted, { rows: inventedRows(3), selection: place(2) });

  it('take a whole paste back in one step, and bring it again', () => {
    const back = undo(cleared);
    expect(rowCount(back)).to.equal(20);
    expect(rowCount(back && undo(back))).to.equal(0);
    expect(rowCount(back && redo(back))).to.equal(3);
  });

  it('put the cursor where it was', () => {
    expect(undo(cleared)?.present.selection).to.deep.equal(place(0));
  });

  it('have nothing to say at the ends', () => {
    expect(undo(begin({ rows: [], selection: place(0) }))).to.equal(undefined);
    expect(redo(cleared)).to.equal(undefined);
  });

  it('do not count moving about', () => {
    const moved = record(pasted, { rows: pasted.present.rows, selection: place(7) });
    expect(moved.past).to.have.lengthOf(1);
    expect(moved.present.selection).to.deep.equal(place(7));
  });

  it('forget what was undone once something new is done', () => {
    const back = undo(cleared) ?? cleared;
    const other = record(back, { rows: inventedRows(5), selection: place(1) });
    expect(redo(other)).to.equal(undefined);
    expect(rowCount(undo(other))).to.equal(20);
  });

  it('remember two hundred steps and no more', () => {
    let history = begin({ rows: inventedRows(1), selection: place(0) });
    for (let step = 0; step < 250; step += 1) {
      const rows = withCell(history.present.rows, { row: 0, column: 7 }, String(step));
      history = record(history, { rows, selection: place(0) });
    }
    expect(history.past).to.have.lengthOf(200);
  });
});

describe('the model of the grid', () => {
  it('begins with the cursor below what is there, so that a paste adds and does not overwrite', () => {
    expect(openModel(inventedRows(12), 500).cursor()).to.deep.equal({ row: 12, column: 0 });
  });

  it('keeps the cursor inside when rows go', () => {
    const model = openModel(inventedRows(12), 500);
    model.change({ rows: inventedRows(2), selection: at({ row: 11, column: 3 }) });
    expect(model.cursor()).to.deep.equal({ row: 5, column: 3 });
    expect(model.size()).to.deep.equal({ rowCount: 6, lastFilled: 1 });
  });

  it('says whether there was anything to undo', () => {
    const model = openModel([], 500);
    expect(model.travel('undo')).to.equal(false);
    model.change({ rows: inventedRows(2), selection: at({ row: 0, column: 0 }) });
    expect(model.travel('undo')).to.equal(true);
    expect(model.size().lastFilled).to.equal(0);
  });
});
