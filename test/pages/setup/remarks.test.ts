/** The remarks that come from what happened beside the set-up: people, letters, days gone by. */
import { expect } from 'chai';
import { runOnce } from '../../../server/mail/postman.ts';
import { openTransport } from '../../../server/mail/open-transport.ts';
import { wordsOf } from '../../support/app.ts';
import { inventedRows, invite, register } from '../../support/cast.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('a remark of the set-up', () => {
  let world: SetUpWorld;
  let clusterId: string;
  let path: string;
  const enter = async (at?: string) => {
    world = await makeSetUpWorld(at);
    clusterId = world.app.cast.cluster(2);
    path = `/clusters/${clusterId}`;
  };
  beforeEach(() => enter());
  afterEach(() => world.close());

  const unit = (code: string) => world.app.cast.unit(code);
  const remarks = async () => (await world.words()).split('Cần xem')[1]?.split('Thông tin chung')[0] ?? '';
  const deliver = async () => {
    const transport = openTransport(world.app.context);
    for (let round = 0; round < 4; round += 1) await runOnce(world.app.context, transport);
  };

  describe('on letters that tell an old time or place', () => {
    const OLD = 'Cụm 2: 2 thư mời đã gửi ghi thời gian hoặc địa điểm cũ; vui lòng gửi lại.';
    const letters = () => `/clusters/${clusterId}/letters`;
    beforeEach(async () => {
      const { context, cast } = world.app;
      await register(context, cast.actor('binh'), { clusterId, rows: inventedRows(2) });
      await invite(context, cast.actor('an'), clusterId);
    });

    it('stands from the change until they were sent again, with one button for all of them', async () => {
      await deliver();
      await world.send(path, { venue: 'Hội trường lớn' });
      await world.words(); // the sentence after saving is shown once; the remark stays
      world.app.context.clock.advance({ minutes: 1 });
      expect(await remarks()).to.include(OLD);
      const page = await world.an.get(letters());
      expect(wordsOf(page.text)).to.include('2 thư đã gửi ghi thời gian hoặc địa điểm cũ của cụm. Gửi lại 2 thư');
      await world.an.post(letters(), { send: 'told_otherwise' });
      await world.an.post(letters(), { send: 'told_otherwise' });
      const queued = await world.app.context.db.read.selectFrom('letter').selectAll().execute();
      expect(queued, 'pressed twice it sends once').to.have.length(4);
      expect(await remarks(), 'not before they left').to.include(OLD);
      await deliver();
      expect(await remarks()).not.to.include('địa điểm cũ');
      expect(wordsOf((await world.an.get(letters())).text)).not.to.include('Gửi lại 2 thư');
    });

    it('says nothing when the cluster is moved back to what they tell', async () => {
      await deliver();
      const { venue = '' } = await world.form(path);
      await world.send(path, { date: '11/4/2023', venue: 'Hội trường lớn' });
      expect(await remarks()).to.include(OLD);
      await world.send(path, { date: '07/4/2023', venue });
      expect(await remarks()).not.to.include('địa điểm cũ');
    });

    it('says nothing of letters that had not left when the cluster changed: they tell the new place', async () => {
      await world.send(path, { venue: 'Hội trường lớn' });
      await deliver();
      expect(await remarks()).not.to.include('địa điểm cũ');
    });

    it('says nothing of what letters do not tell, nor of whoever was withdrawn', async () => {
      await deliver();
      await world.send(path, { doorClosesAt: '15:50', min: '35' });
      expect(await remarks()).not.to.include('địa điểm cũ');
      const rows = await world.app.context.db.read.selectFrom('registration').select('id').execute();
      for (const { id } of rows) await world.an.post(`/registrations/${id}/withdraw`, { reason: 'bận họp' });
      await world.send(path, { venue: 'Hội trường lớn' });
      expect(await remarks()).not.to.include('địa điểm cũ');
    });
  });

  describe('on people in categories that are not for their unit', () => {
    const communes = async () => {
      const { context, cast } = world.app;
      const rows = inventedRows(3, 0, { category: 'B7', workplace: 'Thị trấn Phong Điền' });
      await register(context, cast.actor('phong'), { clusterId, rows });
    };
    const NAMED = 'Cụm 2: danh sách Huyện Phong Điền có 3 đại biểu thuộc thành phần B7, nay không dành cho đơn vị này.';

    it('stands when another unit hosts, and leads to the list', async () => {
      await communes();
      expect(await remarks()).not.to.include('nay không dành');
      await world.send(`${path}/participants`, { host: unit('927') });
      expect(await remarks()).to.include(NAMED);
      const { text } = await world.an.get(`${world.base}/setup`);
      expect(text).to.include(`href="/clusters/${clusterId}/registrations?unit=${unit('926')}"`);
    });

    it('stands when a category is kept for the host afterwards', async () => {
      const { context, cast } = world.app;
      await register(context, cast.actor('binh'), { clusterId, rows: inventedRows(2) });
      await context.db.write((tx) =>
        tx.updateTable('category').set({ host_only: 1 }).where('code', '=', 'B2').execute(),
      );
      expect(await remarks()).to.include('danh sách Huyện Thới Lai có 2 đại biểu thuộc thành phần B2');
    });
  });

  describe('on a registration deadline that is over', () => {
    const SAID = 'Hạn đăng ký 17:00 15/3/2023 đã qua: đơn vị không đăng ký được.';
    const REMARK = 'Cụm 2: hạn đăng ký 17:00 Thứ Tư, 15/3/2023 đã qua; đơn vị không đăng ký được nữa.';

    it('is said after saving the cluster, and stays', async () => {
      await world.send(path, { registrationDeadline: '15/3/2023' });
      const words = await world.words();
      expect(words).to.include(`Đã lưu Cụm 2. ${SAID}`).and.include(REMARK);
      expect(await world.words())
        .to.include(REMARK)
        .and.not.include(SAID);
    });

    it('is said after adding one, and not of a deadline to come', async () => {
      const cluster = { number: '4', date: '17/4/2023', venue: 'Hội trường', host: unit('927') };
      await world.send('/clusters', { ...cluster, registrationDeadline: '15/3/2023' });
      expect(await world.words()).to.include(SAID);
      await world.send(path, { venue: 'Hội trường lớn' });
      expect(await world.words())
        .to.include('Đã lưu Cụm 2.')
        .and.not.include('Hạn đăng ký 17:00');
    });
  });

  it('on a cluster that is over: nobody was checked in', async () => {
    await world.close();
    await enter('2023-04-08T08:30');
    expect(await remarks()).to.include(
      'Cụm 2 đã qua (Thứ Sáu, 07/4/2023) mà chưa có lượt điểm danh nào: vui lòng xem lại ngày.',
    );
    await world.app.context.db.write((tx) =>
      tx.updateTable('cluster').set({ closed_at: '2023-04-08T01:00:00.000Z' }).execute(),
    );
    expect(await remarks()).not.to.include('Cụm 2 đã qua');
  });

  it('on an agenda beside the hours of a cluster is one and names the rows', async () => {
    await world.send(path, { startsAt: '14:00', doorOpensAt: '13:30', lateFrom: '14:30' });
    expect((await remarks()).match(/Cụm 2: \d+ nội dung chương trình nằm ngoài giờ/g)).to.have.length(1);
    expect(await remarks()).to.include(
      'Cụm 2: 1 nội dung chương trình nằm ngoài giờ của cụm (14:00 đến 17:00): dòng 1.',
    );
  });
});
