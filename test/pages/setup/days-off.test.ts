/** "Ngày nghỉ": whatever is counted in working days follows what the organiser noted. */
import { expect } from 'chai';
import { clustersOfEvent } from '../../../db/events/clusters.ts';
import { loadPlan } from '../../../server/actions/events/load-plan.ts';
import { wordsOf } from '../../support/app.ts';
import { inventedRows, register } from '../../support/cast.ts';
import { makeTestContext } from '../../support/context.ts';
import { correctedPlan } from '../../support/plan-files.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('the days off of an event', () => {
  let world: SetUpWorld;
  const enter = async (at?: string) => {
    world = await makeSetUpWorld(at);
  };
  beforeEach(() => enter());
  afterEach(() => world.close());

  const save = (daysOff: string) => world.send('/setup', { daysOff });
  const deadlines = async () =>
    (await world.stored()).clusters.map(({ registrationDeadline, answerDeadline }) =>
      [registrationDeadline, answerDeadline].map((moment) => moment.slice(5, 10)).join(' '),
    );

  it('are none at first, and are kept as they are typed', async () => {
    expect((await world.form('/setup'))['daysOff']).to.equal('');
    expect((await save('03/4/2023, 6-4-2023 đến 7-4-2023')).status).to.equal(303);
    expect((await world.stored()).event.daysOff).to.deep.equal(['2023-04-03', '2023-04-06/2023-04-07']);
    expect((await world.form('/setup'))['daysOff']).to.equal('03/4/2023; 06/4/2023 đến 07/4/2023');
  });

  it('come back beside the field when they cannot be read, with what was typed', async () => {
    const answer = await save('30/4; 02/9/2023');
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.include(
      'Ngày nghỉ: “30/4” không phải là ngày nghỉ; ghi theo dạng 02/9/2026 hoặc 16/02/2026 đến 20/02/2026.',
    );
    expect(answer.text).to.include('value="30/4; 02/9/2023"').and.include('id="event-daysOff-error"');
    expect((await world.stored()).event.daysOff).to.deep.equal([]);
  });

  describe('move', () => {
    it('the deadlines that stand at their usual day, there and back, and say so', async () => {
      expect(await deadlines()).to.deep.equal(['03-29 04-03', '03-31 04-05', '04-04 04-07']);
      await save('03/4/2023');
      expect(await deadlines()).to.deep.equal(['03-28 03-31', '03-30 04-05', '04-04 04-07']);
      const words = await world.words();
      expect(words).to.include('Hạn đăng ký, hạn trả lời của 2 cụm được tính lại theo ngày nghỉ.');
      await save('');
      expect(await deadlines()).to.deep.equal(['03-29 04-03', '03-31 04-05', '04-04 04-07']);
    });

    it('and the history has both the days off and the deadlines', async () => {
      await save('03/4/2023 đến 04/4/2023');
      const { text } = await world.an.get(`${world.base}/history`);
      expect(wordsOf(text))
        .to.include('Sửa thông tin chung: Ngày nghỉ: 03/4/2023 đến 04/4/2023')
        .and.include('Cụm 2 Sửa thông tin cụm: Hạn đăng ký từ 17:00 31/3/2023 thành 17:00 29/3/2023');
    });

    it('no deadline that somebody chose', async () => {
      await world.send(`/clusters/${world.app.cast.cluster(2)}`, { registrationDeadline: '11:30 31/3/2023' });
      await save('03/4/2023');
      const [, second] = (await world.stored()).clusters;
      expect(second?.registrationDeadline).to.equal('2023-03-31T04:30:00.000Z');
    });

    it('no deadline that is over, nor one that would be: lists are not opened or closed by the way', async () => {
      await world.close();
      await enter('2023-03-30T18:00');
      await save('03/4/2023');
      expect(await deadlines()).to.deep.equal(['03-29 03-31', '03-31 04-05', '04-04 04-07']);
    });

    it('the last day to invite, on the card, on the letters page and among what is to be done', async () => {
      const { context, cast } = world.app;
      const clusterId = cast.cluster(2);
      await register(context, cast.actor('binh'), { clusterId, rows: inventedRows(1) });
      await save('04/4/2023');
      expect(await world.words()).to.include('Thư mời gửi chậm nhất Thứ Hai, 03/4/2023');
      const letters = wordsOf((await world.an.get(`/clusters/${clusterId}/letters`)).text);
      expect(letters).to.include('Hạn gửi cuối Cụm 2: Thứ Hai, 03/4/2023');
      expect(wordsOf((await world.an.get('/')).text)).to.include('Thứ Hai 03/4');
    });

    it('the suggestion beside a deadline, and the deadlines of a cluster that is added', async () => {
      await save('03/4/2023');
      expect(await world.words()).to.include('Gợi ý 17:00 Thứ Năm 30/3/2023 (trước 5 ngày làm việc)');
      const cluster = { number: '4', date: '07/4/2023', venue: 'Hội trường', host: world.app.cast.unit('927') };
      await world.send('/clusters', cluster);
      expect((await deadlines())[3]).to.equal('03-30 04-05');
    });
  });

  it('may stand in a plan file', async () => {
    const context = await makeTestContext();
    const corrected = correctedPlan();
    const clusters = corrected.clusters.map(({ registrationDeadline: _, answerDeadline: __, ...rest }) => rest);
    const plan = { ...corrected, clusters };
    const daysOff = ['2023-04-03'];
    const loading = await loadPlan(context, { raw: { ...plan, event: { ...plan.event, daysOff } }, actor: 'system' });
    if (loading.kind !== 'loaded') throw new Error(loading.kind);
    const stored = await clustersOfEvent(context.db.read, { kind: 'all' }, loading.eventId);
    expect(stored.map(({ registrationDeadline }) => registrationDeadline.slice(0, 10))).to.deep.equal([
      '2023-03-28',
      '2023-03-30',
      '2023-04-04',
    ]);
    const wrong = await loadPlan(context, {
      raw: { ...plan, event: { ...plan.event, daysOff: ['3/4'] } },
      actor: 'system',
    });
    expect(wrong.kind === 'refused' && wrong.problems.map(({ path, code }) => `${path} ${code}`)).to.deep.equal([
      'event.daysOff[0] not_a_day_off',
    ]);
    await context.close();
  });

  it('are asked for when the counted days hold a holiday', async () => {
    await world.send('/setup', { year: '2023' });
    await world.send('/clusters', {
      number: '4',
      date: '04/5/2023',
      venue: 'Hội trường',
      host: world.app.cast.unit('927'),
    });
    const NAMED = 'có ngày lễ 30/4/2023, 01/5/2023 chưa ghi vào Ngày nghỉ';
    expect(await world.words()).to.include(NAMED);
    expect((await world.an.get(`${world.base}/setup`)).text).to.include('/setup?open=event#event-daysOff');
    await save('29/4/2023 đến 03/5/2023');
    expect(await world.words()).not.to.include('chưa ghi vào Ngày nghỉ');
  });
});
