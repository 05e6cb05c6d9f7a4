/** What is sent so that a page comes back: forms left empty or wrong, lists to be reviewed, files, strangers' requests. */
import { inventedRow, inventedRows } from '../support/cast.ts';
import { type Sheet, workbookOf } from '../support/upload.ts';
import type { Changes } from './forms.ts';
import { pasted } from './journey-world.ts';
import type { Found } from './page-samples.ts';
import type { Caller } from './stored-house.ts';

export type Sending = {
  name: string;
  who: Caller;
  /** The page whose form is sent; without one the changes are the whole form. */
  page?: string;
  action: string;
  changes?: Changes;
  json?: unknown;
  file?: { bytes: Buffer; name: string };
  /** The form of the review of the file that is sent on, with the changes. */
  review?: string;
  headers?: Record<string, string>;
};

export async function sendingsOf(found: Found): Promise<Sending[]> {
  return [
    ...accountForms(found),
    ...setUpForms(found),
    ...unitForms(found),
    ...personForms(found),
    ...placeForms(found),
    ...answersAndDoor(found),
    ...machines(found),
    ...lists(found),
    ...(await files(found)),
  ];
}

const accountForms = ({ house, account, unit }: Found): Sending[] => [
  {
    name: 'sign-in',
    who: 'visitor',
    page: '/login',
    action: '/login',
    changes: { login: 'an.noivu', password: 'sai' },
  },
  {
    name: 'join',
    who: 'visitor',
    page: `/join/${house.secrets.joinToken}`,
    action: `/join/${house.secrets.joinToken}`,
    changes: { password: 'ngan', repeat: 'khac' },
  },
  {
    name: 'password',
    who: 'binh',
    page: '/account/password',
    action: '/account/password',
    changes: { current: 'sai' },
  },
  { name: 'invite-empty', who: 'an', page: '/accounts', action: '/accounts' },
  {
    name: 'invite-taken',
    who: 'an',
    page: '/accounts',
    action: '/accounts',
    changes: { login: 'binh.thoilai', fullName: 'Ai Đó', role: 'registrar', unit: '' },
  },
  {
    name: 'move-account',
    who: 'an',
    page: `/accounts/${account('cuc.omon')}/unit`,
    action: `/accounts/${account('cuc.omon')}/unit`,
    changes: { unit: '' },
  },
  {
    name: 'move-to-own-unit',
    who: 'an',
    action: `/accounts/${account('cuc.omon')}/unit`,
    changes: { unit: unit('917') },
  },
];

function setUpForms({ eventId, cluster, unit }: Found): Sending[] {
  const base = `/events/${eventId}`;
  const page = `${base}/setup`;
  const form = (name: string, path: string, changes: Changes): Sending => {
    return { name: `set-up-${name}`, who: 'an', page, action: base + path, changes };
  };
  const second = `/clusters/${cluster(2)}`;
  return [
    { name: 'new-event', who: 'an', page: '/events/new', action: '/events', changes: { title: '', year: '23' } },
    {
      name: 'clone',
      who: 'an',
      page: `${base}/clone`,
      action: `${base}/clone`,
      changes: { code: 'cchc-2023', year: '2x' },
    },
    { name: 'remove-event', who: 'an', action: `${base}/remove` },
    form('event', '/setup', { title: '', year: '1999', 'contact.email': 'khong co' }),
    form('event-stale', '/setup', { title: 'Tên khác', version: 'xxxxxxxxxxxxxxxx' }),
    form('cluster', second, { date: '07/4/2022', startsAt: '25:00', max: '5', venue: '' }),
    form('cluster-reason', second, { max: '90', reason: '' }),
    form('cluster-stale', second, { venue: 'Nơi khác', version: 'xxxxxxxxxxxxxxxx' }),
    form('new-cluster', '/clusters', { number: '2', date: '31/6/2023' }),
    form('participants', `${second}/participants`, {
      [`unit.${unit('927')}.quota`]: '2',
      [`unit.${unit('926')}.order`]: 'đầu',
      [`unit.${unit('917')}.remove`]: '1',
    }),
    form('categories', '/categories', { 'row.new1.code': 'B2', 'row.new1.name': '' }),
    form('agenda', '/agenda', { 'row.new1.startsAt': '17:30', 'row.new1.endsAt': '16:00', 'row.new1.title': '' }),
  ];
}

