import { expect } from 'chai';
import { registrationsOf } from '../../../db/people/registrations.ts';
import { wordsOf } from '../../support/app.ts';
import { inventedRows, register } from '../../support/cast.ts';
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
      ['whose code is too long', { 'unit.code': 'x'.repeat(81) }, 'Mã đơn vị: Mã dài quá 80 ký tự.'],
      ['whose name is too long', { 'unit.name': 'x'.repeat(1500) }, 'Tên đơn vị dài quá 300 ký tự.'],
      ['below a unit that is gone', { 'unit.parent': 'khong-co' }, 'Vui lòng chọn đơn vị cấp trên đang hoạt động.'],
    ] as const) {
      it(`${what} is refused beside its field`, async () => {
        const answer = await world.send('/units', { ...an, ...changes });
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.contain(sentence);
        expect((await world.stored()).units).to.have.length(94);
      });
    }

    it('is told of name, parent and code at once, each beside its own field', async () => {
      const answer = await world.send('/units', {
        'unit.name': 'x'.repeat(1500),
        'unit.level': 'city',
        'unit.parent': unit('916'),
        'unit.code': 'cái khế',
      });
      const ids = [...answer.text.matchAll(/<p class="err" id="(new-unit-[^"]+)"/g)].map(([, id]) => id);
      expect(ids).to.deep.equal(['new-unit-unit-name-error', 'new-unit-unit-parent-error', 'new-unit-unit-code-error']);
    });

    it('too long by its name says nothing of the code, which was left empty', async () => {
      const answer = await world.send('/units', { ...an, 'unit.name': 'x'.repeat(1500) });
      expect(answer.text).not.to.contain('new-unit-unit-code-error');
    });

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

  describe('an end without a successor', () => {
    it('has a day, stays on what was registered and is offered nowhere any more', async () => {
      const clusterId = world.app.cast.cluster(2);
      const binh = world.app.cast.actor('binh');
      await register(world.app.context, binh, { clusterId, rows: inventedRows(1) });
      const answer = await send('927', 'end', { endedFrom: '01/3/2023' });
      expect(answer.status).to.equal(303);
      expect(await stored('927')).to.deep.include({ validTo: '2023-02-28', successorId: undefined });
      expect(wordsOf((await world.an.get(answer.location ?? '')).text))
        .to.contain('Đã ghi nhận Huyện Thới Lai kết thúc hoạt động.')
        .and.to.contain('không có đơn vị tiếp nhận; hoạt động đến hết 28/02/2023.');
      const { text } = await world.an.get(`${world.base}/setup?pick=${world.app.cast.cluster(1)}`);
      expect(wordsOf(text)).to.contain('Đã kết thúc hoạt động (đến hết 28/02/2023)');
      expect(text)
        .not.to.contain(`<option value="${unit('927')}"`)
        .and.not.to.contain(`pick.${unit('927')}.on`);
      expect((await world.stored()).clusters[1]?.participants.map(({ unitId }) => unitId)).to.include(unit('927'));
      const people = await registrationsOf(world.app.context.db.read, { clusterId, scope: { kind: 'all' } });
      expect(people.map(({ unitName }) => unitName)).to.deep.equal(['Huyện Thới Lai']);
      expect((await world.audit()).at(-1)).to.deep.include({ action: 'unit_ended', detail: { from: '2023-03-01' } });
    });

    it('keeps it out of clusters, from above others, and from taking over', async () => {
      await send('917', 'end', {});
      const path = `/clusters/${world.app.cast.cluster(1)}/participants`;
      await world.send(path, { 'add.unit': unit('917'), 'add.quota': '1' });
      const first = (await world.stored()).clusters[0];
      expect(first?.participants.map(({ unitId }) => unitId)).not.to.include(unit('917'));
      const child = await world.send('/units', { 'unit.name': 'Phường Mới', 'unit.parent': unit('917') });
      expect(wordsOf(child.text)).to.contain('Vui lòng chọn đơn vị cấp trên đang hoạt động.');
      const merged = await send('927', 'merge', { successor: unit('917') });
      expect(wordsOf(merged.text)).to.contain('Quận Ô Môn đã kết thúc hoạt động; vui lòng chọn đơn vị đang hoạt động.');
    });

    it('is refused from a day that is still to come', async () => {
      const answer = await send('917', 'end', { endedFrom: '01/7/2030' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Ngày 01/7/2030 chưa đến');
      expect((await stored('917'))?.validTo).to.equal(undefined);
    });

    it('is not noted twice', async () => {
      const action = `${world.base}/units/${unit('917')}/end`;
      const form = formIn(await page('917'), action);
      const answers = await Promise.all([1, 2].map(() => world.an.post(action, form)));
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 409]);
    });

    it('can be taken back, unless another unit bears the name by now', async () => {
      await send('917', 'end', {});
      expect(await page('917')).to.contain('Bỏ ghi nhận kết thúc');
      expect((await send('917', 'restore', {})).status).to.equal(303);
      expect(await stored('917')).to.deep.include({ successorId: undefined, validTo: undefined });
      await send('917', 'end', {});
      expect((await send('927', 'name', { name: 'Quận Ô Môn' })).status).to.equal(303);
      const answer = await send('917', 'restore', {});
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Đã có đơn vị Quận Ô Môn ở cấp này.');
      expect((await stored('917'))?.validTo).to.equal('2023-03-19');
    });
  });

  describe('level, parent and code', () => {
    it('are fixed where they were typed wrong, and the audit says which', async () => {
      const answer = await send('927', 'facts', { level: 'commune', parent: unit('916'), code: 'xa-thoi-lai' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('đang trực thuộc đơn vị này nên đơn vị này phải ở cấp cao hơn.');
      await world.send('/units', { 'unit.name': 'Xã Mới', 'unit.level': 'district' });
      expect((await send2('xa-moi', { level: 'commune', parent: unit('927'), code: '927-xa-moi' })).status).to.equal(
        303,
      );
      expect(await stored('927-xa-moi')).to.include({ level: 'commune', parentId: unit('927'), name: 'Xã Mới' });
      const entry = (await world.audit()).at(-1);
      expect(entry?.action).to.equal('unit_corrected');
      expect(entry?.detail['changes']).to.deep.equal([
        { kind: 'field', field: 'level', from: 'district', to: 'commune' },
        { kind: 'field', field: 'parent', to: 'Huyện Thới Lai' },
        { kind: 'field', field: 'code', from: 'xa-moi', to: '927-xa-moi' },
      ]);
    });

    const send2 = async (code: string, changes: Record<string, string>) => {
      const base = `${world.base}/units/${(await stored(code))?.id}`;
      return await world.an.post(`${base}/facts`, {
        ...formIn((await world.an.get(base)).text, `${base}/facts`),
        ...changes,
      });
    };

    it('left as they are change nothing, of every unit of the plan', async () => {
      for (const code of ['so-noi-vu', '916', '927']) {
        expect((await send(code, 'facts', {})).status, code).to.equal(303);
        expect((await send(code, 'facts', { code: `${code}x` })).status, code).to.equal(303);
      }
      const fields = (await world.audit()).flatMap(({ detail }) => (detail['changes'] as { field: string }[]) ?? []);
      expect(fields.map(({ field }) => field)).to.deep.equal(['code', 'code', 'code']);
    });

    for (const [what, changes, sentence] of [
      ['itself above it', () => ({ parent: unit('927') }), 'Huyện Thới Lai là chính đơn vị này hoặc thuộc đơn vị này'],
      ['one of its own below it above it', () => ({ parent: 'child' }), 'hoặc thuộc đơn vị này'],
      ['a unit of its own level above it', () => ({ parent: unit('917') }), 'Quận Ô Môn không ở cấp cao hơn'],
      ['a commune above a city', () => ({ level: 'city', parent: 'commune of 916' }), 'không ở cấp cao hơn'],
      ['a code that is taken', () => ({ code: '917' }), 'Mã “917” đã có; vui lòng ghi mã khác.'],
      ['no code', () => ({ code: '' }), 'Vui lòng ghi mã đơn vị.'],
    ] as const) {
      it(`are refused with ${what}`, async () => {
        const { units } = await world.stored();
        const under = (code: string) => units.find(({ parentId }) => parentId === unit(code))?.id ?? '';
        const typed: Record<string, string> = changes();
        if (typed['parent'] === 'child') typed['parent'] = under('927');
        if (typed['parent'] === 'commune of 916') typed['parent'] = under('916');
        const answer = await send('927', 'facts', typed);
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.contain(sentence);
        expect((await world.stored()).units).to.deep.equal(units);
      });
    }

    it('are refused where a neighbour of the new parent bears the name', async () => {
      await world.send('/units', { 'unit.name': 'Xã Hai', 'unit.parent': unit('916') });
      await world.send('/units', { 'unit.name': 'Xã Hai', 'unit.parent': unit('917') });
      const answer = await send2('xa-hai-2', { parent: unit('916') });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.contain('Đã có đơn vị Xã Hai ở cấp này.');
    });

    it('are not written over what somebody else has just saved, which is shown', async () => {
      const mine = formIn(await page('927'), `${world.base}/units/${unit('927')}/facts`);
      await send('927', 'facts', { code: '927-moi' });
      const answer = await send('927', 'facts', { code: '927-cua-toi' }, mine);
      expect(answer.status).to.equal(409);
      expect(wordsOf(answer.text)).to.contain('Hiện đang lưu: 927-moi');
    });
  });

  describe('a removal', () => {
    it('takes away a unit that nothing names, with the names it bore', async () => {
      await world.send('/units', { 'unit.name': 'Xã Nhầm', 'unit.parent': unit('927') });
      const base = `${world.base}/units/${(await stored('xa-nham'))?.id}`;
      const rename = formIn((await world.an.get(base)).text, `${base}/name`);
      await world.an.post(`${base}/name`, { ...rename, name: 'Xã Nhầm nữa' });
      const form = formIn((await world.an.get(base)).text, `${base}/remove`);
      const answer = await world.an.post(`${base}/remove`, form);
      expect(answer.status).to.equal(303);
      expect(wordsOf((await world.an.get(answer.location ?? '')).text)).to.contain('Đã xóa đơn vị Xã Nhầm nữa.');
      expect(await stored('xa-nham')).to.equal(undefined);
      expect((await world.audit()).at(-1)).to.deep.include({
        action: 'unit_removed',
        detail: { code: 'xa-nham', level: 'commune' },
      });
      expect((await world.an.post(`${base}/remove`, form)).status).to.equal(404);
    });

    for (const [what, code] of [
      ['takes part in a cluster', '917'],
      ['leads the event', 'so-noi-vu'],
      ['stands above others', '924'],
    ] as const) {
      it(`is not offered for a unit that ${what}, and refused all the same`, async () => {
        expect(await page(code)).not.to.contain('/remove"');
        const form = formIn(await page(code), `${world.base}/units/${unit(code)}/facts`);
        const answer = await send(code, 'remove', {}, form);
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.contain('Đơn vị đang được dùng nên không xóa được.');
        expect(await stored(code)).to.include({ id: unit(code) });
      });
    }

    it('is refused for a unit that has an account, or took over from another', async () => {
      for (const name of ['Xã Một', 'Xã Hai']) await world.send('/units', { 'unit.name': name });
      const [one, two] = [(await stored('xa-mot'))?.id ?? '', (await stored('xa-hai'))?.id ?? ''];
      await world.app.context.db.write((tx) =>
        tx.updateTable('account').set({ unit_id: one }).where('login', '=', 'cuc.omon').execute(),
      );
      await send('926', 'merge', { successor: two });
      for (const id of [one, two]) {
        const base = `${world.base}/units/${id}`;
        const form = formIn((await world.an.get(base)).text, `${base}/facts`);
        expect((await world.an.post(`${base}/remove`, form)).status).to.equal(422);
      }
    });
  });
});
