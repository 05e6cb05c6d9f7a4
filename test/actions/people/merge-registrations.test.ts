/** Merging two entries of one person: what becomes of the place somebody stood in on, and of places in other clusters. */
import { expect } from 'chai';
import { registrationsOf } from '../../../db/people/registrations.ts';
import { type Client, wordsOf } from '../../support/app.ts';
import { inventedRow, register } from '../../support/cast.ts';
import {
  hiddenIn,
  makePeopleWorld,
  nameOf,
  newcomer,
  type PeopleWorld,
  registrationIn,
} from '../../support/people-world.ts';

const typedNewcomer = (changes: Record<string, string> = {}) => inventedRow(0, newcomer(changes));

describe('two entries of one person, merged', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  afterEach(() => world.close());

  const merge = async (client: Client, one: string, other: string, choices: Record<string, string> = {}) => {
    const { text } = await client.get(`/registrations/${one}/merge?with=${other}`);
    const seen = hiddenIn(text, ['stays', 'seen.stays', 'seen.goes']);
    return await client.post(`/registrations/${one}/merge`, { with: other, ...seen, ...choices });
  };
  const wordsAt = async (client: Client, id: string) => wordsOf((await client.get(`/registrations/${id}`)).text);

  describe('of whom one stands in for somebody', () => {
    const enter = async (changes: Record<string, string> = {}) => {
      const rows = [typedNewcomer(changes)];
      const { context, cast } = world.app;
      const [id = ''] = await register(context, cast.actor('binh'), { clusterId: world.clusterId, rows });
      context.clock.advance({ minutes: 5 });
      return id;
    };
    const substitute = async (id: string, changes: Record<string, string> = {}) =>
      registrationIn(
        (await world.binh.post(`/registrations/${id}/substitute`, { ...newcomer(changes), anotherPerson: '1' }))
          .location,
      );
    const late = async () => {
      const { context, cast } = world.app;
      const rows = [inventedRow(61)];
      const [id = ''] = await register(context, cast.actor('binh'), { clusterId: world.clusterId, rows });
      return id;
    };

    it('keep "đi thay" on whoever stays, on paper and on the page of the one who was replaced', async () => {
      const own = await enter();
      const replaced = await late();
      const duplicate = await substitute(replaced, { phone: '0900 000 078' });
      expect((await merge(world.binh, duplicate, own)).location).to.equal(`/registrations/${own}`);
      const name = `Bà ${nameOf(61)}`;
      expect(await wordsAt(world.binh, own)).to.include(`Đi thay ${name}`);
      const line = (await world.csv('registered')).split('\n').find((text) => text.includes('Sa Rây'));
      expect(line).to.include(`Đi thay ${name}`);
      expect((await world.binh.get(`/registrations/${replaced}`)).text).to.include(`href="/registrations/${own}"`);
      const gone = await world.binh.get(`/registrations/${duplicate}`);
      expect(wordsOf(gone.text)).to.include('đã được gộp vào dòng của Bà Thạch Thị Sa Rây');
      expect(gone.text).to.include(`href="/registrations/${own}"`);
    });

    it('are not merged where both stand in for somebody: that cannot be written on one line', async () => {
      const one = await substitute(world.ids[1]);
      const other = await substitute(world.ids[2], { position: 'Chuyên viên' });
      const answer = await merge(world.binh, one, other);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('cả hai dòng đều là người đi thay');
      expect(await wordsAt(world.binh, other))
        .to.include(`Đi thay Ông ${nameOf(2)}`)
        .and.include('Có chỗ');
    });
  });

  describe('of whom both are guests of the city', () => {
    const city = { category: 'A3' };
    let kept: string;
    let duplicate: string;
    beforeEach(async () => {
      const { context, cast } = world.app;
      const clusterId = cast.cluster(1);
      const other = { ...city, position: 'Phó Giám đốc Sở', phone: '0900 000 555' };
      [kept = ''] = await register(context, cast.actor('an'), { clusterId, rows: [inventedRow(80, city)] });
      context.clock.advance({ minutes: 1 });
      [duplicate = ''] = await register(context, cast.actor('an'), { clusterId, rows: [inventedRow(80, other)] });
    });

    const place = async (id: string, number: number, more: Record<string, string> = {}) =>
      registrationIn(
        (await world.an.post(`/registrations/${id}/clusters`, { cluster: world.app.cast.cluster(number), ...more }))
          .location,
      );
    const guests = async (number: number) => {
      const { context, cast } = world.app;
      const scope = { kind: 'unit', unitId: cast.unit('so-noi-vu') } as const;
      return await registrationsOf(context.db.read, { clusterId: cast.cluster(number), scope });
    };
    const choice = { 'choose.position': 'goes', 'choose.phone': 'stays' };
    const quota = (number: number, count: number) =>
      world.app.context.db.write((tx) =>
        tx
          .updateTable('cluster_unit')
          .set({ quota: count })
          .where('cluster_id', '=', world.app.cast.cluster(number))
          .where('unit_id', '=', world.app.cast.unit('so-noi-vu'))
          .execute(),
      );

    it('take the places in other clusters along: one row, the same details everywhere', async () => {
      const second = await place(duplicate, 2);
      const { text } = await world.an.get(`/registrations/${kept}/merge?with=${duplicate}`);
      expect(wordsOf(text)).to.include('Dòng sẽ rút còn có chỗ ở Cụm 2');
      expect((await merge(world.an, kept, duplicate, choice)).location).to.equal(`/registrations/${kept}`);
      const [[first], [guest]] = [await guests(1), await guests(2)];
      expect(guest).to.include({ id: second, position: 'Phó Giám đốc Sở', phone: '0900000080', seat: 'seated' });
      expect(guest?.delegateId).to.equal(first?.delegateId);
      expect(await wordsAt(world.an, kept)).to.include('dự nhiều cụm (Cụm 1, Cụm 2)');
      expect(await wordsAt(world.an, second)).to.include('điện thoại: 0900 000 555 → 0900 000 080');
    });

    it('tell what became of whoever stays in the clusters only they have a place in', async () => {
      const second = await place(kept, 2);
      await merge(world.an, kept, duplicate, choice);
      expect((await guests(2))[0]).to.include({ id: second, position: 'Phó Giám đốc Sở' });
      const history = await world.an.get(`/clusters/${world.app.cast.cluster(2)}/history`);
      expect(wordsOf(history.text)).to.include(`Gộp hai dòng trùng của Ông ${nameOf(80)}`);
    });

    it('are one there too when both have a place, and the place that comes free is given on', async () => {
      const keptThere = await place(kept, 2);
      const double = await place(duplicate, 2, { anotherPerson: '1' });
      await quota(2, 2);
      const { context, cast } = world.app;
      const rows = [inventedRow(85, city)];
      const [waiting = ''] = await register(context, cast.actor('an'), { clusterId: cast.cluster(2), rows });
      const answer = await merge(world.an, kept, duplicate, choice);
      expect(wordsOf((await world.an.get(answer.location ?? '')).text)).to.include('từ danh sách chờ được xếp chỗ');
      expect((await guests(2)).map(({ id, seat }) => [id, seat])).to.deep.equal([
        [keptThere, 'seated'],
        [waiting, 'seated'],
      ]);
      expect(await wordsAt(world.an, double)).to.include('đã được gộp vào dòng của');
    });

    it('sit there when either of them sat', async () => {
      const double = await place(duplicate, 2);
      await quota(2, 1);
      const keptThere = await place(kept, 2, { anotherPerson: '1' });
      expect((await guests(2)).find(({ id }) => id === keptThere)?.seat).to.equal('waiting');
      await world.an.post(`/registrations/${double}/letters`);
      await merge(world.an, kept, duplicate, choice);
      expect((await guests(2)).map(({ id, seat }) => [id, seat])).to.deep.equal([[keptThere, 'seated']]);
    });

    it('keep the row of the one who goes where whoever stays has left, with the same details', async () => {
      const left = await place(kept, 2);
      await world.an.post(`/registrations/${left}/withdraw`, { reason: 'bận' });
      const held = await place(duplicate, 2);
      await merge(world.an, kept, duplicate, choice);
      expect(await guests(2)).to.have.length(1);
      expect((await guests(2))[0]).to.include({ id: held, position: 'Phó Giám đốc Sở', phone: '0900000080' });
    });

    it('are not merged where the door of another cluster has let the one who goes in', async () => {
      await place(kept, 2);
      const double = await place(duplicate, 2, { anotherPerson: '1' });
      await world.an.post(`/clusters/${world.clusterId}/units/${world.app.cast.unit('so-noi-vu')}/accept`);
      const codes = await world.invite();
      await world.moveTo('2023-04-07T13:20');
      await world.scan(codes.get(double)?.token ?? '');
      const answer = await merge(world.an, kept, duplicate, choice);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Dòng sẽ rút đã điểm danh ở Cụm 2');
      expect(await guests(1)).to.have.length(2);
    });
  });
});
