import { expect } from 'chai';
import { renameUnitRow } from '../../../db/units/unit-changes.ts';
import { runOnce } from '../../../server/mail/postman.ts';
import { openTransport } from '../../../server/mail/open-transport.ts';
import { wordsOf } from '../../support/app.ts';
import { inventedRow, inventedRows, register } from '../../support/cast.ts';
import {
  asForm,
  census,
  makePeopleWorld,
  nameOf,
  type PeopleWorld,
  registrationIn,
} from '../../support/people-world.ts';

describe('the page of one person', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  afterEach(() => world.close());

  const page = (id: string) => `/registrations/${id}`;
  const correction = (id: string) => `/registrations/${id}/correct`;
  const wordsAt = async (id: string) => wordsOf((await world.binh.get(page(id))).text);
  const seenOn = async (id: string) =>
    /name="seen" value="(\w+)"/.exec((await world.binh.get(page(id))).text)?.[1] ?? '';
  const deliver = async () => {
    for (let round = 0; round < 4; round += 1) await runOnce(world.app.context, openTransport(world.app.context));
  };

  it('says where the person stands, from the hand-in to the door', async () => {
    expect(await wordsAt(world.ids[1]))
      .to.include('Có chỗ')
      .and.include('Chưa mời')
      .and.include('Chưa điểm danh');
    const codes = await world.invite();
    await deliver();
    await world.app.visitor().post(`/I/${codes.get(world.ids[1])?.token}/decline`, { reason: 'đi công tác' });
    const declined = await wordsAt(world.ids[1]);
    expect(declined).to.include('Đã gửi thư lúc 08:30, 30/3/2023').and.include('Báo vắng: đi công tác');
    await world.moveTo('2023-04-07T13:20');
    await world.scan(codes.get(world.ids[1])?.token ?? '');
    const present = await wordsAt(world.ids[1]);
    expect(present).to.include('Có mặt lúc 13:20, 07/4/2023, Cửa chính');
    expect(present)
      .to.include('Đăng ký Quách Thanh Bình')
      .and.include('Đại biểu báo vắng')
      .and.include('Điểm danh tại Cửa chính');
    expect(present).not.to.include('Cử người đi thay');
  });

  it('stays after a withdrawal, to look things up and nothing else', async () => {
    await world.binh.post(`${page(world.ids[1])}/withdraw`, { reason: 'bận họp' });
    const { text } = await world.binh.get(page(world.ids[1]));
    expect(wordsOf(text))
      .to.include('đã được rút khỏi danh sách')
      .and.include('Lý do: bận họp')
      .and.include('0900 000 001');
    expect(text).not.to.include('action="/registrations').and.not.include('href="/registrations');
  });

  describe('corrects', () => {
    it('a phone and leaves the name as it was meant when it was handed in', async () => {
      const kept = { ...inventedRow(7), fullName: 'Ông Cao Đạt', keepsName: true };
      const { context, cast } = world.app;
      const [id = ''] = await register(context, cast.actor('binh'), { clusterId: world.clusterId, rows: [kept] });
      const changes = { fullName: 'Ông Cao Đạt', phone: '0900 000 099' };
      expect((await world.binh.post(correction(id), asForm(7, changes))).status).to.equal(303);
      expect((await world.binh.get(page(id))).text)
        .to.include('value="Ông Cao Đạt"')
        .and.include('value="0900 000 099"');
    });

    it('every detail by the rules of the list, and says which in the history', async () => {
      const answer = await world.binh.post(correction(world.ids[1]), {
        honorific: 'Ông',
        fullName: 'ThS. ĐẶNG VĂN ÚT',
        position: 'Phó  Trưởng phòng',
        workplace: 'Phòng Tư pháp',
        category: 'B2',
        otherCategories: 'B4',
        phone: '+84 900 000 055',
        email: 'ut@example.gov.vn',
        note: 'ăn chay',
        seen: await seenOn(world.ids[1]),
      });
      expect(answer.location).to.equal(page(world.ids[1]));
      const words = await wordsAt(world.ids[1]);
      expect(words).to.include('Đã lưu thông tin của Ông Đặng Văn Út.');
      expect(words).to.include(
        `Sửa ông/bà: Bà → Ông; họ và tên: ${nameOf(1)} → Đặng Văn Út; chức vụ: Trưởng phòng Nội vụ → Phó Trưởng phòng; ` +
          'đơn vị công tác: (trống) → Phòng Tư pháp; thành phần chính: B2 → B2, B4; ' +
          'điện thoại: 0900 000 001 → 0900 000 055; email: dai.bieu.1@example.gov.vn → ut@example.gov.vn; ' +
          'ghi chú: (trống) → ăn chay',
      );
      expect(await world.csv('registered')).to.include(
        'Ông Đặng Văn Út,Phó Trưởng phòng,Phòng Tư pháp,0900 000 055,ăn chay',
      );
      expect((await world.binh.get(page(world.ids[1]))).text).to.match(/name="otherCategories" value="B4" checked/);
    });

    it('a head of the office of the interior in three categories, who is one head (B2, B4 and B5 at the host)', async () => {
      const [id = ''] = await register(world.app.context, world.app.cast.actor('phong'), {
        clusterId: world.clusterId,
        rows: [inventedRow(70, { category: 'B2, B4, B5' })],
      });
      const phong = await world.app.as('phong');
      const { text } = await phong.get(page(id));
      expect(text)
        .to.match(/value="B4" checked/)
        .and.match(/value="B5" checked/)
        .and.match(/<option value="B2" selected/);
      const before = await census(world);
      await phong.post(correction(id), { ...asForm(70), category: 'B5', otherCategories: 'B2' });
      const after = await census(world);
      expect(after['registration']).to.equal(before['registration']);
      expect((await phong.get(page(id))).text).to.match(/<option value="B5" selected/);
    });

    it('the rank with the category: lists follow', async () => {
      await world.binh.post(correction(world.ids[5]), asForm(5, { category: 'B1', position: 'Chủ tịch UBND huyện' }));
      const list = await world.csv('registered');
      expect(list.indexOf(nameOf(5))).to.be.lessThan(list.indexOf(nameOf(0)));
    });

    it('nothing when nothing changed', async () => {
      const before = await census(world);
      await world.binh.post(correction(world.ids[1]), asForm(1));
      expect(await wordsAt(world.ids[1])).to.include('Không có thay đổi nào để lưu.');
      expect(await census(world)).to.deep.equal(before);
    });

    const refusals: [what: string, changes: Record<string, string>, says: string][] = [
      ['no name', { fullName: '' }, 'Thiếu họ và tên'],
      ['a formula for a name', { fullName: '=HYPERLINK("x")' }, 'không giống họ và tên'],
      ['no position', { position: '' }, 'Thiếu chức vụ'],
      ['a category of the host', { category: 'B7' }, 'Thành phần B7 chỉ dành cho đơn vị đăng cai'],
      ['a category nobody knows', { category: 'Z9' }, 'Không có thành phần “Z9”'],
      ['an e-mail that is none', { email: 'a@b@c' }, 'Email không đúng định dạng'],
      ['a name that is on the list', { fullName: nameOf(2) }, 'Đã có trong danh sách'],
    ];
    for (const [what, changes, says] of refusals) {
      it(`not ${what}: 422 with what was typed`, async () => {
        const before = await census(world);
        const answer = await world.binh.post(correction(world.ids[1]), asForm(1, { note: 'ghi lại', ...changes }));
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.include(says);
        for (const value of Object.values(changes).filter((text) => text !== '')) {
          expect(wordsOf(answer.text.replaceAll('value="', '>'))).to.include(value);
        }
        expect(answer.text).to.include('value="ghi lại"');
        expect(await census(world)).to.deep.equal(before);
      });
    }

    it('not over the head of somebody who was faster', async () => {
      const seen = await seenOn(world.ids[1]);
      await world.an.post(correction(world.ids[1]), asForm(1, { note: 'của An', seen }));
      const late = await world.binh.post(correction(world.ids[1]), asForm(1, { note: 'của Bình', seen }));
      expect(late.status).to.equal(422);
      expect(wordsOf(late.text)).to.include('Có người vừa sửa thông tin này');
      expect(late.text).to.include('value="của Bình"');
      const fresh = /name="seen" value="(\w+)"/.exec(late.text)?.[1] ?? '';
      const again = await world.binh.post(correction(world.ids[1]), asForm(1, { note: 'của Bình', seen: fresh }));
      expect(again.status).to.equal(303);
    });

    it('offers the letter again after a change of e-mail, to the new address', async () => {
      await world.invite();
      await deliver();
      expect((await world.binh.get(page(world.ids[1]))).text).not.to.include('khác với email hiện nay');
      await world.binh.post(correction(world.ids[1]), asForm(1, { email: 'moi@example.gov.vn' }));
      expect(await wordsAt(world.ids[1])).to.include(
        'Thư gần nhất gửi đến dai.bieu.1@example.gov.vn, khác với email hiện nay.',
      );
      world.app.context.clock.advance({ minutes: 1 });
      await world.binh.post(`${page(world.ids[1])}/letters`);
      await deliver();
      const words = await wordsAt(world.ids[1]);
      expect(words).to.include('Gửi thư đến moi@example.gov.vn').and.not.include('khác với email hiện nay');
    });

    it('only how somebody is reached, once the deadline has passed; the organiser everything', async () => {
      await world.moveTo('2023-04-06T09:00');
      const locked = await world.binh.get(page(world.ids[1]));
      expect(wordsOf(locked.text)).to.include('Đã quá hạn đăng ký');
      expect(locked.text).to.include('<input type="hidden" name="fullName"');
      const phone = await world.binh.post(correction(world.ids[1]), asForm(1, { phone: '0900 000 099' }));
      expect(phone.status).to.equal(303);
      const name = await world.binh.post(
        correction(world.ids[1]),
        asForm(1, { phone: '0900 000 099', fullName: 'Hồ Út' }),
      );
      expect(name.status).to.equal(422);
      expect(wordsOf(name.text)).to.include('chỉ Ban Tổ chức sửa được');
      expect((await world.an.post(correction(world.ids[1]), asForm(1, { fullName: 'Hồ Út' }))).status).to.equal(303);
    });

    it('only how somebody is reached, once the organiser has accepted the list by hand', async () => {
      const { cast } = world.app;
      await register(world.app.context, cast.actor('binh'), {
        clusterId: world.clusterId,
        rows: [inventedRow(0, { position: 'Khác' })],
      });
      await world.an.post(`/clusters/${world.clusterId}/units/${cast.unit('927')}/accept`);
      const answer = await world.binh.post(correction(world.ids[1]), asForm(1, { position: 'Phó Chủ tịch' }));
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Danh sách đã được tiếp nhận');
      expect((await world.binh.post(correction(world.ids[1]), asForm(1, { note: 'x' }))).status).to.equal(303);
    });
  });

  describe('of a guest of the city', () => {
    const cityRows = inventedRows(2, 60, { category: 'A1', position: 'Phó Giám đốc Sở', workplace: 'Sở Tài chính' });
    let id: string;
    beforeEach(async () => {
      const { context, cast } = world.app;
      [id = ''] = await register(context, cast.actor('an'), { clusterId: world.clusterId, rows: cityRows });
    });
    const registerIn = (number: number, more: Record<string, string> = {}) =>
      world.an.post(`${page(id)}/clusters`, { cluster: world.app.cast.cluster(number), ...more });

    it('is entered once for three clusters, corrected in all of them, and invited in each with another code', async () => {
      const delegates = (await census(world))['delegate'];
      const second = registrationIn((await registerIn(1)).location);
      const third = registrationIn((await registerIn(3)).location);
      expect((await census(world))['delegate']).to.equal(delegates);
      const words = wordsOf((await world.an.get(page(third))).text);
      expect(words)
        .to.include('dự nhiều cụm (Cụm 1, Cụm 2, Cụm 3)')
        .and.include('Cụm 1: Có chỗ')
        .and.not.include('Đăng ký thêm cụm khác');
      await world.an.post(correction(third), {
        ...asForm(60),
        ...{ category: 'A1', position: 'Giám đốc Sở', workplace: 'Sở Tài chính' },
      });
      for (const one of [id, second, third]) {
        expect((await world.an.get(page(one))).text).to.include('value="Giám đốc Sở"');
      }
    });

    it('is at the wrong door in another cluster, and in the right one where the place is', async () => {
      const second = registrationIn((await registerIn(1)).location);
      await world.an.post(`/clusters/${world.app.cast.cluster(1)}/letters`);
      await world.invite();
      const guests = await world.app.context.db.read.selectFrom('invitation').selectAll().execute();
      const codeOf = (registration: string) => {
        const own = guests.find((one) => one.registration_id === registration);
        return own ? world.app.context.keys.passCodes(own).token : '';
      };
      await world.moveTo('2023-04-07T13:20');
      expect(await world.scan(codeOf(second))).to.include({ verdict: 'wrong_cluster' });
      expect(await world.scan(codeOf(id))).to.include({ verdict: 'admitted' });
    });

    it('waits where the list has no place left', async () => {
      await world.app.context.db.write((tx) =>
        tx.updateTable('cluster_unit').set({ quota: 0 }).where('cluster_id', '=', world.app.cast.cluster(1)).execute(),
      );
      const answer = await registerIn(1);
      expect(wordsOf((await world.an.get(answer.location ?? '')).text)).to.include('Danh sách chờ');
    });

    it('asked for twice is there once', async () => {
      const second = (await registerIn(1)).location;
      const before = await census(world);
      expect((await registerIn(1)).location).to.equal(second);
      expect(await census(world)).to.deep.equal(before);
    });

    it('who left a cluster comes back to it as a new entry', async () => {
      const second = registrationIn((await registerIn(1)).location);
      await world.an.post(`${page(second)}/withdraw`, { reason: 'bận' });
      const back = registrationIn((await registerIn(1)).location);
      expect(back).not.to.equal(second);
    });

    it('is not written twice where a namesake in the same post stands already, unless it is somebody else', async () => {
      const { context, cast } = world.app;
      const namesakes = cityRows.map((row) => ({ ...row, phone: '0900 000 098' }));
      await register(context, cast.actor('an'), { clusterId: cast.cluster(1), rows: namesakes });
      const refused = await registerIn(1);
      expect(refused.status).to.equal(422);
      expect(wordsOf(refused.text)).to.include('Chưa đăng ký được vào Cụm 1: Đã có trong danh sách');
      expect(registrationIn((await registerIn(1, { anotherPerson: '1' })).location)).to.be.a('string');
    });

    it('is not for districts, not for registrars, not for clusters that are not there', async () => {
      const cluster = world.app.cast.cluster(1);
      expect((await world.an.post(`${page(world.ids[0])}/clusters`, { cluster })).status).to.equal(404);
      expect((await world.binh.post(`${page(id)}/clusters`, { cluster })).status).to.equal(403);
      expect((await world.an.post(`${page(id)}/clusters`, { cluster: 'khong-co' })).status).to.equal(404);
      expect((await world.an.post(`${page(id)}/clusters`, {})).status).to.equal(404);
    });
  });

  it('keeps the unit’s name as it was, on the page, on lists and for a substitute, after the unit took another', async () => {
    const unitId = world.app.cast.unit('927');
    const change = {
      id: world.app.context.newId(),
      unitId,
      oldName: 'Huyện Thới Lai',
      name: 'Xã Thới Lai',
      from: '2023-04-01',
      until: '2023-03-31',
      at: '-',
    };
    await world.app.context.db.write((tx) => renameUnitRow(tx, change));
    const next = registrationIn(
      (await world.binh.post(`${page(world.ids[1])}/substitute`, asForm(80, { category: 'B2' }))).location,
    );
    expect(await wordsAt(next)).to.include('Huyện Thới Lai');
    const list = await world.csv('registered');
    expect(list)
      .to.include('HUYỆN THỚI LAI')
      .and.include(`${nameOf(0)},Trưởng phòng Nội vụ,Huyện Thới Lai`);
    expect(list).not.to.include('Xã Thới Lai').and.not.include('XÃ THỚI LAI');
  });

  describe('the ritual', () => {
    it('signed out', async () => {
      expect((await world.app.visitor().get(page(world.ids[1]))).location).to.match(/^\/login/);
      expect((await world.app.visitor().post(correction(world.ids[1]), asForm(1))).status).to.equal(401);
    });
    it('wrong role', async () => {
      const em = await world.app.as('em');
      expect((await em.get(page(world.ids[1]))).status).to.equal(403);
      expect((await em.post(correction(world.ids[1]), asForm(1))).status).to.equal(403);
    });
    it('other unit', async () => {
      for (const answer of [
        await world.cuc.get(page(world.ids[1])),
        await world.cuc.post(correction(world.ids[1]), asForm(1)),
      ]) {
        expect(answer.status).to.equal(404);
        expect(answer.text).not.to.include(nameOf(1));
      }
    });
    it('missing id', async () => {
      expect((await world.binh.get(page('khong-co'))).status).to.equal(404);
      expect((await world.binh.post(correction(world.app.context.newId()), asForm(1))).status).to.equal(404);
    });
    it('sent twice', async () => {
      await world.binh.post(correction(world.ids[1]), asForm(1, { note: 'x' }));
      expect((await world.binh.post(correction(world.ids[1]), asForm(1, { note: 'x' }))).status).to.equal(303);
      expect(await wordsAt(world.ids[1])).to.include('Không có thay đổi nào để lưu.');
    });
    it('withdrawn', async () => {
      await world.binh.post(`${page(world.ids[1])}/withdraw`, { reason: 'bận' });
      await world.binh.get(page(world.ids[1]));
      const answer = await world.binh.post(correction(world.ids[1]), asForm(1, { note: 'x' }));
      expect(answer.location).to.equal(page(world.ids[1]));
      expect(await wordsAt(world.ids[1])).to.include('không có gì thay đổi');
    });
  });
});
