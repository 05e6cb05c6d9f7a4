import { expect } from 'chai';
import { DateTime } from 'luxon';
import {
  type EventSetup,
  eventState,
  planOfEvent,
  type SetupCluster,
} from '../../../server/domain/plan/event-setup.ts';
import { setUpRemarks } from '../../../server/domain/plan/set-up-remarks.ts';
import type { RemarkFacts } from '../../../server/domain/plan/set-up-remark.ts';

const zone = 'Asia/Ho_Chi_Minh';
const local = (text: string) => DateTime.fromISO(text, { zone });
const utc = (text: string) => local(text).toUTC().toISO() ?? '';

const unit = (id: string, more: Partial<EventSetup['units'][number]> = {}) => ({
  id,
  code: id,
  name: `Đơn vị ${id}`,
  level: 'commune' as const,
  parentId: undefined,
  validFrom: undefined,
  validTo: undefined,
  successorId: undefined,
  ...more,
});

const share = (unitId: string, quota: number, more = {}) => ({
  unitId,
  quota,
  seated: 0,
  waiting: 0,
  hasHistory: false,
  listState: 'not_started' as const,
  registered: [],
  ...more,
});

/** Friday 7 April 2023, invitations by Tuesday 4 April. */
const cluster = (more: Partial<SetupCluster> = {}): SetupCluster => ({
  id: 'c1',
  number: 1,
  startsAt: utc('2023-04-07T13:30'),
  endsAt: utc('2023-04-07T17:00'),
  doorOpensAt: utc('2023-04-07T13:00'),
  lateFrom: utc('2023-04-07T14:00'),
  doorClosesAt: utc('2023-04-07T15:45'),
  registrationDeadline: utc('2023-03-31T17:00'),
  answerDeadline: utc('2023-04-05T17:00'),
  venue: 'Hội trường',
  hostUnitId: 'b',
  min: 10,
  max: 20,
  closedAt: undefined,
  participants: [share('a', 5), share('b', 10)],
  invited: 0,
  ...more,
});

const setup = (more: Partial<EventSetup> = {}): EventSetup => ({
  id: 'e1',
  event: {
    code: 'e-2023',
    title: 'Hội nghị',
    kind: 'Hội nghị',
    year: 2023,
    lastYear: undefined,
    documentDate: undefined,
    zone,
    place: 'Cần Thơ',
    leadUnitId: 'a',
    contact: { name: '', office: 'Văn phòng', phone: '0900 000 001', email: 'vanphong@example.gov.vn' },
    promotesFreedPlaces: true,
    acceptsByHand: false,
    daysOff: [],
  },
  units: [unit('a'), unit('b'), unit('c')],
  clusters: [cluster()],
  categories: [
    {
      id: 'k',
      code: 'B1',
      name: 'Cán bộ',
      level: 'commune',
      hostOnly: false,
      rank: 10,
      onPayroll: true,
      registered: 0,
    },
  ],
  agenda: [],
  ...more,
});

const noFacts: RemarkFacts = { present: new Map(), announcedOtherwise: new Map(), registered: [] };

const remarksAt = (event: EventSetup, now = '2023-03-20T08:00') =>
  setUpRemarks(event, local(now)).map((remark) => [
    remark.tone,
    remark.kind === 'plan' ? remark.problem.code : remark.kind,
  ]);

