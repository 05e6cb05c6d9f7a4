import { expect } from 'chai';
import { registrationsOf } from '../../db/registrations.ts';
import { wordsOf } from '../support/app.ts';
import { inventedRows, register } from '../support/cast.ts';
import { formIn } from './form-in.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('the units of the house', () => {
  let world: SetUpWorld;
  beforeEach(async () => {
    world = await makeSetUpWorld();
  });
  afterEach(() => world.close());

  const unit = (code: string) => world.app.cast.unit(code);
  const stored = async (code: string) => (await world.stored()).units.find((one) => one.code === code);
  const page = async (code: string) => (await world.an.get(`${world.base}/units/${unit(code)}`)).text;
  const send = async (code: string, path: string, changes: Record<string, string>, form?: Record<string, string>) => {
    const action = `${world.base}/units/${unit(code)}/${path}`;
    return await world.an.post(action, { ...(form ?? formIn(await page(code), action)), ...changes });
  };

  describe('a new one', () => {
    const an = { 'unit.name': 'Phường Cái Khế mới', 'unit.level': 'commune' };

    it('gets a code from its name and stands below its parent', async () => {
      expect((await world.send('/units', { ...an, 'unit.parent': unit('916') })).status).to.equal(303);
      expect(await stored('phuong-cai-khe-moi')).to.include({
        name: 'Phường Cái Khế mới',
        level: 'commune',
        parentId: unit('916'),
      });
      expect((await world.audit())[0]).to.deep.include({
        action: 'unit_added',
        detail: { code: 'phuong-cai-khe-moi', level: 'commune' },
      });
    });

    it('may stand under no other, and have the name of a unit elsewhere', async () => {
      expect((await world.send('/units', { 'unit.name': 'Xã Vĩnh Bình', 'unit.level': 'commune' })).status).to.equal(
        303,
      );
      expect((await stored('xa-vinh-binh'))?.parentId).to.equal(undefined);
      expect(
        (await world.send('/units', { ...an, 'unit.name': 'Xã Vĩnh Bình', 'unit.parent': unit('916') })).status,
      ).to.equal(303);
      expect(await stored('xa-vinh-binh-2')).to.include({ name: 'Xã Vĩnh Bình' });
    });

    for (const [what, changes, sentence] of [
      ['without a name', { 'unit.name': ' ' }, 'Vui lòng ghi tên đơn vị.'],
      ['whose code is taken', { 'unit.code': '916' }, 'Mã “916” đã có; vui lòng ghi mã khác.'],
      ['whose code is no code', { 'unit.code': 'cái khế' }, '“cái khế” không dùng làm mã được'],
    ] as const) {
      it(`${what} is refused beside its field`, async () => {
        const answer = await world.send('/units', { ...an, ...changes });
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.contain(sentence);
        expect((await world.stored()).units).to.have.length(94);
      });
    }

    it('that is there already is refused, with its marks: An is not Ân', async () => {
      await world.send('/units', { 'unit.name': 'Phường Ân Bình', 'unit.parent': unit('916') });
      expect((await world.stored()).units).to.have.length(95);
      const answer = await world.send('/units', { 'unit.name': 'phường An Bình', 'unit.parent': unit('916') });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Đã có đơn vị Phường An Bình ở cấp này.');
    });
  });

  describe('a new name', () => {
    it('is for what comes; registrations keep the name they were made under', async () => {
      const binh = world.app.cast.actor('binh');
      const clusterId = world.app.cast.cluster(2);
      await register(world.app.context, binh, { clusterId, rows: inventedRows(1) });
      const answer = await send('927', 'name', { name: 'Huyện Thới Lai mới', from: '01/3/2023' });
      expect(answer.status).to.equal(303);
      await register(world.app.context, binh, { clusterId, rows: inventedRows(1, 1) });
      const people = await registrationsOf(world.app.context.db.read, { clusterId, scope: { kind: 'all' } });
      expect(people.map(({ unitName }) => unitName)).to.deep.equal(['Huyện Thới Lai', 'Huyện Thới Lai mới']);
      expect(await stored('927')).to.include({ name: 'Huyện Thới Lai mới', validFrom: '2023-03-01' });
      expect(wordsOf(await page('927'))).to.contain('Tên trước đây Huyện Thới Lai (đến 28/02/2023)');
      expect((await world.audit()).map(({ action }) => action)).to.include('unit_renamed');
    });

    it('holds from today when no day is named', async () => {
      await send('927', 'name', { name: 'Huyện Thới Lai mới', from: '' });
      expect(await stored('927')).to.include({ validFrom: '2023-03-20' });
    });

    it('that is the old one changes nothing', async () => {
      expect((await send('927', 'name', { from: '01/3/2023' })).status).to.equal(303);
      expect(await world.audit()).to.deep.equal([]);
    });

    it('is refused empty, and from a day that is none', async () => {
      expect(wordsOf((await send('927', 'name', { name: '' })).text)).to.contain('Vui lòng ghi tên đơn vị.');
      const answer = await send('927', 'name', { name: 'Thới Lai mới', from: '31/6/2023' });
      expect(answer.status).to.equal(422);
      expect(answer.text).to.contain('value="Thới Lai mới"').and.to.contain('value="31/6/2023"');
      expect(await stored('927')).to.include({ name: 'Huyện Thới Lai' });
    });

    it('that another unit beside it bears is refused, with its marks and whatever its case', async () => {
      const answer = await send('927', 'name', { name: 'quận Ô Môn' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Đã có đơn vị Quận Ô Môn ở cấp này.');
      expect(await stored('927')).to.include({ name: 'Huyện Thới Lai' });
      expect((await send('927', 'name', { name: 'Quận O Môn' })).status).to.equal(303);
    });

    it('may be the own one in other letters, or that of a unit that was merged', async () => {
      expect((await send('927', 'name', { name: 'huyện Thới Lai' })).status).to.equal(303);
      await send('917', 'merge', { successor: unit('926') });
      expect((await send('927', 'name', { name: 'Quận Ô Môn' })).status).to.equal(303);
    });

    it('is refused from a day that is still to come, for it holds at once', async () => {
      const answer = await send('927', 'name', { name: 'Thới Lai mới', from: '21/3/2023' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Ngày 21/3/2023 chưa đến; thay đổi có hiệu lực ngay khi lưu');
      expect(await stored('927')).to.include({ name: 'Huyện Thới Lai' });
      expect((await send('927', 'name', { name: 'Thới Lai mới', from: '20/3/2023' })).status).to.equal(303);
    });

    it('is refused too long, and so is the day, both at once', async () => {
      const answer = await send('927', 'name', { name: 'x'.repeat(301), from: '01/7/2030' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text))
        .to.contain('Tên đơn vị dài quá 300 ký tự.')
        .and.to.contain('Ngày 01/7/2030 chưa đến');
    });

    it('is not written over what somebody else has just saved', async () => {
      const mine = formIn(await page('927'), `${world.base}/units/${unit('927')}/name`);
      await send('927', 'name', { name: 'Tên một' });
      expect((await send('927', 'name', { name: 'Tên hai' }, mine)).status).to.equal(409);
      expect(await stored('927')).to.include({ name: 'Tên một' });
    });
  });

  describe('a merger', () => {
    it('names the successor, the last day, and shows wherever the old unit takes part', async () => {
      const answer = await send('917', 'merge', { successor: unit('927'), mergedFrom: '01/3/2023' });
      expect(answer.status).to.equal(303);
      expect(await stored('917')).to.include({ successorId: unit('927'), validTo: '2023-02-28' });
      const words = await world.words();
      expect(words).to.contain('Cụm 2: Quận Ô Môn đã sáp nhập vào Huyện Thới Lai nhưng còn trong các đơn vị tham dự.');
      expect(words).to.contain('Đã sáp nhập vào Huyện Thới Lai');
      expect(wordsOf(await page('917'))).to.contain('hoạt động đến hết 28/02/2023.');
    });

    it('keeps the unit out of other clusters', async () => {
      await send('917', 'merge', { successor: unit('927') });
      const path = `/clusters/${world.app.cast.cluster(1)}/participants`;
      await world.send(path, { 'add.unit': unit('917'), 'add.quota': '1' });
      const first = (await world.stored()).clusters[0];
      expect(first?.participants.map(({ unitId }) => unitId)).not.to.include(unit('917'));
    });

    for (const [what, successor, sentence] of [
      ['into nobody', '', 'Vui lòng chọn đơn vị tiếp nhận.'],
      ['into itself', '917', 'Đơn vị tiếp nhận phải là một đơn vị khác.'],
      ['into a unit that was merged', '923', 'Quận Thốt Nốt cũng đã sáp nhập'],
    ] as const) {
      it(`${what} is refused`, async () => {
        await send('923', 'merge', { successor: unit('927') });
        const answer = await send('917', 'merge', { successor: successor === '' ? '' : unit(successor) });
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.contain(sentence);
        expect((await stored('917'))?.successorId).to.equal(undefined);
      });
    }

    it('from a day that is still to come is refused, and from no day at all', async () => {
      for (const [mergedFrom, sentence] of [
        ['01/7/2030', 'Ngày 01/7/2030 chưa đến'],
        ['31/6/2023', '“31/6/2023” không phải là ngày có thật'],
      ] as const) {
        const answer = await send('917', 'merge', { successor: unit('927'), mergedFrom });
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.contain(sentence);
      }
      expect((await stored('917'))?.successorId).to.equal(undefined);
    });

    it('can be taken back', async () => {
      await send('917', 'merge', { successor: unit('927') });
      expect((await send('917', 'restore', {})).status).to.equal(303);
      expect(await stored('917')).to.deep.include({ successorId: undefined, validTo: undefined });
      expect((await world.audit()).map(({ action }) => action)).to.deep.equal(['unit_merged', 'unit_restored']);
    });
  });
});