function unitForms({ eventId, unit }: Found): Sending[] {
  const base = `/events/${eventId}`;
  const page = `${base}/units/${unit('927')}`;
  const form = (path: string, changes: Changes): Sending => {
    return { name: `unit-${path}`, who: 'an', page, action: `${page}/${path}`, changes };
  };
  return [
    { name: 'new-unit', who: 'an', page: `${base}/setup`, action: `${base}/units`, changes: { 'unit.name': '' } },
    {
      name: 'many-units',
      who: 'an',
      page: `${base}/setup`,
      action: `${base}/units/many`,
      changes: { names: 'Phường A\nphường a\nPhường B\t12' },
    },
    form('name', { name: 'Quận Ô Môn', from: '31/6/2023' }),
    form('facts', { code: '917' }),
    form('merge', { successor: unit('927') }),
    form('end', { endedFrom: 'mai' }),
    { name: 'unit-remove', who: 'an', action: `${page}/remove` },
  ];
}

function personForms({ registration, cluster, requests, unit }: Found): Sending[] {
  const page = (who: number | string) => `/registrations/${registration(2, who)}`;
  const wrong = { fullName: '', phone: '12', email: 'khong', category: 'Z9' };
  const own = (name: string, who: Caller, path: string, changes: Changes): Sending => {
    return { name, who, page: page(0) + path, action: page(0) + path, changes };
  };
  return [
    { name: 'correct', who: 'an', page: page(0), action: `${page(0)}/correct`, changes: wrong },
    { name: 'correct-twin', who: 'an', page: page(0), action: `${page(0)}/correct`, changes: namesOf(6) },
    { name: 'correct-stale', who: 'an', action: `${page(0)}/correct`, changes: { ...namesOf(0), seen: 'x' } },
    own('withdraw', 'binh', '/withdraw', { reason: '' }),
    own('substitute', 'binh', '/substitute', { ...wrong, reason: '' }),
    own('ask-correction', 'binh', '/change-request', { ...wrong, reason: '' }),
    { name: 'merge-stale', who: 'an', action: `${page(0)}/merge`, changes: { with: registration(2, 6), stays: 'x' } },
    { name: 'elsewhere-none', who: 'an', action: `/clusters/${cluster(2)}/elsewhere` },
    { name: 'refuse-request', who: 'an', action: `/change-requests/${requests[2]}/refuse`, changes: { reason: '' } },
    { name: 'approve-stale', who: 'an', action: `/change-requests/${requests[4]}/approve`, changes: { seen: 'x' } },
    {
      name: 'accept-stale',
      who: 'an',
      action: `/clusters/${cluster(2)}/units/${unit('926')}/accept`,
      changes: { seen: 'x' },
    },
    {
      name: 'return-without-reason',
      who: 'an',
      action: `/clusters/${cluster(2)}/units/${unit('926')}/return`,
      changes: { reason: ' ' },
    },
  ];
}

function namesOf(number: number): Changes {
  const { honorific, fullName, position, workplace, category, phone, email, note } = inventedRow(number);
  return { honorific, fullName, position, workplace, category, phone, email, note };
}

function placeForms({ cluster, unit, registration }: Found): Sending[] {
  const page = `/clusters/${cluster(2)}/places`;
  const form = (name: string, path: string, changes: Changes): Sending => {
    return { name: `places-${name}`, who: 'an', page, action: `${page}/${path}`, changes };
  };
  const seat = `/registrations/${registration(2, 182)}/seat`;
  const units = { from: unit('917'), to: unit('927'), reason: 'x' };
  return [
    form('move-empty', 'move', {}),
    form('move-too-many', 'move', { ...units, count: '900' }),
    form('move-same', 'move', { ...units, to: unit('917'), count: '1' }),
    form('quota-empty', 'quota', {}),
    form('quota-below', 'quota', { unit: unit('927'), quota: '1', reason: 'x' }),
    form('max-empty', 'max', { max: '', reason: '' }),
    form('max-below', 'max', { max: '3', reason: 'x'.repeat(301) }),
    { name: 'seat', who: 'an', page: seat, action: seat, changes: { reason: '' } },
    { name: 'seat-again', who: 'an', action: `/registrations/${registration(2, 0)}/seat`, changes: { reason: 'x' } },
  ];
}