describe('what deserves a look before an event starts', () => {
  it('is only the day by which invitations go out when all is well', () => {
    expect(remarksAt(setup())).to.deep.equal([['info', 'invite_by']]);
    const [remark] = setUpRemarks(setup(), local('2023-03-20T08:00'));
    expect(remark?.kind === 'invite_by' && remark.day.toISODate()).to.equal('2023-04-04');
  });

  it('becomes a warning when that day is over, not while it lasts', () => {
    const toneAt = (now: string) => remarksAt(setup(), now).find(([, kind]) => kind === 'invite_by')?.[0];
    expect(toneAt('2023-04-04T23:59')).to.equal('info');
    expect(toneAt('2023-04-05T00:00')).to.equal('warning');
  });

  it('says nothing of invitations once the cluster has begun', () => {
    expect(remarksAt(setup(), '2023-04-07T13:30')).to.deep.equal([]);
  });

  it('names a registration that ends after the last day to invite', () => {
    const late = setup({ clusters: [cluster({ registrationDeadline: utc('2023-04-05T17:00') })] });
    expect(remarksAt(late)).to.deep.equal([
      ['warning', 'registers_too_late'],
      ['info', 'invite_by'],
    ]);
    const onTheDay = setup({ clusters: [cluster({ registrationDeadline: utc('2023-04-04T17:00') })] });
    expect(remarksAt(onTheDay)).to.deep.equal([['info', 'invite_by']]);
  });

  describe('names a registration that is over while the cluster is to come', () => {
    const withLists = (listState: 'draft' | 'submitted') =>
      setup({ clusters: [cluster({ participants: [share('a', 5, { listState }), share('b', 10, { listState })] })] });
    const over = (event: EventSetup, now: string) =>
      remarksAt(event, now).filter(([, kind]) => kind === 'registration_over');

    it('as a warning while a list is not handed in, since that unit cannot register any more', () => {
      expect(over(withLists('draft'), '2023-03-31T17:01')).to.deep.equal([['warning', 'registration_over']]);
    });
    it('as good to know once every list is in', () => {
      expect(over(withLists('submitted'), '2023-03-31T17:01')).to.deep.equal([['info', 'registration_over']]);
    });
    it('not while it lasts, and not once the cluster has begun', () => {
      expect(over(withLists('draft'), '2023-03-31T17:00')).to.deep.equal([]);
      expect(over(withLists('draft'), '2023-04-07T13:30')).to.deep.equal([]);
    });
  });

  it('names an answer deadline before the registration deadline', () => {
    const early = setup({ clusters: [cluster({ answerDeadline: utc('2023-03-31T16:59') })] });
    expect(remarksAt(early)[0]).to.deep.equal(['warning', 'answers_before_registration']);
    const together = setup({ clusters: [cluster({ answerDeadline: utc('2023-03-31T17:00') })] });
    expect(remarksAt(together)).to.deep.equal([['info', 'invite_by']]);
  });

  describe('names a cluster that has passed without anybody', () => {
    const facts = (present: number): RemarkFacts => ({ ...noFacts, present: new Map([['c1', present]]) });
    const END = '2023-04-07T17:00';

    it('with the place of its date, from its end on', () => {
      expect(remarksAt(setup(), '2023-04-07T16:59')).to.deep.equal([]);
      const [remark] = setUpRemarks(setup(), local(END), facts(0));
      expect(remark?.kind).to.equal('over_unseen');
      expect(remark?.spot).to.deep.equal({ section: 'cluster', index: 0, field: 'date' });
    });
    it('not when somebody was checked in, nor once its attendance is closed', () => {
      expect(setUpRemarks(setup(), local(END), facts(1))).to.deep.equal([]);
      const closed = setup({ clusters: [cluster({ closedAt: utc('2023-04-07T16:50') })] });
      expect(setUpRemarks(closed, local(END), facts(0))).to.deep.equal([]);
    });
  });

  it('puts all items outside the hours of a cluster into one remark, with their rows', () => {
    const item = (startsAt: string, endsAt: string) => ({
      id: startsAt,
      startsAt,
      endsAt,
      title: 'Nội dung',
      owner: 'Ban Tổ chức',
      from: ['organiser'],
    });
    const morning = [item('13:00', '13:30'), item('13:30', '16:50'), item('16:50', '17:10')];
    const later = cluster({ id: 'c2', number: 2, startsAt: utc('2023-04-07T13:00'), endsAt: utc('2023-04-07T17:00') });
    const found = setUpRemarks(setup({ agenda: morning, clusters: [cluster(), later] }), local('2023-03-20T08:00'));
    expect(
      found.flatMap((remark) => (remark.kind === 'agenda_outside' ? [[remark.number, remark.rows, remark.spot]] : [])),
    ).to.deep.equal([
      [1, [1, 3], { section: 'agenda', row: 0, field: 'startsAt' }],
      [2, [3], { section: 'agenda', row: 2, field: 'startsAt' }],
    ]);
    expect(found.filter(({ kind }) => kind === 'plan')).to.deep.equal([]);
  });

  it('names people in categories that their unit may not register now, with the way to the list', () => {
    const hostOnly = setup({ categories: setup().categories.map((category) => ({ ...category, hostOnly: true })) });
    const at = (unitId: string) => ({ clusterId: 'c1', unitId, category: 'B1', count: 2 });
    const named = (event: EventSetup, unitId: string) =>
      setUpRemarks(event, local('2023-03-20T08:00'), { ...noFacts, registered: [at(unitId)] }).filter(
        ({ kind }) => kind === 'not_allowed',
      );
    expect(named(hostOnly, 'b'), 'b hosts').to.deep.equal([]);
    expect(named(setup(), 'a'), 'a leads, and only guests of the city stand on its list').to.have.length(1);
    const noHost = setup({ ...hostOnly, clusters: [cluster({ hostUnitId: 'c', participants: [share('b', 10)] })] });
    expect(named(noHost, 'b')).to.deep.equal([
      {
        kind: 'not_allowed',
        number: 1,
        unit: 'Đơn vị b',
        people: [{ category: 'B1', count: 2 }],
        clusterId: 'c1',
        unitId: 'b',
        spot: { section: 'participants', index: 0, row: 0 },
        tone: 'warning',
      },
    ]);
  });

  it('names letters that tell an old time or place, until the cluster begins', () => {
    const facts = { ...noFacts, announcedOtherwise: new Map([['c1', 12]]) };
    const remarked = (now: string) =>
      setUpRemarks(setup(), local(now), facts).flatMap((remark) =>
        remark.kind === 'told_otherwise' ? [[remark.count, remark.clusterId]] : [],
      );
    expect(remarked('2023-03-20T08:00')).to.deep.equal([[12, 'c1']]);
    expect(remarked('2023-04-07T13:30')).to.deep.equal([]);
  });

  it('has what a plan file would be refused or warned for, blocks first', () => {
    const wrong = setup({
      clusters: [cluster({ participants: [share('a', 5), share('c', 30)] })],
      agenda: [{ id: 'i', startsAt: '14:00', endsAt: '15:00', title: 'Báo cáo', owner: 'Sở khác', from: [] }],
    });
    expect(remarksAt(wrong)).to.deep.equal([
      ['block', 'host_not_taking_part'],
      ['block', 'quotas_above_max'],
      ['warning', 'agenda_owner_not_invited'],
      ['info', 'invite_by'],
    ]);
  });

  it('finds the year of a date that is not the year of the plan', () => {
    expect(remarksAt(setup({ event: { ...setup().event, year: 2024 } }))[0]).to.deep.equal([
      'block',
      'cluster_wrong_year',
    ]);
  });

  describe('counts working days without the days off', () => {
    const at = (daysOff: string[], start: string) =>
      setup({
        event: { ...setup().event, daysOff, year: 2026 },
        clusters: [
          cluster({
            startsAt: utc(`${start}T13:30`),
            endsAt: utc(`${start}T17:00`),
            doorOpensAt: utc(`${start}T13:00`),
            lateFrom: utc(`${start}T14:00`),
            doorClosesAt: utc(`${start}T15:45`),
            registrationDeadline: utc('2026-08-20T17:00'),
            answerDeadline: utc('2026-08-28T17:00'),
          }),
        ],
      });
    const found = (event: EventSetup, now = '2026-08-01T08:00') => setUpRemarks(event, local(now));
    const inviteBy = (event: EventSetup) =>
      found(event).flatMap((remark) => (remark.kind === 'invite_by' ? [remark.day.toISODate()] : []));

    it('for the day by which invitations go out', () => {
      expect(inviteBy(at([], '2026-09-04'))).to.deep.equal(['2026-09-01']);
      expect(inviteBy(at(['2026-09-01/2026-09-02'], '2026-09-04'))).to.deep.equal(['2026-08-28']);
    });

    it('and names a holiday among the counted days until it is noted, while the cluster is to come', () => {
      const named = (event: EventSetup, now?: string) =>
        found(event, now).flatMap((remark) =>
          remark.kind === 'holidays_not_noted'
            ? [remark.tone, remark.spot, ...remark.days.map((day) => day.toISODate())]
            : [],
        );
      expect(named(at([], '2026-09-04'))).to.deep.equal([
        'warning',
        { section: 'event', field: 'daysOff' },
        '2026-09-02',
      ]);
      expect(named(at(['2026-09-02'], '2026-09-04'))).to.deep.equal([]);
      expect(named(at([], '2026-09-01')), 'the holiday comes after').to.deep.equal([]);
      expect(named(at([], '2026-09-04'), '2026-09-04T13:30')).to.deep.equal([]);
    });
  });

  it('names a merged unit that still takes part', () => {
    const merged = setup({ units: [unit('a'), unit('b', { successorId: 'c' }), unit('c')] });
    expect(remarksAt(merged)).to.deep.include(['warning', 'merged_unit']);
  });

  it('names people who wait while their unit has places, and not those whose unit is full', () => {
    const waiting = (seated: number) =>
      setup({
        clusters: [
          cluster({ participants: [share('a', 5, { seated, waiting: 2, hasHistory: true }), share('b', 10)] }),
        ],
      });
    expect(remarksAt(waiting(3))).to.deep.include(['warning', 'waiting_with_places']);
    expect(remarksAt(waiting(5))).not.to.deep.include(['warning', 'waiting_with_places']);
  });

  describe('names an item of the agenda for which nobody comes', () => {
    const item = { id: 'i', startsAt: '14:00', endsAt: '15:00', title: 'Chia sẻ', owner: 'UBND cấp xã', from: ['B1'] };
    const eventWith = (more: object) =>
      setup({ agenda: [item], clusters: [cluster({ participants: [share('a', 5), share('b', 10, more)] })] });

    it('with cluster, unit and the way to its list', () => {
      const found = setUpRemarks(eventWith({ listState: 'submitted' }), local('2023-03-20T08:00'));
      expect(found.filter(({ kind }) => kind === 'nobody_speaks')).to.deep.equal([
        {
          kind: 'nobody_speaks',
          number: 1,
          item: 'Chia sẻ',
          owner: 'UBND cấp xã',
          units: ['Đơn vị b'],
          categories: ['B1'],
          clusterId: 'c1',
          unitId: 'b',
          spot: { section: 'agenda', row: 0 },
          tone: 'warning',
        },
      ]);
    });

    for (const [what, more, now, isNamed] of [
      ['not while the list is being made', {}, '2023-03-31T17:00', false],
      ['after the deadline', {}, '2023-03-31T17:01', true],
      ['not when somebody is registered', { listState: 'accepted', registered: ['B1'] }, '2023-03-31T17:01', false],
      ['not once the cluster has begun', {}, '2023-04-07T13:30', false],
    ] as const) {
      it(what, () => {
        const named = remarksAt(eventWith(more), now).some(([, kind]) => kind === 'nobody_speaks');
        expect(named).to.equal(isNamed);
      });
    }
  });

  it('asks for the first cluster and category of a new event', () => {
    expect(remarksAt(setup({ clusters: [], categories: [] }))).to.deep.equal([
      ['block', 'empty'],
      ['block', 'empty'],
    ]);
  });
});

describe('a stored event as a plan', () => {
  it('says midnight at the end of a day as 24:00', () => {
    const late = setup({ clusters: [cluster({ endsAt: utc('2023-04-08T00:00') })] });
    expect(planOfEvent(late).clusters[0]?.endsAt).to.equal('24:00');
  });
});

describe('where an event stands', () => {
  for (const [now, state] of [
    ['2023-03-31T16:59', 'registering'],
    // A unit may still hand in at the deadline itself.
    ['2023-03-31T17:00', 'registering'],
    ['2023-03-31T17:01', 'ahead'],
    ['2023-04-07T13:30', 'running'],
    ['2023-04-07T17:00', 'over'],
  ] as const) {
    it(`${state} at ${now}`, () => expect(eventState([cluster()], local(now))).to.equal(state));
  }

  it('is running between its first cluster and its last', () => {
    const later = cluster({ startsAt: utc('2023-04-11T13:30'), endsAt: utc('2023-04-11T17:00') });
    expect(eventState([cluster(), later], local('2023-04-09T10:00'))).to.equal('running');
  });

  it('is being drawn up without a cluster', () => expect(eventState([], local('2023-04-01T08:00'))).to.equal('draft'));
});
