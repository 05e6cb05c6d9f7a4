import { expect } from 'chai';
import { itemsWithoutSpeaker, type SpeakingUnit } from '../../../server/domain/plan/agenda-speakers.ts';

const categories = [
  { code: 'A5', level: 'city', hostOnly: false },
  { code: 'B1', level: 'district', hostOnly: false },
  { code: 'B3', level: 'district', hostOnly: false },
  { code: 'B6', level: 'commune', hostOnly: true },
] as const;

const unit = (name: string, more: Partial<SpeakingUnit> = {}): SpeakingUnit => ({
  id: name,
  name,
  isLead: false,
  isHost: false,
  listState: 'accepted',
  registered: [],
  ...more,
});
const lead = (more: Partial<SpeakingUnit> = {}) => unit('Sở Nội vụ', { isLead: true, ...more });
const host = (more: Partial<SpeakingUnit> = {}) => unit('Huyện Phong Điền', { isHost: true, ...more });
const omon = (more: Partial<SpeakingUnit> = {}) => unit('Quận Ô Môn', more);

const training = { title: 'Tập huấn', owner: 'Lãnh đạo Sở Thông tin và Truyền thông', from: ['A5'] };
const sharing = { title: 'Chia sẻ', owner: 'Đại diện lãnh đạo UBND quận, huyện', from: ['B1', 'B3'] };

type Item = typeof training;
const missing = (item: Item, units: readonly SpeakingUnit[], isRegistrationOver = false) =>
  itemsWithoutSpeaker({ agenda: [item], categories, units, isRegistrationOver }).map(({ units: meant }) =>
    meant.map(({ name }) => name).join(', '),
  );

describe('an item of the agenda for which nobody comes', () => {
  it('is named with its place in the agenda, the lists it is missed on and the categories looked for', () => {
    const [item] = itemsWithoutSpeaker({
      agenda: [training, sharing],
      categories,
      units: [lead({ registered: ['A5'] }), host(), omon()],
      isRegistrationOver: false,
    });
    expect(item).to.deep.include({
      row: 1,
      title: 'Chia sẻ',
      owner: 'Đại diện lãnh đạo UBND quận, huyện',
      categories: ['B1', 'B3'],
    });
    expect(item?.units.map(({ name }) => name)).to.deep.equal(['Huyện Phong Điền', 'Quận Ô Môn']);
  });

  const cases: [what: string, item: Item, units: SpeakingUnit[], expected: string[]][] = [
    ['a guest of the city is missed on the list of the lead unit', training, [lead(), host()], ['Sở Nội vụ']],
    ['and there when it has one', training, [lead({ registered: ['A5'] }), host()], []],
    ['any one of the categories is enough', sharing, [lead(), host({ registered: ['B3'] })], []],
    ['any one of the units is enough', sharing, [lead(), host(), omon({ registered: ['B1'] })], []],
    ['another category is not', sharing, [lead(), host({ registered: ['B6'] })], ['Huyện Phong Điền']],
    [
      'of a unit that the owner names, only its own people count',
      { ...sharing, owner: 'UBND quận Ô Môn' },
      [lead(), host({ registered: ['B1'] }), omon()],
      ['Quận Ô Môn'],
    ],
    [
      'a unit is named without marks too',
      { ...sharing, owner: 'QUAN O MON' },
      [lead(), host(), omon()],
      ['Quận Ô Môn'],
    ],
    [
      'the longer name is meant, not the shorter one within it',
      { ...sharing, owner: 'UBND xã Trường Xuân A' },
      [lead(), unit('Xã Trường Xuân', { registered: ['B1'] }), unit('Xã Trường Xuân A')],
      ['Xã Trường Xuân A'],
    ],
    [
      'a unit is not named by a part of a word',
      { ...sharing, owner: 'UBND quận Ô Mônh' },
      [lead(), host(), omon({ registered: ['B1'] })],
      [],
    ],
    [
      'a unit named whose list cannot hold the category is not meant',
      { ...training, owner: 'Lãnh đạo UBND quận Ô Môn' },
      [lead(), omon()],
      ['Sở Nội vụ'],
    ],
    [
      'what only the host may bring is missed on the list of the host',
      { ...sharing, from: ['B6'] },
      [lead(), host(), omon()],
      ['Huyện Phong Điền'],
    ],
    [
      'whom the organiser put on another list by exception is there all the same',
      { ...sharing, from: ['B6'] },
      [lead(), host(), omon({ registered: ['B6'] })],
      [],
    ],
    ['the organisers need no list', { ...training, from: ['organiser'] }, [lead(), host()], []],
    ['neither does a break for all', { ...training, from: ['everyone', 'A5'] }, [lead(), host()], []],
    ['without an owner or a category the check of the agenda speaks', { ...training, owner: '' }, [lead()], []],
    ['likewise with a category that is not invited', { ...training, from: ['Z9'] }, [lead()], []],
    ['where no unit could bring anybody there is nobody to ask', training, [host(), omon()], []],
  ];
  for (const [what, item, units, expected] of cases) {
    it(what, () => expect(missing(item, units)).to.deep.equal(expected));
  }

  describe('is not named while a list could still bring somebody', () => {
    for (const [listState, isNamed] of [
      ['not_started', false],
      ['draft', false],
      ['returned', false],
      ['submitted', true],
      ['accepted', true],
    ] as const) {
      it(`${listState}: ${isNamed ? 'named' : 'not yet'}, and in any case after the deadline`, () => {
        expect(missing(training, [lead({ listState })])).to.have.length(isNamed ? 1 : 0);
        expect(missing(training, [lead({ listState })], true)).to.have.length(1);
      });
    }

    it('of several units, as long as one has not handed in', () => {
      expect(missing(sharing, [lead(), host(), omon({ listState: 'draft' })])).to.deep.equal([]);
      expect(missing(sharing, [lead(), host(), omon({ listState: 'draft' })], true)).to.have.length(1);
    });

    it('a list that is not meant keeps nobody waiting', () => {
      expect(missing(training, [lead(), host({ listState: 'not_started' })])).to.have.length(1);
    });
  });
});