const answersAndDoor = ({ cluster, registration, token }: Found): Sending[] => [
  { name: 'decline', who: 'visitor', action: `/I/${token(registration(2, 0))}/decline`, changes: { reason: '' } },
  { name: 'device', who: 'an', action: `/clusters/${cluster(2)}/devices`, changes: { gate: '' } },
  { name: 'letter-to-waiting', who: 'an', action: `/registrations/${registration(2, 182)}/letters` },
  { name: 'nothing-here', who: 'an', action: '/khong-co' },
  { name: 'not-allowed', who: 'em', action: `/clusters/${cluster(2)}/letters` },
  { name: 'signed-out', who: 'visitor', action: `/clusters/${cluster(2)}/registrations`, changes: { text: 'Ông\tA' } },
  { name: 'other-site', who: 'an', action: '/logout', headers: { 'sec-fetch-site': 'cross-site' } },
];

function machines({ cluster, unit }: Found): Sending[] {
  const list = `/api/v1/clusters/${cluster(2)}/registrations`;
  const rows = [inventedRow(400), inventedRow(401, { fullName: 'a', phone: '1' }), inventedRow(0)];
  return [
    { name: 'api-dry-run', who: 'an', action: list, json: { rows, unitId: unit('926'), dryRun: true } },
    { name: 'api-problems', who: 'an', action: list, json: { rows, unitId: unit('926') } },
    {
      name: 'api-english',
      who: 'an',
      action: list,
      json: { rows, unitId: unit('926') },
      headers: { 'accept-language': 'en' },
    },
    { name: 'api-malformed', who: 'an', action: list, json: { rows: 'x' } },
    { name: 'api-pair', who: 'visitor', action: '/api/v1/door/pair', json: { code: 'CFGHKLMNPQ' } },
    { name: 'api-scans', who: 'visitor', action: '/api/v1/door/scans', json: { scans: [] } },
    { name: 'draft-json', who: 'an', action: `/clusters/${cluster(2)}/draft`, json: { rows: 1 } },
  ];
}

/** Rows with everything that a row can have wrong. */
const troubled = () => [
  inventedRow(500),
  inventedRow(501, { fullName: 'HUỲNH VĂN HOA', honorific: '' }),
  inventedRow(502, { fullName: '' }),
  inventedRow(503, { fullName: 'Võ Văn Bé (Phó CT)', phone: '12345' }),
  inventedRow(504, { category: 'B7' }),
  inventedRow(505, { category: 'khong co', email: 'dai.bieu@gmial.com' }),
  inventedRow(506, { email: 'khong phai thu', phone: '0900 000 506 - 0900 000 507' }),
  inventedRow(500),
  inventedRow(3),
  inventedRow(42, { position: 'Phó Chủ tịch' }),
  inventedRow(1, { fullName: 'NguyÔn V¨n An' }),
  inventedRow(81, { category: 'A4' }),
];

