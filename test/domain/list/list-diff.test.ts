import { expect } from 'chai';
import fc from 'fast-check';
import type { Category } from '../../../server/domain/category.ts';
import type { RowField } from '../../../server/domain/list/row.ts';
import {
  diffList,
  type IncomingDelegate,
  incomingDelegate,
  type ListDiff,
  type ListedDelegate,
  listedDelegate,
} from '../../../server/domain/list/list-diff.ts';

type Facts = Omit<ListedDelegate, 'registrationId'>;

const thoai: Facts = {
  honorific: 'Ông',
  fullName: 'Bùi Nhựt Thoại',
  position: 'Trưởng phòng',
  workplace: 'Phòng Nội vụ',
  phone: '0900000011',
  email: 'thoai@example.gov.vn',
  note: '',
  categoryCodes: ['B2'],
};
const hung: Facts = { ...thoai, fullName: 'Nguyễn Văn Hùng', phone: '', email: '' };

const listed = (id: string, facts: Facts, changes: Partial<Facts> = {}): ListedDelegate => ({
  ...facts,
  ...changes,
  registrationId: id,
});
const line = (number: number, facts: Facts, changes: Partial<Facts> = {}): IncomingDelegate => ({
  ...facts,
  ...changes,
  line: number,
});

const summary = (diff: ListDiff) => ({
  added: diff.added.map(({ line: number }) => number),
  changed: diff.changed.map(({ registrationId, field, from, to }) => `${registrationId} ${field}: ${from} → ${to}`),
  gone: diff.gone.map(({ registrationId }) => registrationId),
  unchanged: diff.unchanged.map(({ registrationId }) => registrationId),
});
const nothing = { added: [], changed: [], gone: [], unchanged: [] };

describe('a list that comes again', () => {
  it('is the same', () => {
    expect(summary(diffList([listed('a', thoai)], [line(1, thoai)]))).to.deep.equal({ ...nothing, unchanged: ['a'] });
  });

  it('has somebody new and somebody gone', () => {
    const diff = diffList([listed('a', thoai)], [line(1, hung)]);
    expect(summary(diff)).to.deep.equal({ ...nothing, added: [1], gone: ['a'] });
  });

  const changes: [what: string, to: Partial<Facts>, expected: string][] = [
    ['a mark in the name', { fullName: 'Bùi Nhựt Thoai' }, 'a fullName: Bùi Nhựt Thoại → Bùi Nhựt Thoai'],
    ['Ông or Bà', { honorific: 'Bà' }, 'a honorific: Ông → Bà'],
    ['the position', { position: 'Chuyên viên' }, 'a position: Trưởng phòng → Chuyên viên'],
    ['the workplace', { workplace: 'Phòng Tư pháp' }, 'a workplace: Phòng Nội vụ → Phòng Tư pháp'],
    ['the phone', { phone: '0900000012' }, 'a phone: 0900000011 → 0900000012'],
    ['the workplace taken out', { workplace: '' }, 'a workplace: Phòng Nội vụ → '],
    ['the e-mail', { email: 'khac@example.gov.vn' }, 'a email: thoai@example.gov.vn → khac@example.gov.vn'],
    ['one more category', { categoryCodes: ['B2', 'B4'] }, 'a category: B2 → B2, B4'],
    ['the note', { note: 'ngồi hàng đầu' }, 'a note:  → ngồi hàng đầu'],
  ];
  for (const [what, to, expected] of changes) {
    it(`has a change: ${what}`, () => {
      const diff = diffList([listed('a', thoai)], [line(1, thoai, to)]);
      expect(summary(diff)).to.deep.equal({ ...nothing, changed: [expected] });
    });
  }

  it('has a change once where two columns hold the field together', () => {
    const fields: RowField[] = ['fullName', 'fullName', 'honorific', 'honorific'];
    const diff = diffList([listed('a', thoai)], [line(1, thoai, { honorific: 'Bà' })], fields);
    expect(summary(diff).changed).to.deep.equal(['a honorific: Ông → Bà']);
  });

  it('has every change of one person, with the line it stands on', () => {
    const diff = diffList([listed('a', thoai)], [line(7, thoai, { position: 'Chuyên viên', note: 'ăn chay' })]);
    expect(diff.changed).to.deep.equal([
      { registrationId: 'a', line: 7, field: 'position', from: 'Trưởng phòng', to: 'Chuyên viên' },
      { registrationId: 'a', line: 7, field: 'note', from: '', to: 'ăn chay' },
    ]);
  });

  for (const [what, to] of [
    ['the order of the other categories', { categoryCodes: ['B2', 'B5', 'B4'] }],
    ['the case of an e-mail address', { email: 'Thoai@Example.gov.vn' }],
    ['an honorific left out', { honorific: '' }],
    ['a phone and an e-mail left out', { phone: '', email: '' }],
  ] as const) {
    it(`does not call it a change: ${what}`, () => {
      const before = listed('a', thoai, { categoryCodes: ['B2', 'B4', 'B5'] });
      const after = line(1, thoai, { categoryCodes: ['B2', 'B4', 'B5'], ...to });
      expect(summary(diffList([before], [after]))).to.deep.equal({ ...nothing, unchanged: ['a'] });
    });
  }

  it('calls it a change when another category becomes the main one', () => {
    const diff = diffList(
      [listed('a', thoai, { categoryCodes: ['B2', 'B4'] })],
      [line(1, thoai, { categoryCodes: ['B4', 'B2'] })],
    );
    expect(diff.changed.map(({ from, to }) => `${from} → ${to}`)).to.deep.equal(['B2, B4 → B4, B2']);
  });

  it('leaves alone what it has no column for', () => {
    const fields: RowField[] = ['fullName', 'position', 'category'];
    const bare = line(1, thoai, { phone: '', email: '', workplace: '', position: 'Chuyên viên' });
    expect(diffList([listed('a', thoai)], [bare], fields).changed.map(({ field }) => field)).to.deep.equal([
      'position',
    ]);
  });
});

