/** District level ended in July 2025: communes and wards take part themselves, and nothing may wait for a district. */
import { expect } from 'chai';
import { insertAccount } from '../../../db/accounts/accounts.ts';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import { registrationsOf } from '../../../db/people/registrations.ts';
import { setUpRemarks } from '../../../server/domain/plan/set-up-remarks.ts';
import { registerDelegates } from '../../../server/actions/lists/register-delegates.ts';
import { type Client, wordsOf } from '../../support/app.ts';
import { inventedRows } from '../../support/cast.ts';
import { type Form, formIn } from './form-in.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

const COMMUNES = ['Phường Ninh Kiều', 'Phường Ô Môn', 'Xã Thới Lai', 'Xã Phong Điền'];

describe('an event of communes, without a district', () => {
  let world: SetUpWorld;
  let an: Client;
  let base: string;
  let eventId: string;

  before(async () => {
    world = await makeSetUpWorld('2026-03-02T08:30');
    an = world.an;
    const created = await an.post('/events', {
      title: 'Hội nghị cải cách hành chính cấp xã năm 2026',
      kind: 'Hội nghị',
      year: '2026',
      place: 'Cần Thơ',
      zone: 'Asia/Ho_Chi_Minh',
      leadUnit: world.app.cast.unit('so-noi-vu'),
      'contact.office': 'Văn phòng Sở',
      'contact.phone': '0900 000 009',
      'contact.email': 'vanphong@example.gov.vn',
      promotesFreedPlaces: '1',
    });
    base = (created.location ?? '').replace('/setup', '');
    eventId = base.split('/').at(-1) ?? '';
  });
  after(() => world.close());

  const setup = async () => {
    const stored = await loadEventSetup(world.app.context.db.read, eventId);
    if (!stored) throw new Error('The event is gone.');
    return stored;
  };
  const unitId = async (name: string) => {
    const { units } = await setup();
    return units.find((unit) => unit.name === name && unit.parentId === undefined)?.id ?? '';
  };
  const send = async (path: string, changes: Form) => {
    const form = formIn((await an.get(`${base}/setup`)).text, base + path);
    return await an.post(base + path, { ...form, ...changes });
  };

  it('is set up on the screens: units, cluster, shares, category, agenda', async () => {
    for (const name of COMMUNES) {
      expect((await send('/units', { 'unit.name': name, 'unit.level': 'commune', 'unit.parent': '' })).status).to.equal(
        303,
      );
    }
    const host = await unitId('Phường Ninh Kiều');
    const added = await send('/clusters', {
      date: '08/4/2026',
      venue: 'UBND phường Ninh Kiều',
      host,
      min: '4',
      max: '30',
    });
    expect(added.status).to.equal(303);

    const clusterId = (await setup()).clusters[0]?.id ?? '';
    const picks = Object.fromEntries(
      await Promise.all(COMMUNES.slice(1).map(async (name) => [`pick.${await unitId(name)}.on`, '1'])),
    );
    const shared = await send(`/clusters/${clusterId}/participants`, {
      ...picks,
      pickQuota: '6',
      [`unit.${host}.quota`]: '8',
    });
    expect(shared.status).to.equal(303);

    const listed = await send('/categories', {
      'row.new1.code': 'X1',
      'row.new1.name': 'Chủ tịch UBND xã, phường',
      'row.new1.level': 'commune',
      'row.new2.code': 'X2',
      'row.new2.name': 'Công chức tham mưu cải cách hành chính cấp xã',
      'row.new2.level': 'commune',
    });
    expect(listed.status).to.equal(303);
    const agenda = {
      'row.new1.startsAt': '13:30',
      'row.new1.endsAt': '17:00',
      'row.new1.title': 'Trao đổi',
      'row.new1.owner': 'Đại diện UBND xã, phường',
      'row.new1.from': 'X1',
    };
    expect((await send('/agenda', agenda)).status).to.equal(303);
  });

  it('leaves nothing to correct', async () => {
    const remarks = setUpRemarks(await setup(), world.app.context.now());
    expect(remarks.map((remark) => remark.kind)).to.deep.equal(['invite_by']);
  });

  it('is registered for by a commune itself, host or not', async () => {
    const clusterId = (await setup()).clusters[0]?.id ?? '';
    for (const name of ['Xã Thới Lai', 'Phường Ninh Kiều']) {
      const id = world.app.context.newId();
      const login = `dau.moi.${id.slice(-4)}`;
      const unit = await unitId(name);
      await world.app.context.db.write((tx) =>
        insertAccount(tx, {
          id,
          login,
          loginFolded: login,
          fullName: 'Đầu mối của xã',
          role: 'registrar',
          unitId: unit,
          passwordHash: undefined,
          at: '2026-03-02T01:30:00.000Z',
        }),
      );
      const result = await registerDelegates(
        world.app.context,
        { accountId: id, fullName: 'Đầu mối của xã', login, role: 'registrar', unitId: unit },
        {
          clusterId,
          unitId: undefined,
          rows: inventedRows(3, name.length, { category: 'X1, X2', position: 'Chủ tịch UBND' }),
          onlyValid: false,
          overrideReason: '',
        },
      );
      expect(result.kind, name).to.equal('registered');
      expect(result.plan.seated).to.equal(3);
    }
    const people = await registrationsOf(world.app.context.db.read, { clusterId, scope: { kind: 'all' } });
    expect(people.map(({ unitName }) => unitName)).to.deep.equal([
      ...Array(3).fill('Phường Ninh Kiều'),
      ...Array(3).fill('Xã Thới Lai'),
    ]);
  });

  it('is shown on the overview, unit by unit, and on its lists', async () => {
    const words = wordsOf((await an.get('/')).text);
    expect(words).to.contain('Hội nghị cải cách hành chính cấp xã năm 2026');
    expect(words).to.contain('1 cụm, 5 đơn vị');
    for (const name of COMMUNES) expect(words).to.contain(name);
    expect(words).to.match(/Phường Ninh Kiều.*?3 ?\/ ?8/);
    const clusterId = (await setup()).clusters[0]?.id ?? '';
    const list = wordsOf((await an.get(`/clusters/${clusterId}/lists/registered/print`)).text);
    expect(list).to.contain('PHƯỜNG NINH KIỀU').and.to.contain('XÃ THỚI LAI');
  });
});