function lists({ cluster, unit }: Found): Sending[] {
  const desk = (number: number) => `/clusters/${cluster(number)}/registrations`;
  const typed = (rows: ReturnType<typeof inventedRows>, code: string) => ({ text: pasted(rows), unit: unit(code) });
  const heading = 'STT\tHọ và tên\tChức vụ\tDân tộc\tĐiện thoại\n';
  return [
    { name: 'check-nothing', who: 'binh', action: `${desk(2)}/check`, changes: { text: ' \n ' } },
    { name: 'check-too-many', who: 'binh', action: `${desk(2)}/check`, changes: { text: 'Ông\tA\n'.repeat(501) } },
    { name: 'check-good', who: 'phong', action: `${desk(2)}/check`, changes: { text: pasted(inventedRows(3, 520)) } },
    { name: 'check-troubled', who: 'phong', action: `${desk(2)}/check`, changes: { text: pasted(troubled()) } },
    { name: 'check-troubled-by-an', who: 'an', action: `${desk(2)}/check`, changes: typed(troubled(), '926') },
    { name: 'check-locked', who: 'binh', action: `${desk(2)}/check`, changes: { text: pasted(inventedRows(2, 540)) } },
    { name: 'check-waiting', who: 'an', action: `${desk(2)}/check`, changes: typed(inventedRows(20, 550), '927') },
    {
      name: 'check-third',
      who: 'an',
      action: `${desk(3)}/check`,
      changes: typed([inventedRow(80, { category: 'A4' })], 'so-noi-vu'),
    },
    {
      name: 'check-headings',
      who: 'phong',
      action: `${desk(2)}/check`,
      changes: { text: `${heading}1\tDanh Út\tTrưởng phòng\tKhmer\t0900000011\n\t(ký tên)\n` },
    },
    { name: 'hand-in-troubled', who: 'phong', action: desk(2), changes: { text: pasted(troubled()) } },
    { name: 'hand-in-locked', who: 'binh', action: desk(2), changes: { text: pasted(inventedRows(1, 580)) } },
    {
      name: 'request-without-reason',
      who: 'binh',
      action: `/clusters/${cluster(2)}/change-requests`,
      changes: { text: pasted(inventedRows(1, 585)) },
    },
    {
      name: 'draft-stale',
      who: 'an',
      action: `/clusters/${cluster(3)}/draft`,
      changes: { ...typed(inventedRows(2, 590), '916'), draft: '7' },
    },
    { name: 'error-rows', who: 'phong', action: `${desk(2)}/error-rows`, changes: { text: pasted(troubled()) } },
  ];
}

const HEADINGS = ['STT', 'Họ đệm', 'Tên', 'Chức danh', 'Cơ quan', 'T. phần', 'SĐT', 'E-mail', 'Dân tộc'];
const LINES: Sheet = [
  ['UBND HUYỆN PHONG ĐIỀN'],
  HEADINGS,
  ['I', 'LÃNH ĐẠO'],
  [
    '1',
    'Bùi Nhựt',
    'Thoại',
    'Chủ tịch UBND',
    'UBND huyện Phong Điền',
    'B1',
    '900000011',
    'thoaibn@example.gov.vn',
    'Kinh',
  ],
  ['2', 'LÂM VĂN', 'KHỞI', 'Văn phòng - Thống kê', 'UBND xã', 'B77', '0900 000 025', 'x', ''],
  ['3', 'Đặng Mỹ', 'Quyên', 'Trưởng phòng Nội vụ', '', 'B2', '0900 000 040', '', ''],
  ['', 'Tổng cộng: 3'],
];

async function files({ cluster }: Found): Promise<Sending[]> {
  const list = `/clusters/${cluster(2)}/registrations`;
  const action = `${list}/file`;
  const of = (name: string, bytes: Buffer, file: string): Sending => {
    return { name: `file-${name}`, who: 'phong', action, file: { bytes, name: file } };
  };
  const second: Sheet = [HEADINGS, ['1', 'Phan Kim', 'Ẩn', 'Phó Trưởng phòng', '', 'B2', '0900 000 060', '', '']];
  const whole = { who: 'phong' as const, file: { bytes: await workbookOf({ 'Phong Điền': LINES }), name: 'ds.xlsx' } };
  const csv = 'Họ và tên;Chức vụ;Thành phần;Điện thoại\nHồ Út Mười;Chuyên viên;B4;0900000070\n';
  return [
    of('workbook', await workbookOf({ 'Phong Điền': LINES, 'Bổ sung': second }), 'danh sach.xlsx'),
    of('csv', Buffer.from(`\uFEFF${csv}`), 'danh sach.csv'),
    of('empty', await workbookOf({ Trống: [['']] }), 'trong.xlsx'),
    of('no-workbook', Buffer.from('%PDF-1.4 x'), 'danh sach.pdf'),
    of('broken', Buffer.from('PK\u0003\u0004 x'), 'hong.xlsx'),
    of('none', Buffer.alloc(0), ''),
    { ...whole, name: 'differences', action: `${list}/check`, review: list, changes: { covers: 'whole' } },
    { ...whole, name: 'differences-none-ticked', action: `${list}/differences`, review: list },
    { ...whole, name: 'columns', action: `${list}/table`, review: `${list}/table`, changes: { 'column.3': 'note' } },
  ];
}
