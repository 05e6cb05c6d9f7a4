/** A correction is neither a way to send somebody else, nor a way round a list that is locked. */
import { expect } from 'chai';
import { insertAccount } from '../../../db/accounts/accounts.ts';
import { hashPassword } from '../../../server/actions/accounts/passwords.ts';
import { instant } from '../../../server/context.ts';
import { type Client, wordsOf } from '../../support/app.ts';
import { inventedRow, PASSWORD, register } from '../../support/cast.ts';
import {
  asForm,
  census,
  codesNow,
  makePeopleWorld,
  nameOf,
  newcomer,
  registrationIn,
} from '../../support/people-world.ts';
import type { PeopleWorld } from '../../support/people-world.ts';

describe('a correction', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  afterEach(() => world.close());

  const page = (id: string) => `/registrations/${id}`;
  const correct = (client: Client, id: string, form: Record<string, string>) =>
    client.post(`${page(id)}/correct`, form);
  const wordsAt = async (client: Client, id: string) => wordsOf((await client.get(page(id))).text);

  describe('is told with what stood there before', () => {
    it('who, when, from what to what', async () => {
      await correct(world.binh, world.ids[1], asForm(1, { fullName: 'Hồ Thị Út' }));
      expect(await wordsAt(world.an, world.ids[1])).to.include(
        `08:30, 30/3/2023 Sửa họ và tên: ${nameOf(1)} → Hồ Thị Út Quách Thanh Bình`,
      );
    });

    it('by the field alone once that was erased, and the audit chain never held it', async () => {
      const { db } = world.app.context;
      await correct(world.binh, world.ids[1], asForm(1, { fullName: 'Hồ Thị Út', phone: '0900 000 099' }));
      const chain = await db.read.selectFrom('audit_entry').select('detail').execute();
      expect(JSON.stringify(chain)).not.to.include('Hồ Thị Út').and.not.include(nameOf(1)).and.not.include('0900');
      await db.write((tx) => tx.deleteFrom('delegate_change').execute());
      expect(await wordsAt(world.an, world.ids[1])).to.include('Sửa họ và tên; điện thoại Quách Thanh Bình');
    });
  });

  describe('to another name, once an invitation is in force', () => {
    it('asks whether it is the same person, and changes nothing before that is said', async () => {
      await world.invite();
      const before = await census(world);
      const answer = await correct(world.binh, world.ids[0], newcomer());
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('đã được mời và họ tên vừa nhập là tên khác');
      expect(answer.text).to.include('value="Thạch Thị Sa Rây"').and.include('name="samePerson"');
      expect(await census(world)).to.deep.equal(before);
      expect(await wordsAt(world.an, world.ids[0])).to.include(nameOf(0));
    });

    it('of the same person is saved with the tick, the old name stays in the history, the code stays alive', async () => {
      const codes = await world.invite();
      const answer = await correct(world.binh, world.ids[0], asForm(0, { fullName: 'Hồ Út', samePerson: '1' }));
      expect(answer.location).to.equal(page(world.ids[0]));
      expect(await wordsAt(world.an, world.ids[0])).to.include(`Sửa họ và tên: ${nameOf(0)} → Hồ Út`);
      expect((await codesNow(world)).get(world.ids[0])).to.deep.equal(codes.get(world.ids[0]));
    });

    it('of somebody else carries what was typed over to the substitute, where the old code dies', async () => {
      const codes = await world.invite();
      const { text } = await correct(world.binh, world.ids[0], newcomer());
      const action = `${page(world.ids[0])}/substitute`;
      expect(text).to.include(`name="fill" value="1" formaction="${action}"`);
      const before = await census(world);
      const form = await world.binh.post(action, { ...newcomer(), fill: '1' });
      expect(form.status).to.equal(200);
      expect(form.text).to.include('value="Thạch Thị Sa Rây"').and.include('value="0900 000 077"');
      expect(await census(world)).to.deep.equal(before);
      await world.binh.post(action, newcomer());
      await world.moveTo('2023-04-07T13:20');
      const dead = await world.scan(codes.get(world.ids[0])?.token ?? '');
      expect(dead.detail).to.include({ kind: 'revoked', why: 'substituted' });
    });

    it('asks nothing about other tone marks, other details, or somebody not invited yet', async () => {
      expect((await correct(world.binh, world.ids[0], newcomer())).status).to.equal(303);
      await world.invite();
      const marks = newcomer({ fullName: 'Thạch Thị Sa Ray', position: 'Phó Chủ tịch', phone: '0900 000 078' });
      expect((await correct(world.binh, world.ids[0], marks)).status).to.equal(303);
    });
  });

  describe('of a guest of the city, who stands in several lists', () => {
    const city = { category: 'A3' };
    let clerk: Client;
    let first: string;
    let third: string;
    beforeEach(async () => {
      const { context, cast } = world.app;
      const rows = [inventedRow(80, city), inventedRow(81, city)];
      [first = ''] = await register(context, cast.actor('an'), { clusterId: cast.cluster(2), rows });
      third = registrationIn((await world.an.post(`${page(first)}/clusters`, { cluster: cast.cluster(3) })).location);
      clerk = await cityClerk();
    });

    /** A registrar of the lead office: the one registrar with lists in several clusters. */
    async function cityClerk(): Promise<Client> {
      const { context, cast, visitor } = world.app;
      const account = {
        id: context.newId(),
        login: 'hue.noivu',
        loginFolded: 'hue.noivu',
        fullName: 'Kim Thị Huệ',
        role: 'registrar',
        unitId: cast.unit('so-noi-vu'),
        passwordHash: await hashPassword(PASSWORD),
        at: instant(context),
      } as const;
      await context.db.write((tx) => insertAccount(tx, account));
      const client = visitor();
      await client.post('/login', { login: account.login, password: PASSWORD });
      return client;
    }
    const lock = (number: number) =>
      world.app.context.db.write((tx) =>
        tx
          .updateTable('cluster_unit')
          .set({ list_state: 'accepted', decided_by: world.app.cast.actor('an').accountId })
          .where('cluster_id', '=', world.app.cast.cluster(number))
          .where('unit_id', '=', world.app.cast.unit('so-noi-vu'))
          .execute(),
      );

    it('is written in the history of every place', async () => {
      await correct(clerk, third, asForm(80, { ...city, position: 'Giám đốc Sở' }));
      for (const id of [first, third]) {
        expect(await wordsAt(world.an, id)).to.include('Sửa chức vụ: Trưởng phòng Nội vụ → Giám đốc Sở');
      }
    });

    it('needs every list to be open: a locked one is not got round through another cluster', async () => {
      await lock(2);
      const form = await clerk.get(page(third));
      expect(wordsOf(form.text)).to.include('cũng ở trong danh sách Cụm 2, nơi đã quá hạn hoặc đã được tiếp nhận');
      expect(form.text).to.include('<input type="hidden" name="fullName"');
      const answer = await correct(clerk, third, asForm(80, { ...city, fullName: 'Thạch Văn Mới' }));
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('cũng ở trong danh sách Cụm 2');
      expect((await correct(clerk, third, asForm(80, { ...city, phone: '0900 000 099' }))).status).to.equal(303);
      const organiser = await correct(world.an, third, asForm(80, { ...city, fullName: 'Thạch Văn Mới' }));
      expect(organiser.status).to.equal(303);
    });

    it('is judged in every list: nobody becomes a double there unseen', async () => {
      const before = await census(world);
      const answer = await correct(world.an, third, asForm(81, city));
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text))
        .to.include('danh sách Cụm 2 không nhận thay đổi này')
        .and.include('Đã có trong danh sách');
      expect(await census(world)).to.deep.equal(before);
    });

    it('brings every list to the state its rows deserve', async () => {
      const { context, cast } = world.app;
      const state = async () =>
        await context.db.read
          .selectFrom('cluster_unit')
          .select('list_state')
          .where('cluster_id', '=', cast.cluster(2))
          .where('unit_id', '=', cast.unit('so-noi-vu'))
          .executeTakeFirst();
      const namesake = inventedRow(80, { ...city, position: 'Chuyên viên' });
      await register(context, cast.actor('an'), { clusterId: cast.cluster(2), rows: [namesake] });
      expect(await state()).to.deep.equal({ list_state: 'submitted' });
      await correct(world.an, third, asForm(80, { ...city, fullName: 'Thạch Văn Mới' }));
      expect(await state()).to.deep.equal({ list_state: 'accepted' });
    });

    it('asks whether it is the same person when another cluster has invited', async () => {
      await world.an.post(`/clusters/${world.app.cast.cluster(2)}/letters`);
      const answer = await correct(world.an, third, asForm(80, { ...city, fullName: 'Thạch Văn Mới' }));
      expect(answer.status).to.equal(422);
      expect(answer.text).to.include('name="samePerson"');
    });

    it('leaves the categories of other clusters as they are', async () => {
      await correct(world.an, third, asForm(80, { category: 'A1' }));
      expect((await world.an.get(page(third))).text).to.match(/<option value="A1" selected/);
      expect((await world.an.get(page(first))).text).to.match(/<option value="A3" selected/);
      expect(await wordsAt(world.an, first)).not.to.include('Sửa thành phần');
    });
  });
});
