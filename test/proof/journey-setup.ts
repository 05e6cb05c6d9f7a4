/** The first days: accounts, the event and its units, as An and Quản set them up. */
import { sql } from 'kysely';
import { offerFirstAdminLink } from '../../server/actions/accounts/first-admin.ts';
import type { Client } from '../support/app.ts';
import { PASSWORD } from '../support/cast.ts';
import type { TestContext } from '../support/context.ts';
import type { Changes } from './forms.ts';
import { expectStatus, type Journey } from './journey-world.ts';

/** The only account that nobody invites. */
export async function firstAdmin(context: TestContext, visitor: Client): Promise<void> {
  const link = await offerFirstAdminLink(context);
  const form = { login: 'dau.tien', fullName: 'Tô Thị Đầu Tiên', password: PASSWORD, repeat: PASSWORD };
  const path = new URL(link ?? '').pathname;
  expectStatus(await visitor.post(path, form), 303, path);
}

const linkIn = (html: string): string => /\/join\/[\w-]+/.exec(html)?.[0] ?? '';

export async function accounts(journey: Journey): Promise<void> {
  const { cast, context } = journey;
  const form = { fullName: 'Hồ Văn Út', login: 'ut.thotnot', role: 'registrar', unit: cast.unit('923') };
  const invited = await journey.submit('an', { page: '/accounts', changes: form, status: 200 });
  const row = await context.db.read.selectFrom('account').select('id').where('login', '=', form.login).execute();
  const path = `/accounts/${row[0]?.id}`;
  const visitor = journey.visitor();
  await journey.submit(visitor, { page: linkIn(invited.text), changes: { password: PASSWORD, repeat: PASSWORD } });
  const passwords = { current: PASSWORD, password: `${PASSWORD} 2`, repeat: `${PASSWORD} 2` };
  await journey.submit(visitor, { page: '/account/password', changes: passwords });
  await journey.post(visitor, '/logout');
  await journey.post('an', `${path}/link`, {}, 200);
  await journey.submit('an', { page: `${path}/unit`, changes: { unit: cast.unit('925') } });
  await journey.post('quan', `${path}/disable`);
  await journey.post('quan', `${path}/enable`);
  const locked = { ...form, fullName: 'Lê Thị Khoá', login: 'khoa.codo', role: 'accountant', unit: '' };
  await journey.submit('quan', { page: '/accounts', changes: locked, status: 200 });
  const other = await context.db.read.selectFrom('account').select('id').where('login', '=', locked.login).execute();
  await journey.post('quan', `/accounts/${other[0]?.id}/disable`);
  await journey.post(journey.visitor(), '/login', { login: form.login, password: 'sai mật khẩu' }, 422);
}

export async function eventAndClusters(journey: Journey): Promise<void> {
  const { cast } = journey;
  const save = saver(journey, cast.eventId);
  await save('/setup', { 'contact.name': 'Bà Lý Ngọc Xuyến', 'contact.phone': '0900 000 031' });
  await save(`/clusters/${cast.cluster(2)}`, {
    venue: 'Hội trường UBND huyện Phong Điền',
    max: '70',
    reason: 'Thêm ghế',
  });
  const quotas = `/clusters/${cast.cluster(3)}/participants`;
  await save(quotas, { [`unit.${cast.unit('919')}.quota`]: '10', 'add.unit': cast.unit('923'), 'add.quota': '5' });
  const categories = await rowsOf(journey, 'category', 'code');
  await save('/categories', {
    [`row.${categories.get('B4')}.name`]: 'Công chức tham mưu cải cách hành chính của quận, huyện',
    'row.new1.code': 'C1',
    'row.new1.name': 'Phóng viên',
    'row.new1.level': 'city',
  });
  const agenda = await rowsOf(journey, 'agenda_item', 'title');
  const [first = ''] = agenda.values();
  await save('/agenda', {
    [`row.${first}.title`]: 'Đón tiếp đại biểu, phát tài liệu',
    'row.new1.startsAt': '16:55',
    'row.new1.endsAt': '17:00',
    'row.new1.title': 'Chụp ảnh lưu niệm',
  });
}

