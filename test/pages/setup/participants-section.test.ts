import { expect } from 'chai';
import { wordsOf } from '../../support/app.ts';
import { inventedRows, register } from '../../support/cast.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('the units of a cluster on the set-up page', () => {
  let world: SetUpWorld;
  let path: string;
  beforeEach(async () => {
    world = await makeSetUpWorld();
    path = `/clusters/${world.app.cast.cluster(2)}/participants`;
  });
  afterEach(() => world.close());

  const unit = (code: string) => world.app.cast.unit(code);
  const stored = async () => {
    const setup = await world.stored();
    const cluster = setup.clusters.find(({ number }) => number === 2);
    const codeOf = (id: string) => setup.units.find((known) => known.id === id)?.code;
    return {
      host: codeOf(cluster?.hostUnitId ?? ''),
      quotas: cluster?.participants.map(({ unitId, quota }) => `${codeOf(unitId)} ${quota}`),
    };
  };
  const START = ['so-noi-vu 12', '926 17', '917 15', '927 15'];

  it('change their shares', async () => {
    const answer = await world.send(path, { [`unit.${unit('917')}.quota`]: '10', [`unit.${unit('927')}.quota`]: '20' });
    expect(answer.status).to.equal(303);
    expect((await stored()).quotas).to.deep.equal(['so-noi-vu 12', '926 17', '917 10', '927 20']);
    const subject = `cluster:${world.app.cast.cluster(2)}`;
    expect(await world.audit()).to.deep.equal([
      { action: 'quota_changed', subject, detail: { unit: unit('917'), before: 15, quota: 10, reason: '' } },
      { action: 'quota_changed', subject, detail: { unit: unit('927'), before: 15, quota: 20, reason: '' } },
    ]);
  });

  for (const [what, order, expected] of [
    ['up to the first place', ['927', '1'], ['927', 'so-noi-vu', '926', '917']],
    ['down to the last place', ['so-noi-vu', '4'], ['926', '917', '927', 'so-noi-vu']],
    ['between two others', ['927', '1,5'], ['so-noi-vu', '927', '926', '917']],
  ] as const) {
    it(`move ${what}`, async () => {
      await world.send(path, { [`unit.${unit(order[0])}.order`]: order[1] });
      expect((await stored()).quotas?.map((quota) => quota.split(' ')[0])).to.deep.equal(expected);
    });
  }

  it('leave and join, and another one hosts', async () => {
    const answer = await world.send(path, {
      [`unit.${unit('917')}.remove`]: '1',
      'add.unit': unit('916'),
      'add.quota': '14',
      host: unit('916'),
    });
    expect(answer.status).to.equal(303);
    expect(await stored()).to.deep.equal({ host: '916', quotas: ['so-noi-vu 12', '926 17', '927 15', '916 14'] });
    expect(await world.audit()).to.deep.equal([
      {
        action: 'shares_changed',
        subject: `cluster:${world.app.cast.cluster(2)}`,
        detail: {
          quotasBefore: 59,
          quotas: 58,
          changes: [
            { kind: 'added', row: 'Quận Ninh Kiều' },
            { kind: 'removed', row: 'Quận Ô Môn' },
            { kind: 'field', field: 'host', from: 'Huyện Phong Điền', to: 'Quận Ninh Kiều' },
          ],
        },
      },
    ]);
  });

  it('join many at once', async () => {
    const cluster = world.app.cast.cluster(2);
    const page = await world.an.get(`${world.base}/setup?pick=${cluster}`);
    expect(wordsOf(page.text)).to.contain('Chọn các đơn vị tham dự').and.to.contain('Xã Trường Xuân A, Huyện Thới Lai');
    await world.send(path, {
      [`unit.${unit('926')}.quota`]: '10',
      [`pick.${unit('923')}.on`]: '1',
      [`pick.${unit('925')}.on`]: '1',
      pickQuota: '4',
    });
    expect((await stored()).quotas).to.deep.equal(['so-noi-vu 12', '926 10', '917 15', '927 15', '923 4', '925 4']);
  });

  it('keep the state of their lists', async () => {
    await register(world.app.context, world.app.cast.actor('binh'), {
      clusterId: world.app.cast.cluster(2),
      rows: inventedRows(2),
    });
    await world.send(path, { [`unit.${unit('927')}.order`]: '1' });
    const row = await world.app.context.db.read
      .selectFrom('cluster_unit')
      .select('list_state')
      .where('cluster_id', '=', world.app.cast.cluster(2))
      .where('unit_id', '=', unit('927'))
      .executeTakeFirst();
    expect(row?.list_state).to.equal('accepted');
  });

  for (const [what, changes, sentence] of [
    ['more than the maximum', { '917.quota': '17' }, 'Cụm 2: tổng chỉ tiêu 61 vượt số tối đa 60 đại biểu.'],
    ['a share that is no number', { '917.quota': 'mười' }, 'Mục này phải là một số nguyên.'],
    ['a share left empty', { '917.quota': '' }, 'Mục này cần được ghi.'],
    ['a place that is no number', { '917.order': 'đầu' }, '“đầu” không phải là số thứ tự'],
    [
      'a host that leaves',
      { '926.remove': '1' },
      'Huyện Phong Điền đăng cai Cụm 2 nhưng không có trong các đơn vị tham dự.',
    ],
  ] as const) {
    it(`refuse ${what}, keep what was typed and change nothing`, async () => {
      const named = Object.fromEntries(
        Object.entries(changes).map(([name, value]) => {
          const [code = '', field = ''] = name.split('.');
          return [`unit.${unit(code)}.${field}`, value];
        }),
      );
      const answer = await world.send(path, named);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain(sentence);
      for (const [name, value] of Object.entries(named))
        expect(answer.text).to.contain(`name="${name}" value="${value}"`);
      expect(await stored()).to.deep.equal({ host: '926', quotas: START });
    });
  }

  it('fewer than the minimum are saved and shown as a warning', async () => {
    expect(
      (await world.send(path, { [`unit.${unit('917')}.quota`]: '0', [`unit.${unit('927')}.quota`]: '0' })).status,
    ).to.equal(303);
    expect(await world.words()).to.contain('Cụm 2: tổng chỉ tiêu 29 chưa đủ số tối thiểu 40 đại biểu.');
  });

  describe('when people are registered', () => {
    beforeEach(() =>
      register(world.app.context, world.app.cast.actor('binh'), {
        clusterId: world.app.cast.cluster(2),
        rows: inventedRows(6),
      }),
    );

    it('a share falls to those who have a seat and not below', async () => {
      const name = `unit.${unit('927')}.quota`;
      const answer = await world.send(path, { [name]: '5' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Huyện Thới Lai đã có 6 đại biểu được xếp chỗ, không giảm xuống 5 được.');
      expect((await world.send(path, { [name]: '6', reason: 'ít người' })).status).to.equal(303);
      const detail = { unit: unit('927'), before: 15, quota: 6, reason: 'ít người' };
      expect((await world.audit()).find(({ action }) => action === 'quota_changed')).to.deep.include({ detail });
    });

    it('a share changes with a reason only, which is asked for beside its field', async () => {
      for (const quota of ['14', '16']) {
        const answer = await world.send(path, { [`unit.${unit('927')}.quota`]: quota });
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.contain('Đã có đơn vị đăng ký nên đổi chỉ tiêu cần ghi lý do.');
        expect(answer.text).to.match(/id="units-2-reason"[^>]*aria-invalid="true"/);
      }
      expect((await stored()).quotas).to.deep.equal(START);
    });

    it('the order changes without one', async () => {
      const answer = await world.send(path, { [`unit.${unit('927')}.order`]: '1' });
      expect(answer.status).to.equal(303);
    });

    it('their unit stays, whatever the form says', async () => {
      const { text } = await world.an.get(`${world.base}/setup`);
      expect(text).not.to.contain(`unit.${unit('927')}.remove`);
      const answer = await world.send(path, { [`unit.${unit('927')}.remove`]: '1' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Huyện Thới Lai đang có 6 đại biểu đăng ký nên không bỏ khỏi cụm được.');
    });
  });

  it('no longer change once attendance is closed', async () => {
    const mine = await world.form(path);
    const closed_at = '2023-04-07T10:00:00.000Z';
    const id = world.app.cast.cluster(2);
    await world.app.context.db.write((tx) =>
      tx.updateTable('cluster').set({ closed_at }).where('id', '=', id).execute(),
    );
    const answer = await world.send(path, { [`unit.${unit('917')}.quota`]: '10', reason: 'ít người' }, mine);
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.contain('Cụm 2 đã kết thúc điểm danh');
    expect((await stored()).quotas).to.deep.equal(START);
  });

  it('are not written over what somebody else has just saved', async () => {
    const mine = await world.form(path);
    await world.send(path, { [`unit.${unit('917')}.quota`]: '10' });
    const answer = await world.send(path, { [`unit.${unit('927')}.quota`]: '16' }, mine);
    expect(answer.status).to.equal(409);
    expect(answer.text).to.contain(`name="unit.${unit('927')}.quota" value="16"`);
    expect((await stored()).quotas).to.deep.equal(['so-noi-vu 12', '926 17', '917 10', '927 15']);
  });
});
