import { expect } from 'chai';
import { wordsOf } from '../../support/app.ts';
import { inventedRows, invite, register } from '../../support/cast.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('a cluster on the set-up page', () => {
  let world: SetUpWorld;
  let path: string;
  beforeEach(async () => {
    world = await makeSetUpWorld();
    path = `/clusters/${world.app.cast.cluster(2)}`;
  });
  afterEach(() => world.close());

  const stored = async () => (await world.stored()).clusters.find(({ number }) => number === 2);
  const registerSix = () =>
    register(world.app.context, world.app.cast.actor('binh'), {
      clusterId: world.app.cast.cluster(2),
      rows: inventedRows(6),
    });

  it('is saved as people type it, and the audit says what changed', async () => {
    const answer = await world.send(path, {
      date: '14-4-2023',
      startsAt: '8 giờ',
      doorOpensAt: '7h30',
      lateFrom: '8:30',
    });
    expect(answer.status).to.equal(303);
    expect(await stored()).to.include({
      startsAt: '2023-04-14T01:00:00.000Z',
      doorOpensAt: '2023-04-14T00:30:00.000Z',
      lateFrom: '2023-04-14T01:30:00.000Z',
    });
    const [entry] = await world.audit();
    expect(entry).to.deep.equal({
      action: 'cluster_changed',
      subject: `cluster:${world.app.cast.cluster(2)}`,
      detail: {
        changes: [
          { kind: 'field', field: 'date', from: '2023-04-07', to: '2023-04-14' },
          { kind: 'field', field: 'startsAt', from: '13:30', to: '08:00' },
          { kind: 'field', field: 'doorOpensAt', from: '13:00', to: '07:30' },
          { kind: 'field', field: 'lateFrom', from: '14:00', to: '08:30' },
          { kind: 'field', field: 'registrationDeadline', from: '2023-03-31T17:00', to: '2023-04-07T17:00' },
          { kind: 'field', field: 'answerDeadline', from: '2023-04-05T17:00', to: '2023-04-12T17:00' },
        ],
      },
    });
  });

  it('takes deadlines at their usual day along when the date moves', async () => {
    await world.send(path, { date: '14/4/2023' });
    expect(await stored()).to.include({
      registrationDeadline: '2023-04-07T10:00:00.000Z',
      answerDeadline: '2023-04-12T10:00:00.000Z',
    });
  });

  it('leaves deadlines that somebody chose where they are', async () => {
    await world.send(path, { registrationDeadline: '11:30 30/3/2023' });
    await world.send(path, { date: '14/4/2023' });
    expect((await stored())?.registrationDeadline).to.equal('2023-03-30T04:30:00.000Z');
  });

  it('gives a deadline left empty its usual day', async () => {
    await world.send(path, { registrationDeadline: '', answerDeadline: '3/4/2023' });
    expect(await stored()).to.include({
      registrationDeadline: '2023-03-31T10:00:00.000Z',
      answerDeadline: '2023-04-03T10:00:00.000Z',
    });
  });

  it('refuses a date in another year than the plan, as the file of 2023 had it', async () => {
    const answer = await world.send(path, { date: '07/4/2022' });
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.contain(
      'Cụm 2 ngày 07/4/2022 không khớp năm kế hoạch 2023; có thể là 07/4/2023 (Thứ Sáu).',
    );
    expect(answer.text).to.contain('value="07/4/2022"').and.to.contain('href="#cluster-2-date"');
    expect((await stored())?.startsAt).to.equal('2023-04-07T06:30:00.000Z');
  });

  it('keeps a Saturday and shows it as a warning', async () => {
    expect((await world.send(path, { date: '08/4/2023' })).status).to.equal(303);
    const words = await world.words();
    expect(words).to.contain('Cụm 2 rơi vào Thứ Bảy, 08/4/2023.').and.to.contain('Lưu ý');
  });

  for (const [changes, sentence] of [
    [{ startsAt: 'trưa' }, '“trưa” không phải là giờ; ghi theo dạng 13:30.'],
    [{ date: '31/4/2023' }, '“31/4/2023” không phải là ngày có thật; ghi theo dạng 05/4/2023.'],
    [{ registrationDeadline: 'thứ sáu' }, '“thứ sáu” không phải là thời điểm'],
    [{ lateFrom: '12:00' }, 'Tính đến muộn từ (12:00) không được trước Bắt đầu (13:30).'],
    [{ min: '70' }, 'Số tối thiểu 70 lớn hơn số tối đa 60.'],
    [{ max: 'sáu mươi' }, 'Mục này phải là một số nguyên.'],
    [{ max: '60,5' }, 'Mục này phải là một số nguyên.'],
    [{ min: '-1' }, 'Số tối thiểu: Phải từ 0 trở lên.'],
    [{ number: '0' }, 'Số cụm: Phải từ 1 trở lên.'],
    [{ max: '99999999999' }, 'Số tối đa: Không được quá 10000.'],
    [{ max: '9'.repeat(400) }, 'Số tối đa: Không được quá 10000.'],
    [{ number: '3' }, 'Sự kiện đã có Cụm 3.'],
    [{ number: '1' }, 'Sự kiện đã có Cụm 1.'],
    [{ venue: '' }, 'Mục này cần được ghi.'],
  ] as const) {
    it(`refuses ${JSON.stringify(changes)} beside its field`, async () => {
      const before = await stored();
      const answer = await world.send(path, changes);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain(sentence);
      expect(await stored()).to.deep.equal(before);
      expect(await world.audit()).to.deep.equal([]);
    });
  }

  describe('its maximum', () => {
    const last = async () => (await world.audit()).at(-1);
    const entry = (before: number, max: number, reason: string) => ({
      action: 'capacity_changed',
      subject: `cluster:${world.app.cast.cluster(2)}`,
      detail: { before, max, reason },
    });
    const keepsNoShares = () =>
      world.app.context.db.write((tx) =>
        tx.updateTable('cluster_unit').set({ quota: 0 }).where('cluster_id', '=', world.app.cast.cluster(2)).execute(),
      );

    it('changes without a reason while nobody is registered: the form has no field for one', async () => {
      expect((await world.form(path))['reason']).to.equal(undefined);
      expect((await world.send(path, { max: '70' })).status).to.equal(303);
      expect(await last()).to.deep.equal(entry(60, 70, ''));
      expect((await world.send(path, { max: '60' })).status).to.equal(303);
      expect(await last()).to.deep.equal(entry(70, 60, ''));
      expect((await stored())?.max).to.equal(60);
    });

    it('changes with a reason once somebody is, as on the page of the places', async () => {
      await registerSix();
      const venue = (await stored())?.venue;
      const answer = await world.send(path, { max: '70', reason: 'Hội trường mới có 80 ghế' });
      expect(answer.status).to.equal(303);
      expect((await stored())?.max).to.equal(70);
      expect(await last()).to.deep.equal(entry(60, 70, 'Hội trường mới có 80 ghế'));
      const back = await world.send(path, { max: '65', venue: 'Hội trường nhỏ', reason: 'đổi sang phòng nhỏ' });
      expect(back.status).to.equal(303);
      expect((await world.audit()).slice(-2)).to.deep.equal([
        {
          action: 'cluster_changed',
          subject: `cluster:${world.app.cast.cluster(2)}`,
          detail: { changes: [{ kind: 'field', field: 'venue', from: venue, to: 'Hội trường nhỏ' }] },
        },
        entry(70, 65, 'đổi sang phòng nhỏ'),
      ]);
    });

    for (const max of ['70', '59']) {
      it(`does not change to ${max} without one, once somebody is`, async () => {
        const early = await world.form(path);
        await registerSix();
        // The form was opened before anybody was registered, or the reason was left empty.
        for (const form of [early, await world.form(path)]) {
          const answer = await world.send(path, { max, reason: ' ' }, form);
          expect(answer.status).to.equal(422);
          expect(wordsOf(answer.text)).to.contain(`đổi số tối đa từ 60 thành ${max} cần ghi lý do.`);
          expect(answer.text).to.match(/id="cluster-2-reason"[^>]*aria-invalid="true"/);
          expect(answer.text).to.contain(`value="${max}"`);
        }
        expect((await stored())?.max).to.equal(60);
      });
    }

    it('goes down to those who have a seat and not below: nobody loses a seat', async () => {
      await registerSix();
      await keepsNoShares();
      const reason = 'phòng nhỏ hơn';
      const answer = await world.send(path, { min: '1', max: '5', reason });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Đã có 6 đại biểu được xếp chỗ, không giảm xuống 5 được.');
      expect((await world.send(path, { min: '1', max: '6', reason })).status).to.equal(303);
      expect(await stored()).to.include({ min: 1, max: 6 });
    });

    it('does not go below the sum of the shares, as on the page of the places', async () => {
      const answer = await world.send(path, { max: '58' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Cụm 2: tổng chỉ tiêu 59 vượt số tối đa 58 đại biểu.');
      expect((await world.send(path, { max: '59' })).status).to.equal(303);
    });
  });

  it('says how many were invited to what is no longer true', async () => {
    await registerSix();
    await invite(world.app.context, world.app.cast.actor('an'), world.app.cast.cluster(2));
    await world.send(path, { min: '35' });
    expect(await world.words())
      .to.contain('Đã lưu Cụm 2.')
      .and.not.to.contain('thời gian, địa điểm cũ');
    await world.send(path, { venue: 'Hội trường lớn' });
    expect(await world.words()).to.contain('6 thư mời đã lập ghi thời gian, địa điểm cũ');
  });

  it('is not written over what somebody else has just saved', async () => {
    const mine = await world.form(path);
    await world.send(path, { venue: 'Hội trường lớn' });
    const answer = await world.send(path, { venue: 'Hội trường nhỏ' }, mine);
    expect(answer.status).to.equal(409);
    expect(answer.text).to.contain('value="Hội trường nhỏ"');
    expect((await stored())?.venue).to.equal('Hội trường lớn');
  });

  it('lets two people change two clusters at the same time', async () => {
    const third = `/clusters/${world.app.cast.cluster(3)}`;
    const mine = await world.form(third);
    await world.send(path, { venue: 'Hội trường lớn' });
    expect((await world.send(third, { venue: 'Hội trường nhỏ' }, mine)).status).to.equal(303);
  });

  it('no longer changes once its attendance is closed', async () => {
    const id = world.app.cast.cluster(2);
    await world.app.context.db.write((tx) =>
      tx.updateTable('cluster').set({ closed_at: '2023-04-07T10:00:00.000Z' }).where('id', '=', id).execute(),
    );
    const answer = await world.send(path, { venue: 'Hội trường lớn' });
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.contain('Cụm 2 đã kết thúc điểm danh');
  });

  describe('a new one', () => {
    const fourth = { date: '13/4/2023', venue: 'UBND quận Ninh Kiều' };
    const add = async (changes: Record<string, string>) =>
      world.send('/clusters', { ...fourth, host: world.app.cast.unit('916'), ...changes });

    it('begins with the hours of the last, its host and the lead unit', async () => {
      const answer = await add({});
      expect(answer.status).to.equal(303);
      const cluster = (await world.stored()).clusters.at(-1);
      expect(cluster).to.include({ number: 4, startsAt: '2023-04-13T06:30:00.000Z', min: 40, max: 60 });
      expect(cluster?.registrationDeadline).to.equal('2023-04-06T10:00:00.000Z');
      expect(cluster?.participants.map(({ unitId, quota }) => [unitId, quota])).to.deep.equal([
        [world.app.cast.unit('so-noi-vu'), 0],
        [world.app.cast.unit('916'), 0],
      ]);
      expect((await world.audit())[0]).to.include({ action: 'cluster_added' });
      expect(await world.words()).to.contain('Cụm 4: tổng chỉ tiêu 0 chưa đủ số tối thiểu 40 đại biểu.');
    });

    it('needs a host and a number of its own', async () => {
      const answer = await add({ host: '', number: '2' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Sự kiện đã có Cụm 2.').and.to.contain('Mục này cần được ghi.');
      expect((await world.stored()).clusters).to.have.length(3);
    });

    it('is added once when the form is sent twice', async () => {
      const form = await world.form('/clusters');
      expect((await world.send('/clusters', { ...fourth, host: world.app.cast.unit('916') }, form)).status).to.equal(
        303,
      );
      expect((await world.send('/clusters', { ...fourth, host: world.app.cast.unit('916') }, form)).status).to.equal(
        409,
      );
      expect((await world.stored()).clusters).to.have.length(4);
    });
  });

  describe('one that nobody needs', () => {
    it('goes while nobody is registered, with its shares', async () => {
      const third = `/clusters/${world.app.cast.cluster(3)}/remove`;
      expect((await world.send(third, {})).status).to.equal(303);
      expect((await world.stored()).clusters.map(({ number }) => number)).to.deep.equal([1, 2]);
      expect((await world.audit())[0]).to.deep.include({ action: 'cluster_removed' });
    });

    it('stays while somebody is registered', async () => {
      const form = await world.form(`${path}/remove`);
      await registerSix();
      const answer = await world.send(`${path}/remove`, {}, form);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Cụm 2 đang có 6 đại biểu đăng ký nên không xóa được.');
      expect((await world.stored()).clusters).to.have.length(3);
    });

    it('stays while a phone is paired with it, and keeps its shares', async () => {
      const answer = await world.send(`${path}/remove`, {});
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Cụm 2 đã có máy đón tiếp hoặc hồ sơ đi kèm nên không xóa được.');
      expect((await stored())?.participants).to.have.length(4);
    });
  });
});
