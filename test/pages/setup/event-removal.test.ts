import { expect } from 'chai';
import { listEvents } from '../../../db/events/event-list.ts';
import { replaceDraft } from '../../../db/lists/drafts.ts';
import { verifyAudit } from '../../../db/audit/verify-audit.ts';
import { insertChangeRequest } from '../../../db/lists/change-requests.ts';
import { offerPairing } from '../../../server/actions/door/pair-device.ts';
import { instant } from '../../../server/context.ts';
import { withdrawDelegate } from '../../../server/actions/people/withdraw-delegate.ts';
import { wordsOf } from '../../support/app.ts';
import { inventedRows, invite, pairPhone, register } from '../../support/cast.ts';
import { formIn } from './form-in.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('an event that was a mistake', () => {
  let world: SetUpWorld;
  let copy: string;
  beforeEach(async () => {
    world = await makeSetUpWorld();
    const path = `${world.base}/clone`;
    const answer = await world.an.post(path, formIn((await world.an.get(path)).text, path));
    copy = (answer.location ?? '').replace('/setup', '');
  });
  afterEach(() => world.close());

  const events = async () => (await listEvents(world.app.context.db.read)).map(({ code }) => code);
  const page = async (base: string) => (await world.an.get(`${base}/remove`)).text;
  const remove = async (base: string, form?: Record<string, string>) =>
    await world.an.post(`${base}/remove`, form ?? formIn(await page(base), `${base}/remove`));
  const clusterOfCopy = async () => {
    const row = await world.app.context.db.read
      .selectFrom('cluster')
      .select('id')
      .where('event_id', '=', copy.split('/').at(-1) ?? '')
      .where('number', '=', 2)
      .executeTakeFirstOrThrow();
    return row.id;
  };

  it('is asked about by its name, with what goes along, and goes', async () => {
    expect((await world.an.get(`${copy}/setup`)).text).to.contain(`href="${copy}/remove"`);
    const words = wordsOf(await page(copy));
    expect(words).to.contain('Xóa sự kiện “Tọa đàm chia sẻ').and.to.contain('3 cụm cùng đơn vị tham dự và chỉ tiêu');
    expect(words).to.contain('12 thành phần tham dự, 9 mục chương trình').and.not.to.contain('bản nháp');
    const answer = await remove(copy);
    expect([answer.status, answer.location]).to.deep.equal([303, '/setup']);
    expect(await events()).to.deep.equal(['cchc-2023']);
    expect(wordsOf((await world.an.get('/setup')).text)).to.contain('Đã xóa sự kiện Tọa đàm chia sẻ');
    expect((await world.an.get(`${copy}/setup`)).status).to.equal(404);
  });

  it('leaves its traces in the audit, which stays whole', async () => {
    await remove(copy);
    expect((await world.audit()).at(-1)).to.deep.equal({
      action: 'event_removed',
      subject: `event:${copy.split('/').at(-1)}`,
      detail: { code: 'cchc-2024', year: 2024, clusters: 3, categories: 12, draftRows: 0 },
    });
    expect((await verifyAudit(world.app.context.db.read, world.app.context.keys.auditMac)).kind).to.equal('intact');
  });

  it('takes drafts and unused pairing codes along, and says how many rows', async () => {
    const { context, cast } = world.app;
    const clusterId = await clusterOfCopy();
    const by = cast.actor('binh').accountId;
    const draft = { clusterId, unitId: cast.unit('927'), rows: inventedRows(3), version: 0 };
    await context.db.write((tx) => replaceDraft(tx, { ...draft, at: instant(context), by }));
    await offerPairing(context, cast.actor('an'), { clusterId, gate: 'Cửa chính' });
    expect(wordsOf(await page(copy))).to.contain('3 dòng bản nháp mà các đơn vị chưa gửi');
    expect((await remove(copy)).status).to.equal(303);
    expect((await world.audit()).at(-1)?.detail).to.include({ draftRows: 3 });
  });

  it('is not removed when something came since the page was shown', async () => {
    const { context, cast } = world.app;
    const form = formIn(await page(copy), `${copy}/remove`);
    const draft = { clusterId: await clusterOfCopy(), unitId: cast.unit('927'), rows: inventedRows(3), version: 0 };
    await context.db.write((tx) =>
      replaceDraft(tx, { ...draft, at: instant(context), by: cast.actor('binh').accountId }),
    );
    const answer = await remove(copy, form);
    expect(answer.status).to.equal(409);
    expect(wordsOf(answer.text)).to.contain('Chưa xóa gì').and.to.contain('3 dòng bản nháp');
    expect(await events()).to.have.length(2);
    expect((await remove(copy)).status).to.equal(303);
  });

  it('removed twice is gone the second time', async () => {
    const form = formIn(await page(copy), `${copy}/remove`);
    expect((await remove(copy, form)).status).to.equal(303);
    expect((await remove(copy, form)).status).to.equal(404);
  });

  describe('stays, and says why, on the page and to a form sent all the same,', () => {
    const expectToStay = async (sentence: string) => {
      const form = { version: '' };
      expect(wordsOf(await page(copy)))
        .to.contain('không xóa được')
        .and.to.contain(sentence);
      expect(await page(copy)).not.to.contain(`action="${copy}/remove"`);
      const answer = await remove(copy, form);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain(sentence);
      expect(await events()).to.have.length(2);
    };

    it('with a registration, even a withdrawn one, and its letters', async () => {
      const { context, cast } = world.app;
      const an = cast.actor('an');
      const clusterId = await clusterOfCopy();
      const [first = ''] = await register(context, an, { clusterId, rows: inventedRows(1), unitId: cast.unit('927') });
      await expectToStay('Sự kiện đã có 1 lượt đăng ký, kể cả lượt đã rút.');
      await invite(context, an, clusterId);
      await expectToStay('Sự kiện đã có 1 thư mời.');
      await withdrawDelegate(context, an, { registrationId: first, reason: 'bận' });
      await expectToStay('Sự kiện đã có 1 lượt đăng ký, kể cả lượt đã rút.');
    });

    it('with a phone that was paired', async () => {
      const by = world.app.cast.actor('an');
      await pairPhone(world.app.context, { clusterId: await clusterOfCopy(), gate: 'Cửa chính', by });
      await expectToStay('Đã ghép 1 máy đón tiếp với các cụm của sự kiện.');
    });

    it('with a request of a unit', async () => {
      const { context, cast } = world.app;
      const list = { clusterId: await clusterOfCopy(), unitId: cast.unit('927') };
      const asked = { reason: 'có thêm người', at: instant(context), by: cast.actor('binh').accountId };
      const id = context.newId();
      await context.db.write((tx) => insertChangeRequest(tx, { id, ...list, rows: inventedRows(1), ...asked }));
      await expectToStay('Sự kiện đã có 1 đề nghị điều chỉnh của đơn vị.');
    });
  });

  it('may be the only one: the house is empty then and says so', async () => {
    await remove(copy);
    await world.app.context.db.write(async (tx) => {
      await tx.deleteFrom('device').execute();
    });
    expect((await remove(world.base)).status).to.equal(303);
    expect(wordsOf((await world.an.get('/setup')).text)).to.contain('Chưa có sự kiện nào');
    for (const path of ['/', '/letters', '/lists', '/welcome', '/accounts']) {
      expect((await world.an.get(path)).status, path).to.be.lessThan(500);
    }
  });
});