/** Sends one part of the set-up page. */
const saver = (journey: Journey, eventId: string) => (path: string, changes: Changes) =>
  journey.submit('an', { page: `/events/${eventId}/setup`, action: `/events/${eventId}${path}`, changes });

async function rowsOf(
  { context, cast }: Journey,
  table: 'category' | 'agenda_item',
  name: 'code' | 'title',
): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; name: string }>`
    select id, ${sql.ref(name)} as name from ${sql.table(table)} where event_id = ${cast.eventId} order by rowid
  `.execute(context.db.read);
  return new Map(rows.rows.map((row) => [row.name, row.id]));
}

export async function otherEvents(journey: Journey): Promise<void> {
  const { cast } = journey;
  const cloned = await journey.submit('an', { page: `/events/${cast.eventId}/clone` });
  const [, next = ''] = /\/events\/([\w-]+)/.exec(cloned.location ?? '') ?? [];
  const save = saver(journey, next);
  const cluster = { number: '4', date: '16/4/2024', venue: 'Hội trường Sở Nội vụ', startsAt: '8:00', endsAt: '11:30' };
  const times = { doorOpensAt: '7:30', lateFrom: '8:30', doorClosesAt: '10:00', min: '20', max: '40' };
  await save('/clusters', { ...cluster, ...times, host: cast.unit('so-noi-vu') });
  const page = `/events/${next}/setup`;
  const { text } = await (await journey.as('an')).get(page);
  const paths = [...text.matchAll(/action="(\/events\/[\w-]+\/clusters\/[\w-]+\/remove)"/g)].map(([, path]) => path);
  await journey.submit('an', { page, action: paths.at(-1) ?? '' });
  const facts = { title: 'Hội nghị tổng kết', kind: 'Hội nghị', year: '2023', place: 'Cần Thơ' };
  const contact = {
    'contact.office': 'Văn phòng',
    'contact.phone': '0900 000 009',
    'contact.email': 'vp@example.gov.vn',
  };
  const changes = { ...facts, ...contact, zone: 'Asia/Ho_Chi_Minh', leadUnit: cast.unit('so-noi-vu') };
  const created = await journey.submit('an', { page: '/events/new', action: '/events', changes });
  const mistaken = /\/events\/[\w-]+/.exec(created.location ?? '')?.[0];
  await journey.submit('an', { page: `${mistaken}/remove` });
}

export async function units(journey: Journey): Promise<void> {
  const { cast, context } = journey;
  const save = saver(journey, cast.eventId);
  const parent = cast.unit('916');
  await save('/units', { 'unit.name': 'Phường Mới', 'unit.level': 'commune', 'unit.parent': parent });
  await save('/units/many', {
    names: 'Phường Một\nPhường Hai\nPhường Ba',
    'many.level': 'commune',
    'many.parent': parent,
  });
  const rows = await context.db.read.selectFrom('unit').select(['id', 'code']).execute();
  const change = (code: string, path: string, changes: Changes = {}) => {
    const page = `/events/${cast.eventId}/units/${rows.find((row) => row.code === code)?.id}`;
    return journey.submit('an', { page, action: `${page}/${path}`, changes });
  };
  await change('phuong-moi', 'name', { name: 'Phường Mới Hơn', from: '01/3/2023' });
  await change('phuong-moi', 'facts', { code: 'phuong-moi-hon' });
  await change('phuong-hai', 'merge', { successor: rows.find(({ code }) => code === 'phuong-mot')?.id });
  await change('phuong-ba', 'end', {});
  await change('phuong-ba', 'restore');
  await change('phuong-ba', 'remove');
  await change('phuong-mot', 'end', {});
}
