import { expect } from 'chai';
import { registrationsOf } from '../../../db/people/registrations.ts';
import { type Client, wordsOf } from '../../support/app.ts';
import { inventedRow, inventedRows, register } from '../../support/cast.ts';
import {
  asForm,
  census,
  codesNow,
  hiddenIn,
  makePeopleWorld,
  nameOf,
  type PeopleWorld,
} from '../../support/people-world.ts';

/** "Hoà" and "Hòa": the same person, typed on two machines. */
const twin = { fullName: 'Nguyễn Thị Hoà', position: 'Trưởng phòng Nội vụ' };
const rows = [
  ...inventedRows(2),
  inventedRow(2, { ...twin, category: 'B2', phone: '', email: 'hoa@example.gov.vn' }),
  inventedRow(3),
  inventedRow(4, { ...twin, fullName: 'Nguyễn Thị Hòa', position: 'Trưởng phòng', category: 'B4', note: 'ăn chay' }),
  inventedRow(5),
];
const [FIRST, SECOND] = [2, 4] as const;

describe('two entries of one person', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld(rows);
  });
  afterEach(() => world.close());

  const path = (index: number = FIRST) => `/registrations/${world.ids[index]}/merge`;
  const merge = async (choices: Record<string, string> = {}, index: number = FIRST, other: number = SECOND) => {
    const seen = await seenOn(world.binh, index, other);
    return await world.binh.post(path(index), { with: world.ids[other] ?? '', ...seen, ...choices });
  };
  /** What the page says of the two beside the choices. */
  const seenOn = async (client: Client, index: number = FIRST, other: number = SECOND) => {
    const { text } = await client.get(`${path(index)}?with=${world.ids[other]}`);
    return hiddenIn(text, ['stays', 'seen.stays', 'seen.goes']);
  };
  const list = () => registrationsOf(world.app.context.db.read, { clusterId: world.clusterId, scope: { kind: 'all' } });

  it('are pointed out on the page of each, and never merged by themselves', async () => {
    const page = await world.binh.get(`/registrations/${world.ids[FIRST]}`);
    expect(wordsOf(page.text)).to.include('có một người cùng tên').and.include('Gộp với Nguyễn Thị Hòa, Trưởng phòng');
    expect(page.text).to.include(`${path()}?with=${world.ids[SECOND]}`);
    expect(await list()).to.have.length(6);
  });

  it('are left as they are once the meeting is over: its list is what it was held and paid with', async () => {
    await world.moveTo('2023-04-07T17:00');
    const answer = await merge();
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.include('đã kết thúc nên không gộp được nữa');
    expect(await list()).to.have.length(6);
  });

  it('can be chosen from the list', async () => {
    const { text } = await world.binh.get(path());
    expect(text).to.include(`<option value="${world.ids[SECOND]}">Ông Nguyễn Thị Hòa, Trưởng phòng`);
  });

  it('are shown side by side: what differs to choose from, what is the same as it is', async () => {
    const { status, text } = await world.binh.get(`${path()}?with=${world.ids[SECOND]}`);
    expect(status).to.equal(200);
    for (const field of ['fullName', 'position', 'category', 'phone', 'email', 'note']) {
      expect(text)
        .to.include(`name="choose.${field}" value="stays"`)
        .and.include(`name="choose.${field}" value="goes"`);
    }
    expect(text).to.include('name="choose.category" value="both"').and.not.include('choose.honorific');
    expect(text)
      .to.match(/name="choose.phone" value="goes" checked/)
      .and.match(/name="choose.email" value="stays" checked/);
  });

  it('become one, as somebody chose; the earlier place stays, the other is withdrawn as merged', async () => {
    const answer = await merge({ 'choose.position': 'goes', 'choose.category': 'both', 'choose.note': 'goes' });
    expect(answer.location).to.equal(`/registrations/${world.ids[FIRST]}`);
    const [merged] = (await list()).filter(({ fullName }) => fullName.startsWith('Nguyễn Thị Ho'));
    expect(merged).to.include({
      id: world.ids[FIRST],
      fullName: 'Nguyễn Thị Hoà',
      position: 'Trưởng phòng',
      note: 'ăn chay',
    });
    expect(merged).to.include({ phone: '0900000004', email: 'hoa@example.gov.vn', seat: 'seated' });
    expect(merged?.categoryCodes).to.deep.equal(['B2', 'B4']);
    expect(await list()).to.have.length(5);
    expect(wordsOf((await world.binh.get(answer.location ?? '')).text)).to.include('Gộp với một dòng trùng');
    const gone = wordsOf((await world.binh.get(`/registrations/${world.ids[SECOND]}`)).text);
    expect(gone).to.include('Gộp: một người đăng ký hai lần');
  });

  it('come out the same whichever page was open', async () => {
    expect((await merge({}, SECOND, FIRST)).location).to.equal(`/registrations/${world.ids[FIRST]}`);
  });

  it('leave one code, and the list is accepted once the doubt is settled', async () => {
    const { cast, context } = world.app;
    const state = async () =>
      (
        await context.db.read
          .selectFrom('cluster_unit')
          .select('list_state')
          .where('cluster_id', '=', world.clusterId)
          .where('unit_id', '=', cast.unit('927'))
          .executeTakeFirstOrThrow()
      ).list_state;
    expect(await state()).to.equal('submitted');
    await merge();
    expect(await state()).to.equal('accepted');
    const codes = await world.invite();
    expect(codes.has(world.ids[FIRST])).to.equal(true);
    expect(codes.has(world.ids[SECOND])).to.equal(false);
  });

  it('invite whoever stays when only the other was invited, and the other code is dead', async () => {
    const { cast } = world.app;
    await world.an.post(`/clusters/${world.clusterId}/units/${cast.unit('927')}/accept`);
    await world.an.post(`/registrations/${world.ids[SECOND]}/letters`);
    const dead = (await codesNow(world)).get(world.ids[SECOND]);
    expect((await codesNow(world)).has(world.ids[FIRST])).to.equal(false);
    await world.an.post(path(), { with: world.ids[SECOND], ...(await seenOn(world.an)) });
    const alive = (await codesNow(world)).get(world.ids[FIRST]);
    await world.moveTo('2023-04-07T13:20');
    expect((await world.scan(dead?.token ?? '')).detail).to.include({ kind: 'revoked', why: 'withdrawn' });
    expect(await world.scan(alive?.token ?? '')).to.include({ verdict: 'admitted' });
  });

  describe('when something has changed since the page was shown', () => {
    /** The entry that stays by its seat waited longer in the queue: it loses its side as soon as the other one sits. */
    const withSidesToTurn = async () => {
      const { context, cast } = world.app;
      await world.app.context.db.write((tx) =>
        tx.updateTable('cluster_unit').set({ quota: 6 }).where('unit_id', '=', cast.unit('927')).execute(),
      );
      const person = { fullName: 'Lâm Thị Ngoan', position: 'Chuyên viên' };
      const enter = async (changes: object) => {
        context.clock.advance({ minutes: 1 });
        const rows = [inventedRow(50, { ...person, ...changes })];
        return (await register(context, cast.actor('binh'), { clusterId: world.clusterId, rows }))[0] ?? '';
      };
      const waiting = await enter({ phone: '0900 000 051' });
      const seated = await enter({ position: 'Phó Chánh Văn phòng', phone: '0900 000 052' });
      await world.an.post(`/registrations/${seated}/seat`, { reason: 'theo ý kiến lãnh đạo' });
      return { waiting, seated };
    };

    it('keeps what was chosen of whom, and merges nothing before somebody has looked again', async () => {
      const { waiting, seated } = await withSidesToTurn();
      const { text } = await world.binh.get(`/registrations/${seated}/merge?with=${waiting}`);
      const form = { with: waiting, ...hiddenIn(text, ['stays', 'seen.stays', 'seen.goes']), 'choose.phone': 'stays' };
      expect(form).to.include({ stays: seated });
      // One place is over the quota, so two have to go before the one who waits moves up.
      await world.binh.post(`/registrations/${world.ids[0]}/withdraw`, { reason: 'bận' });
      await world.binh.post(`/registrations/${world.ids[1]}/withdraw`, { reason: 'bận' });
      const before = await census(world);
      const late = await world.binh.post(`/registrations/${seated}/merge`, form);
      expect(late.status).to.equal(422);
      expect(wordsOf(late.text)).to.include('vừa thay đổi nên chưa gộp');
      expect(await census(world)).to.deep.equal(before);
      expect(hiddenIn(late.text, ['stays'])).to.deep.equal({ stays: waiting });
      expect(late.text).to.match(/name="choose.phone" value="goes" checked><span>0900 000 052/);
      const again = { ...form, ...hiddenIn(late.text, ['stays', 'seen.stays', 'seen.goes']), 'choose.phone': 'goes' };
      const answer = await world.binh.post(`/registrations/${seated}/merge`, again);
      expect(answer.location).to.equal(`/registrations/${waiting}`);
      expect((await list()).find(({ id }) => id === waiting)).to.include({ phone: '0900000052', seat: 'seated' });
    });

    it('asks again when either entry says something else by now', async () => {
      for (const index of [FIRST, SECOND]) {
        const form = { with: world.ids[SECOND], ...(await seenOn(world.binh)) };
        const changes = index === FIRST ? { ...twin, category: 'B2', email: 'hoa@example.gov.vn' } : {};
        await world.an.post(`/registrations/${world.ids[index]}/correct`, {
          ...asForm(index, index === FIRST ? changes : { ...twin, fullName: 'Nguyễn Thị Hòa', category: 'B4' }),
          note: `An sửa dòng ${index}`,
          anotherPerson: '1',
        });
        expect((await world.binh.post(path(), form)).status, String(index)).to.equal(422);
      }
      expect(await list()).to.have.length(6);
    });

    it('takes no choice of somebody who has seen neither', async () => {
      expect((await world.binh.post(path(), { with: world.ids[SECOND] })).status).to.equal(422);
      expect(await list()).to.have.length(6);
    });
  });

  it('free a place for whoever waits', async () => {
    const { context, cast } = world.app;
    await context.db.write((tx) =>
      tx
        .updateTable('cluster_unit')
        .set({ quota: 6 })
        .where('cluster_id', '=', world.clusterId)
        .where('unit_id', '=', cast.unit('927'))
        .execute(),
    );
    const [waiting = ''] = await register(context, cast.actor('binh'), {
      clusterId: world.clusterId,
      rows: [inventedRow(30)],
    });
    const answer = await merge();
    expect(wordsOf((await world.binh.get(answer.location ?? '')).text)).to.include(
      `${nameOf(30)} từ danh sách chờ được xếp chỗ`,
    );
    expect((await list()).find(({ id }) => id === waiting)?.seat).to.equal('seated');
  });

  it('keep the place somebody came in on; two who both came are two people', async () => {
    const { cast } = world.app;
    await world.an.post(`/clusters/${world.clusterId}/units/${cast.unit('927')}/accept`);
    const codes = await world.invite();
    await world.moveTo('2023-04-07T13:20');
    await world.scan(codes.get(world.ids[SECOND])?.token ?? '');
    const answer = await world.an.get(`${path()}?with=${world.ids[SECOND]}`);
    expect(wordsOf(answer.text)).to.include('Dòng giữ lại: Ông Nguyễn Thị Hòa');
    await world.scan(codes.get(world.ids[FIRST])?.token ?? '');
    const both = await world.an.post(path(), { with: world.ids[SECOND] });
    expect(both.status).to.equal(422);
    expect(wordsOf(both.text)).to.include('Cả hai dòng đều đã điểm danh');
    expect(await list()).to.have.length(6);
  });

  it('are the unit’s to merge after the deadline only as the entry that stays says', async () => {
    await world.moveTo('2023-04-06T09:00');
    const changed = await merge({ 'choose.position': 'goes' });
    expect(changed.status).to.equal(422);
    expect(changed.text).to.match(/name="choose.position" value="goes" checked/);
    expect((await merge()).status).to.equal(303);
  });

  it('need a second entry', async () => {
    const answer = await world.binh.post(path(), {});
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.include('Vui lòng chọn dòng trùng');
  });

  describe('the ritual', () => {
    it('signed out', async () => {
      expect((await world.app.visitor().post(path(), { with: world.ids[SECOND] })).status).to.equal(401);
    });
    it('wrong role', async () => {
      expect((await (await world.app.as('em')).post(path(), { with: world.ids[SECOND] })).status).to.equal(403);
    });
    it('other unit: neither of its own nor of others', async () => {
      const { context, cast } = world.app;
      const [theirs = ''] = await register(context, cast.actor('cuc'), {
        clusterId: world.clusterId,
        rows: [inventedRow(40)],
      });
      expect((await world.cuc.post(path(), { with: theirs })).status).to.equal(404);
      expect((await world.cuc.post(`/registrations/${theirs}/merge`, { with: world.ids[FIRST] })).status).to.equal(404);
      expect((await world.binh.post(path(), { with: theirs })).status).to.equal(404);
      expect(await world.an.post(path(), { with: theirs })).to.include({ status: 404 });
      expect((await world.binh.get(`${path()}?with=${theirs}`)).status).to.equal(404);
    });
    it('missing id, and itself', async () => {
      expect((await world.binh.post(path(), { with: 'khong-co' })).status).to.equal(404);
      expect((await world.binh.post(path(), { with: world.ids[FIRST] })).status).to.equal(404);
      expect((await world.binh.get('/registrations/khong-co/merge')).status).to.equal(404);
    });
    it('sent twice', async () => {
      const form = { with: world.ids[SECOND], ...(await seenOn(world.binh)) };
      const stays = `/registrations/${world.ids[FIRST]}`;
      await world.binh.post(path(), form);
      const before = await census(world);
      for (const [one, other] of [
        [FIRST, SECOND],
        [SECOND, FIRST],
      ] as const) {
        const again = await world.binh.post(path(one), { ...form, with: world.ids[other] });
        expect([again.status, again.location]).to.deep.equal([303, stays]);
        expect(wordsOf((await world.binh.get(stays)).text)).to.include('đã được gộp trước đó; không có gì thay đổi');
        expect((await world.binh.get(`${path(one)}?with=${world.ids[other]}`)).location).to.equal(stays);
      }
      expect(await census(world)).to.deep.equal(before);
    });
  });
});