describe('two people of one name', () => {
  const chief = listed('chief', hung);
  const clerk = listed('clerk', hung, { position: 'Chuyên viên', workplace: 'Phòng Tư pháp' });

  it('are told apart by position and workplace, in any order', () => {
    const lines = [line(1, hung, { ...clerk, note: 'x' }), line(2, hung)];
    expect(summary(diffList([chief, clerk], lines))).to.deep.equal({
      ...nothing,
      changed: ['clerk note:  → x'],
      unchanged: ['chief'],
    });
  });

  it('by the position alone when the workplace changed', () => {
    const lines = [line(1, hung, { position: 'Chuyên viên', workplace: 'Thanh tra' }), line(2, hung)];
    expect(summary(diffList([chief, clerk], lines)).changed).to.deep.equal([
      'clerk workplace: Phòng Tư pháp → Thanh tra',
    ]);
  });

  it('by the workplace alone when the position changed', () => {
    const lines = [line(1, hung, { position: 'Phó Trưởng phòng', workplace: 'Phòng Tư pháp' }), line(2, hung)];
    expect(summary(diffList([chief, clerk], lines)).changed).to.deep.equal([
      'clerk position: Chuyên viên → Phó Trưởng phòng',
    ]);
  });

  it('by the phone when both changed', () => {
    const known = [listed('chief', hung, { phone: '0900000021' }), listed('clerk', clerk, { phone: '0900000022' })];
    const moved = { position: 'Chánh Văn phòng', workplace: 'Văn phòng' };
    const diff = diffList(known, [line(1, hung, { ...moved, phone: '0900000022' })]);
    expect(summary(diff).gone).to.deep.equal(['chief']);
    expect(diff.changed.map(({ registrationId, field }) => `${registrationId} ${field}`)).to.deep.equal([
      'clerk position',
      'clerk workplace',
    ]);
  });

  it('the last one left over on both sides is one person who moved', () => {
    const lines = [line(1, hung), line(2, hung, { position: 'Chánh Văn phòng', workplace: 'Văn phòng' })];
    expect(summary(diffList([chief, clerk], lines)).changed).to.have.length(2);
  });

  it('are not guessed when nobody can tell: gone and added', () => {
    const lines = [
      line(1, hung, { position: 'Chánh Văn phòng', workplace: 'Văn phòng' }),
      line(2, hung, { position: 'Thanh tra viên', workplace: 'Thanh tra' }),
    ];
    expect(summary(diffList([chief, clerk], lines))).to.deep.equal({
      ...nothing,
      added: [1, 2],
      gone: ['chief', 'clerk'],
    });
  });
});

