import { expect } from 'chai';
import { inListOrder, type Listed, type ListedUnit } from '../../../server/domain/list/list-order.ts';

const lead: ListedUnit = { id: 'snv', name: 'Sở Nội vụ', level: 'city', isLead: true, position: 9 };
const host: ListedUnit = { id: 'pd', name: 'Huyện Phong Điền', level: 'district', isLead: false, position: 2 };
const guest: ListedUnit = { id: 'tl', name: 'Huyện Thới Lai', level: 'district', isLead: false, position: 3 };

const person = (id: string, unit: ListedUnit, categoryRank: number, listOrder: number): Listed => ({
  id,
  unitId: unit.id,
  unitName: unit.name,
  categoryRank,
  listOrder,
});

const order = (units: ListedUnit[], people: Listed[]) =>
  inListOrder(units, people).map((group) => [group.name, group.people.map(({ id }) => id)]);

describe('the order of a list', () => {
  it('puts the delegates of the city first, then the units as the plan names them', () => {
    expect(order([guest, host, lead], [])).to.deep.equal([
      ['Sở Nội vụ', []],
      ['Huyện Phong Điền', []],
      ['Huyện Thới Lai', []],
    ]);
  });

  it('orders a unit by rank, then as the unit ordered its own list, never by name', () => {
    const people = [person('c', guest, 5, 1), person('b', guest, 1, 7), person('a', guest, 1, 8)];
    expect(order([guest], people)).to.deep.equal([['Huyện Thới Lai', ['b', 'a', 'c']]]);
  });

  it('follows the order a unit gave by hand; who was added after that comes at the end by rank', () => {
    const byHand = (one: Listed, manualOrder: number) => ({ ...one, manualOrder });
    const people = [
      person('added clerk', guest, 9, 4),
      person('added chairman', guest, 1, 5),
      byHand(person('first', guest, 8, 2), 1),
      byHand(person('second', guest, 1, 1), 2),
    ];
    expect(order([guest], people)).to.deep.equal([
      ['Huyện Thới Lai', ['first', 'second', 'added chairman', 'added clerk']],
    ]);
  });

  it('is the same whatever order the rows came in', () => {
    const people = [person('a', guest, 1, 1), person('b', guest, 1, 1), person('c', host, 2, 1)];
    expect(order([host, guest], people)).to.deep.equal(order([guest, host], [...people].reverse()));
  });

  it('keeps a unit that has nobody', () => {
    expect(order([host, guest], [person('a', host, 1, 1)])).to.deep.include(['Huyện Thới Lai', []]);
  });

  it('calls a unit what it was called when its delegates were registered', () => {
    const renamed = { ...guest, name: 'Xã Thới Lai' };
    expect(inListOrder([renamed], [person('a', guest, 1, 1)])[0]?.name).to.equal('Huyện Thới Lai');
  });

  it('leaves what it was given as it was', () => {
    const units = [guest, lead];
    inListOrder(units, []);
    expect(units).to.deep.equal([guest, lead]);
  });
});
