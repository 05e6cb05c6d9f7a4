import { expect } from 'chai';
import type { Request } from 'express';
import type { Registration } from '../../../db/people/registrations.ts';
import { people } from '../../../server/i18n/vi/people.ts';
import { sortAsked, sortedList, sortLinks } from '../../../server/pages/desk/list-sorting.ts';

const named = (fullName: string) => ({ fullName }) as Registration;
const list = ['Lê Thị Đào', 'Bùi Ẩn', 'Võ An', 'Phan Dung', 'Trần Dương'].map(named);
const names = (sorted: readonly Registration[]) => sorted.map(({ fullName }) => fullName);

describe('sorting the list of a unit', () => {
  it('keeps the order of official lists unless the address says "by name"', () => {
    const asked = (sort: unknown) => sortAsked({ query: { sort } } as unknown as Request);
    expect([asked(undefined), asked('rank'), asked('x'), asked(['name']), asked('name')]).to.deep.equal([
      'rank',
      'rank',
      'rank',
      'rank',
      'name',
    ]);
    expect(names(sortedList(list, 'rank'))).to.deep.equal(names(list));
  });

  it('goes by given name as Vietnamese reads it, and leaves what it was given as it was', () => {
    const before = names(list);
    expect(names(sortedList(list, 'name'))).to.deep.equal(['Võ An', 'Bùi Ẩn', 'Phan Dung', 'Trần Dương', 'Lê Thị Đào']);
    expect(names(list)).to.deep.equal(before);
  });

  it('is offered by links that keep the rest of the address', () => {
    expect(sortLinks('/clusters/c/registrations?unit=u&sort=name', 'name', people)).to.deep.equal([
      { href: '/clusters/c/registrations?unit=u', label: 'Thứ tự danh sách', isCurrent: false },
      { href: '/clusters/c/registrations?unit=u&sort=name', label: 'Tên A–Z', isCurrent: true },
    ]);
  });
});
