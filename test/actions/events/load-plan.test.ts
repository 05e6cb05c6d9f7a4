import { expect } from 'chai';
import { clustersOfEvent, participantsOf } from '../../../db/events/clusters.ts';
import { agendaOf, categoriesOf, eventById } from '../../../db/events/events.ts';
import type { Context } from '../../../server/context.ts';
import { loadPlan } from '../../../server/actions/events/load-plan.ts';
import { makeTestContext, type TestContext } from '../../support/context.ts';
import { correctedPlan, planAsWritten } from '../../support/plan-files.ts';

const TABLES = ['unit', 'event', 'cluster', 'cluster_unit', 'category', 'agenda_item', 'audit_entry'] as const;

async function countRows({ db }: Context): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) counts[table] = (await db.read.selectFrom(table).selectAll().execute()).length;
  return counts;
}

const EMPTY = { unit: 0, event: 0, cluster: 0, cluster_unit: 0, category: 0, agenda_item: 0, audit_entry: 0 };
const WHOLE = { unit: 94, event: 1, cluster: 3, cluster_unit: 12, category: 12, agenda_item: 9, audit_entry: 1 };

describe('Loading a plan', () => {
  let context: TestContext;
  beforeEach(async () => {
    context = await makeTestContext();
  });
  afterEach(() => context.close());

  const load = (raw: unknown, with_: Context = context) => loadPlan(with_, { raw, actor: 'system' });

  async function loadCorrected() {
    const result = await load(correctedPlan());
    if (result.kind !== 'loaded') throw new Error(`The corrected plan was ${result.kind}.`);
    return result;
  }

  it('writes the corrected plan of 2023 whole', async () => {
    const { eventId, warnings, reusedUnits } = await loadCorrected();
    expect(await countRows(context)).to.deep.equal(WHOLE);
    expect(warnings).to.deep.equal([]);
    expect(reusedUnits).to.equal(0);
    const event = await eventById(context.db.read, eventId);
    expect(event).to.deep.include({ code: 'cchc-2023', year: 2023, zone: 'Asia/Ho_Chi_Minh', place: 'Cần Thơ' });
    expect(event?.leadUnit.name).to.equal('Sở Nội vụ');
    expect(await agendaOf(context.db.read, eventId)).to.have.length(9);
  });

  it('knows 9 districts and 83 communes, the town and the commune of one name apart', async () => {
    await loadCorrected();
    const units = await context.db.read.selectFrom('unit').selectAll().orderBy('position').execute();
    const ofLevel = (level: string) => units.filter((unit) => unit.level === level);
    expect([ofLevel('city').length, ofLevel('district').length, ofLevel('commune').length]).to.deep.equal([2, 9, 83]);
    const vinhThanh = units.find((unit) => unit.code === '924');
    const thanhAn = units.filter((unit) => unit.name.endsWith('Thạnh An'));
    expect(thanhAn.map(({ name, parent_id }) => [name, parent_id === vinhThanh?.id])).to.deep.equal([
      ['Thị trấn Thạnh An', true],
      ['Xã Thạnh An', true],
    ]);
    const kinds = (word: string) => ofLevel('commune').filter((unit) => unit.name.startsWith(`${word} `)).length;
    expect([kinds('Phường'), kinds('Xã'), kinds('Thị trấn')]).to.deep.equal([42, 36, 5]);
  });

  it('gives the clusters their moments in UTC, their hosts and shares within the maximum', async () => {
    const { eventId } = await loadCorrected();
    const clusters = await clustersOfEvent(context.db.read, { kind: 'all' }, eventId);
    expect(clusters.map((cluster) => [cluster.number, cluster.startsAt, cluster.hostUnit.name])).to.deep.equal([
      [1, '2023-04-05T06:30:00.000Z', 'Huyện Vĩnh Thạnh'],
      [2, '2023-04-07T06:30:00.000Z', 'Huyện Phong Điền'],
      [3, '2023-04-11T06:30:00.000Z', 'Quận Bình Thủy'],
    ]);
    expect(clusters[1]).to.include({
      doorOpensAt: '2023-04-07T06:00:00.000Z',
      lateFrom: '2023-04-07T07:00:00.000Z',
      doorClosesAt: '2023-04-07T08:45:00.000Z',
      endsAt: '2023-04-07T10:00:00.000Z',
      registrationDeadline: '2023-03-31T10:00:00.000Z',
      answerDeadline: '2023-04-05T10:00:00.000Z',
      min: 40,
      max: 60,
      venue: 'Ủy ban nhân dân huyện Phong Điền',
    });
    const sums: number[] = [];
    for (const cluster of clusters) {
      const participants = await participantsOf(context.db.read, cluster.id);
      expect(participants.map((unit) => unit.isHost)).to.deep.equal([false, true, false, false]);
      expect(participants.map((unit) => unit.listState)).to.deep.equal(Array(4).fill('not_started'));
      expect(participants[0]?.unitName).to.equal('Sở Nội vụ');
      sums.push(participants.reduce((sum, unit) => sum + unit.quota, 0));
    }
    expect(sums).to.deep.equal([56, 59, 52]);
  });

  it('has 12 categories, three of them for the host alone', async () => {
    const { eventId } = await loadCorrected();
    const categories = await categoriesOf(context.db.read, eventId);
    expect(categories.map((category) => category.code).join(' ')).to.equal('A1 A5 A2 A3 A4 B1 B3 B2 B5 B4 B6 B7');
    expect(categories.filter((category) => category.hostOnly).map((category) => category.code)).to.deep.equal([
      'B5',
      'B6',
      'B7',
    ]);
  });

  it('counts deadlines itself when the plan names none: 5 and 2 working days before, 17:00', async () => {
    const plan = correctedPlan();
    const clusters = plan.clusters.map(({ registrationDeadline: _, answerDeadline: __, ...cluster }) => cluster);
    const result = await load({ ...plan, clusters });
    expect(result.kind).to.equal('loaded');
    const rows = await context.db.read.selectFrom('cluster').selectAll().orderBy('number').execute();
    expect(rows.map((row) => [row.registration_deadline, row.answer_deadline])).to.deep.equal([
      ['2023-03-29T10:00:00.000Z', '2023-04-03T10:00:00.000Z'],
      ['2023-03-31T10:00:00.000Z', '2023-04-05T10:00:00.000Z'],
      ['2023-04-04T10:00:00.000Z', '2023-04-07T10:00:00.000Z'],
    ]);
  });

  it('notes the act in the audit with counts, without names', async () => {
    const { eventId } = await loadCorrected();
    const entry = await context.db.read.selectFrom('audit_entry').selectAll().executeTakeFirstOrThrow();
    expect(entry).to.include({ actor: 'system', action: 'plan_loaded', subject: `event:${eventId}` });
    expect(JSON.parse(entry.detail)).to.deep.equal({ units: 94, clusters: 3, categories: 12, agendaItems: 9 });
  });

  it('takes a unit that is there already as it is', async () => {
    const first = correctedPlan();
    await load({ ...first, units: first.units.map((u) => (u.code === '916' ? { ...u, name: 'Quận Cũ' } : u)) });
    const next = correctedPlan();
    const result = await load({ ...next, event: { ...next.event, code: 'cchc-2023-lai' } });
    expect(result.kind === 'loaded' && result.reusedUnits).to.equal(94);
    const unit = await context.db.read.selectFrom('unit').select('name').where('code', '=', '916').execute();
    expect(unit).to.deep.equal([{ name: 'Quận Cũ' }]);
    expect(await countRows(context)).to.include({ unit: 94, event: 2, cluster: 6 });
  });

  it('refuses the plan as written and writes nothing', async () => {
    const result = await load(planAsWritten());
    const blocks = result.kind === 'refused' ? result.problems.filter(({ severity }) => severity === 'block') : [];
    expect(blocks.map((problem) => problem.path)).to.deep.equal(['clusters[1].date', 'clusters[2].date']);
    expect(await countRows(context)).to.deep.equal(EMPTY);
  });

  it('refuses an event that is there already and changes nothing', async () => {
    await loadCorrected();
    expect(await load(correctedPlan())).to.deep.equal({ kind: 'event_exists', code: 'cchc-2023' });
    expect(await countRows(context)).to.deep.equal(WHOLE);
  });

  it('loads once when two people load at the same moment', async () => {
    const results = await Promise.all([load(correctedPlan()), load(correctedPlan())]);
    expect(results.map((result) => result.kind)).to.deep.equal(['loaded', 'event_exists']);
    expect(await countRows(context)).to.deep.equal(WHOLE);
  });

  it('leaves nothing half written when it breaks in the middle', async () => {
    let left = 110;
    const newId = () => {
      left -= 1;
      if (left < 0) throw new Error('The machine broke.');
      return context.newId();
    };
    const broken = await load(correctedPlan(), { ...context, newId }).catch((error: Error) => error.message);
    expect(broken).to.equal('The machine broke.');
    expect(await countRows(context)).to.deep.equal(EMPTY);
    expect((await load(correctedPlan())).kind).to.equal('loaded');
  });
});
