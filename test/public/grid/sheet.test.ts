import { expect } from 'chai';
import {
  cellsOf,
  clearBlock,
  fillDown,
  insertRow,
  padded,
  type Rows,
  removeRows,
  withAnswer,
  withCell,
  withCells,
  withoutBlank,
} from '../../../public/src/grid/sheet.ts';
import { emptyRow } from '../../../server/domain/list/row.ts';
import { inventedRows } from '../../support/cast.ts';

const three = inventedRows(3);
const names = (rows: Rows) => rows.map((row) => row.fullName);

describe('the rows of the grid', () => {
  it('take a value into one cell and leave the other rows the very same', () => {
    const rows = withCell(three, { row: 1, column: 2 }, 'Chánh Văn phòng');
    expect(rows[1]?.position).to.equal('Chánh Văn phòng');
    expect(rows[0]).to.equal(three[0]);
    expect(three[1]?.position).to.equal('Trưởng phòng Nội vụ');
  });

  it('stay the very same when the value is the same: nothing to undo', () => {
    expect(withCell(three, { row: 1, column: 2 }, 'Trưởng phòng Nội vụ')).to.equal(three);
  });

  it('grow under a block that reaches below them, and lose what reaches past the last column', () => {
    const rows = withCells(three, { row: 2, column: 7 }, [
      ['một', 'thừa'],
      ['hai', 'thừa'],
    ]);
    expect(rows).to.have.lengthOf(4);
    expect(rows.map((row) => row.note)).to.deep.equal(['', '', 'một', 'hai']);
  });

  it('give a block as cells', () => {
    expect(cellsOf(three, { top: 0, bottom: 1, left: 4, right: 4 })).to.deep.equal([['B2'], ['B2']]);
  });

  it('clear a block, and are the very same when it was clear', () => {
    const block = { top: 0, bottom: 1, left: 5, right: 6 };
    const rows = clearBlock(three, block);
    expect(cellsOf(rows, block).flat()).to.deep.equal(['', '', '', '']);
    expect(rows[2]).to.equal(three[2]);
    expect(clearBlock(rows, block)).to.equal(rows);
  });

  it('fill the first line of a block down', () => {
    const rows = fillDown(withCell(three, { row: 0, column: 3 }, 'Phòng Y tế'), {
      top: 0,
      bottom: 2,
      left: 3,
      right: 3,
    });
    expect(rows.map((row) => row.workplace)).to.deep.equal(['Phòng Y tế', 'Phòng Y tế', 'Phòng Y tế']);
  });

  it('fill a single cell from the one above, and the first row from nowhere', () => {
    const rows = withCell(three, { row: 0, column: 3 }, 'Phòng Y tế');
    expect(fillDown(rows, { top: 1, bottom: 1, left: 3, right: 3 })[1]?.workplace).to.equal('Phòng Y tế');
    expect(fillDown(rows, { top: 0, bottom: 0, left: 3, right: 3 })).to.equal(rows);
  });

  it('take an empty row in and let rows go', () => {
    const rows = insertRow(three, 1);
    expect(rows[1]).to.deep.equal(emptyRow());
    expect(removeRows(rows, { top: 0, bottom: 1 })).to.deep.equal(three.slice(1));
  });

  it('always end in an empty row to type into, and in no heap of them', () => {
    expect(padded([], 500)).to.have.lengthOf(6);
    expect(padded(inventedRows(9), 500)).to.have.lengthOf(10);
    expect(padded([...inventedRows(9), emptyRow(), emptyRow(), emptyRow()], 500)).to.have.lengthOf(10);
  });

  it('keep empty rows between others where they are, and never pass the limit', () => {
    const gap = [...inventedRows(2), emptyRow(), ...inventedRows(4, 9)];
    expect(names(padded(gap, 500))[2]).to.equal('');
    expect(padded(inventedRows(8), 8)).to.have.lengthOf(8);
  });

  it('are the very same when nothing has to be added', () => {
    const rows = padded(three, 500);
    expect(padded(rows, 500)).to.equal(rows);
  });

  it('are handed in without the empty ones', () => {
    expect(withoutBlank([emptyRow(), ...three, { ...emptyRow(), note: '  ' }])).to.deep.equal(three);
  });

  it('remember that a row is another person, until its name or post is another', () => {
    const rows = withAnswer(three, 1, 'anotherPerson');
    expect(withCell(rows, { row: 1, column: 5 }, '0900 000 099')[1]).to.include({ anotherPerson: true });
    expect(withCell(rows, { row: 1, column: 1 }, 'Hồ Kim Lành')[1]).not.to.have.property('anotherPerson');
    const again = withAnswer(three, 1, 'comesAgain');
    expect(withCell(again, { row: 1, column: 2 }, 'Chánh Văn phòng')[1]).to.include({ comesAgain: true });
    expect(withCell(again, { row: 1, column: 1 }, 'Hồ Kim Lành')[1]).not.to.have.property('comesAgain');
  });
});