describe('what is compared', () => {
  const categories: Category[] = [
    { id: 'id-b2', code: 'B2', name: 'Trưởng phòng', level: 'district', hostOnly: false, rank: 60 },
    { id: 'id-b4', code: 'B4', name: 'Công chức', level: 'district', hostOnly: false, rank: 70 },
  ];

  it('comes from a checked line and from a registration alike', () => {
    const { categoryCodes, ...facts } = thoai;
    const incoming = incomingDelegate(
      3,
      { ...facts, honorific: 'Ông', nameFolded: 'bui nhut thoai', categoryIds: ['id-b2', 'id-b4'], phone: undefined },
      categories,
    );
    expect(incoming).to.deep.equal(line(3, thoai, { phone: '', categoryCodes: ['B2', 'B4'] }));
    expect(listedDelegate({ id: 'a', ...facts, categoryCodes, phone: undefined })).to.deep.equal(
      listed('a', thoai, { phone: '' }),
    );
  });
});

describe('carrying the differences out', () => {
  function apply(people: readonly ListedDelegate[], diff: ListDiff): ListedDelegate[] {
    const gone = new Set(diff.gone.map(({ registrationId }) => registrationId));
    const kept = people
      .filter(({ registrationId }) => !gone.has(registrationId))
      .map((person) => {
        const changed = { ...person };
        for (const { registrationId, field, to } of diff.changed) {
          if (registrationId !== person.registrationId) continue;
          if (field === 'category') changed.categoryCodes = to.split(', ');
          else changed[field] = to;
        }
        return changed;
      });
    return [
      ...kept,
      ...diff.added.map(({ line: number, ...facts }) => ({ ...facts, registrationId: `new ${number}` })),
    ];
  }

  const person = fc.record({
    honorific: fc.constantFrom('Ông', 'Bà', ''),
    fullName: fc.constantFrom('Nguyễn Văn Hùng', 'Nguyễn Văn Hưng', 'Lê Bảo', 'Trần Thị Ý'),
    position: fc.constantFrom('Trưởng phòng', 'Chuyên viên', 'Phó Chủ tịch'),
    workplace: fc.constantFrom('', 'Phòng Nội vụ', 'Phòng Tư pháp'),
    phone: fc.constantFrom('', '0900000011', '0900000012'),
    email: fc.constantFrom('', 'vp@example.gov.vn', 'VP@example.gov.vn'),
    note: fc.constantFrom('', 'ăn chay'),
    categoryCodes: fc.constantFrom(['B2'], ['B2', 'B4'], ['B4', 'B2'], ['B2', 'B5', 'B4']),
  });
  const fieldSets = fc.constantFrom<RowField[]>(
    ['honorific', 'fullName', 'position', 'workplace', 'category', 'phone', 'email', 'note'],
    ['fullName', 'position', 'category'],
    ['fullName', 'position', 'workplace', 'category', 'phone'],
  );

  it('leaves no difference: doing it again does nothing', () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 8 }),
        fc.array(person, { maxLength: 8 }),
        fieldSets,
        (before, after, fields) => {
          const people = before.map((facts, index) => ({ ...facts, registrationId: `old ${index}` }));
          const lines = after.map((facts, index) => ({ ...facts, line: index + 1 }));
          const again = diffList(apply(people, diffList(people, lines, fields)), lines, fields);
          expect(summary(again)).to.deep.include({ added: [], changed: [], gone: [] });
          expect(again.unchanged).to.have.length(lines.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('names everybody once', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), fc.array(person, { maxLength: 8 }), (before, after) => {
        const people = before.map((facts, index) => ({ ...facts, registrationId: `old ${index}` }));
        const diff = diffList(
          people,
          after.map((facts, index) => ({ ...facts, line: index + 1 })),
        );
        const met = new Set([...diff.changed, ...diff.unchanged].map(({ registrationId }) => registrationId));
        expect(met.size + diff.gone.length).to.equal(people.length);
        expect(met.size + diff.added.length).to.equal(after.length);
      }),
    );
  });
});
