import { expect } from 'chai';
import { fieldChanges, rowChanges } from '../../../server/domain/plan/changes.ts';

describe('what a save changed', () => {
  it('is every field that differs, before and after, and no other', () => {
    expect(
      fieldChanges({ date: '2023-04-07', min: 40, isOn: false }, { date: '2023-04-11', min: 40, isOn: true }),
    ).to.deep.equal([
      { kind: 'field', field: 'date', from: '2023-04-07', to: '2023-04-11' },
      { kind: 'field', field: 'isOn', from: false, to: true },
    ]);
  });

  it('has no before where the field was empty, and no after where it is now', () => {
    expect(fieldChanges({ venue: '', lastYear: 2024 }, { venue: 'Hội trường' })).to.deep.equal([
      { kind: 'field', field: 'venue', to: 'Hội trường' },
      { kind: 'field', field: 'lastYear', from: 2024 },
    ]);
    expect(fieldChanges({ venue: '' }, {})).to.deep.equal([]);
  });

  it('names groups with a dot and reads lists as one text', () => {
    expect(
      fieldChanges({ contact: { office: 'A' }, from: ['B1'] }, { contact: { office: 'B' }, from: ['B1', 'B2'] }),
    ).to.deep.equal([
      { kind: 'field', field: 'contact.office', from: 'A', to: 'B' },
      { kind: 'field', field: 'from', from: 'B1', to: 'B1, B2' },
    ]);
  });

  it('says of people that they changed and never who: the chain cannot forget', () => {
    const before = {
      contact: { name: 'Bà Lý Ngọc Xuyến', phone: '0900 000 031', email: 'a@example.gov.vn' },
      owner: 'Ông Út',
    };
    const after = { contact: { name: '', phone: '0900 000 032', email: 'b@example.gov.vn' }, owner: 'Bà Đào' };
    expect(fieldChanges(before, after)).to.deep.equal([
      { kind: 'field', field: 'contact.name' },
      { kind: 'field', field: 'contact.phone' },
      { kind: 'field', field: 'contact.email' },
      { kind: 'field', field: 'owner' },
    ]);
  });

  describe('of a table', () => {
    const row = (id: string, code: string, rank = 1) => ({ id, code, rank });
    const changes = (before: ReturnType<typeof row>[], after: ReturnType<typeof row>[]) =>
      rowChanges(before, after, ({ code }) => code);

    it('is who came, who left, and what changed in a row under its old name', () => {
      expect(changes([row('a', 'B1'), row('b', 'B2')], [row('a', 'B9', 2), row('c', 'B3')])).to.deep.equal([
        { kind: 'field', field: 'code', from: 'B1', to: 'B9', row: 'B1' },
        { kind: 'field', field: 'rank', from: 1, to: 2, row: 'B1' },
        { kind: 'added', row: 'B3' },
        { kind: 'removed', row: 'B2' },
      ]);
    });

    it('is a new order only when rows that stayed were moved', () => {
      const [a, b, c] = [row('a', 'B1'), row('b', 'B2'), row('c', 'B3')];
      expect(changes([a, b], [b, a])).to.deep.equal([{ kind: 'field', field: 'order' }]);
      expect(changes([a, b], [c, a, b])).to.deep.equal([{ kind: 'added', row: 'B3' }]);
      expect(changes([a, b, c], [b, c])).to.deep.equal([{ kind: 'removed', row: 'B1' }]);
      expect(changes([a, b], [a, b])).to.deep.equal([]);
    });

    it('cuts a long name of a row short', () => {
      const [change] = changes([], [row('a', 'x'.repeat(200))]);
      expect(change?.row).to.have.length(60);
    });
  });
});
