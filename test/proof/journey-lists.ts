/** The last days of March: lists in every state, requests, seats, substitutes and twins. */
import { inventedRow, inventedRows } from '../support/cast.ts';
import { upload, workbookOf } from '../support/upload.ts';
import { fieldsOf, withChanges } from './forms.ts';
import { expectStatus, handIn, type Journey, pasted, registrationOf } from './journey-world.ts';

const desk = (clusterId: string) => `/clusters/${clusterId}/registrations`;

export async function listsOfClusterOne(journey: Journey): Promise<void> {
  const { cast } = journey;
  const clusterId = cast.cluster(1);
  await handIn(journey, 'an', { clusterId, rows: inventedRows(6, 300), unit: cast.unit('924') });
  await handIn(journey, 'an', { clusterId, rows: inventedRows(3, 320), unit: cast.unit('923') });
  const officials = inventedRows(4, 340, { category: 'A4', position: 'Chuyên viên' });
  await handIn(journey, 'an', { clusterId, rows: officials, unit: cast.unit('so-noi-vu') });
}

/** Thới Lai sends more than it may and one twin, Ô Môn a file, Phong Điền a list that comes back. */
export async function listsOfClusterTwo(journey: Journey): Promise<void> {
  const { cast } = journey;
  const clusterId = cast.cluster(2);
  const unit = (code: string) => `/clusters/${clusterId}/units/${cast.unit(code)}`;
  const rows = inventedRows(17);
  rows[3] = inventedRow(3, { position: 'Chánh Văn phòng', category: 'B3, B4', note: 'ăn chay' });
  rows[4] = inventedRow(4, { email: '', phone: '' });
  await handIn(journey, 'binh', { clusterId, rows });
  const twin = inventedRow(5, { fullName: `${inventedRow(5).fullName} Hai` });
  await handIn(journey, 'binh', { clusterId, rows: [{ ...twin, phone: '0900 000 905' }] });
  await fromFile(journey, clusterId);
  const reviewed = inventedRow(60, { fullName: 'Võ Văn Bé (Phó CT)' });
  await handIn(journey, 'phong', { clusterId, rows: [...inventedRows(4, 40), reviewed] });
  await journey.submit('an', { page: `${unit('926')}/return`, changes: { reason: 'Chưa có Chủ tịch UBND huyện' } });
  await journey.submit('phong', { page: desk(clusterId), action: `${unit('926')}/hand-in` });
  const page = `${desk(clusterId)}?unit=${cast.unit('927')}`;
  await journey.submit('an', { page, action: `${unit('927')}/accept` });
  const officials = inventedRows(3, 80, { category: 'A4', position: 'Chuyên viên', workplace: 'Phòng CCHC' });
  await handIn(journey, 'an', { clusterId, rows: officials, unit: cast.unit('so-noi-vu') });
}

/** The Department of Home Affairs throws one draft away and keeps the next. */
export async function drafts(journey: Journey): Promise<void> {
  const { cast } = journey;
  const unit = cast.unit('so-noi-vu');
  const list = cast.cluster(3);
  const keep = async (from: number) => {
    const { text } = await (await journey.as('an')).get(`${desk(list)}?unit=${unit}`);
    const draft = /name="draft"\s+value="(\d+)"/.exec(text)?.[1] ?? '';
    await journey.post('an', `/clusters/${list}/draft`, { text: pasted(inventedRows(2, from)), draft, unit });
  };
  await keep(84);
  await journey.post('an', `/clusters/${list}/draft/discard`, { unit });
  await keep(86);
}

/** Ô Môn's list comes twice as a workbook: the second corrects one person and leaves another out. */
async function fromFile(journey: Journey, clusterId: string): Promise<void> {
  const headings = ['STT', 'Ông/Bà', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Thành phần', 'SĐT', 'E-mail'];
  const lines = inventedRows(5, 20).map((row, index) => [
    ...[
      String(index + 1),
      row.honorific,
      row.fullName,
      row.position,
      row.workplace,
      row.category,
      row.phone,
      row.email,
    ],
  ]);
  const client = await journey.as('cuc');
  const list = desk(clusterId);
  const first = await upload(client, list, { bytes: await workbookOf({ 'Ô Môn': [headings, ...lines] }) });
  await journey.post('cuc', list, Object.fromEntries(fieldsOf(expectStatus(first, 200, 'the file').text, list)));
  const changed = lines.slice(0, 4).map((cells, index) => (index === 1 ? cells.with(3, 'Phó Trưởng phòng') : cells));
  const again = await upload(client, list, { bytes: await workbookOf({ 'Ô Môn': [headings, ...changed] }) });
  const fields = withChanges(fieldsOf(expectStatus(again, 200, 'the second file').text, list), { covers: 'whole' });
  const whole = await journey.post('cuc', `${list}/check`, Object.fromEntries(fields), 200);
  const ticked: Record<string, string> = { withdrawReason: 'Không còn trong danh sách' };
  for (const [, name = '', value = ''] of whole.text.matchAll(
    /name="((?:correct|withdraw)\.[\w-]+)"\s+value="([^"]*)"/g,
  )) {
    ticked[name] = value;
  }
  await journey.post(
    'cuc',
    `${list}/differences`,
    { ...Object.fromEntries(fieldsOf(whole.text, list)), ...ticked },
    200,
  );
}

export async function listsOfClusterThree(journey: Journey): Promise<void> {
  const { cast } = journey;
  const clusterId = cast.cluster(3);
  await handIn(journey, 'an', { clusterId, rows: inventedRows(3, 120), unit: cast.unit('919') });
  const reviewed = inventedRow(140, { phone: '12345' });
  await handIn(journey, 'an', { clusterId, rows: [reviewed], unit: cast.unit('918') });
  const returning = `/clusters/${clusterId}/units/${cast.unit('918')}/return`;
  await journey.submit('an', { page: returning, changes: { reason: 'Số điện thoại chưa đúng' } });
  const draft = { text: pasted(inventedRows(3, 160)), draft: '0', unit: cast.unit('916') };
  await journey.post('an', `/clusters/${clusterId}/draft`, draft);
}

/** Thới Lai's list is locked: what is to change is asked for. */
export async function requests(journey: Journey): Promise<void> {
  const { cast } = journey;
  const clusterId = cast.cluster(2);
  const ask = async (rows: ReturnType<typeof inventedRows>, reason: string) => {
    const answer = await journey.post('binh', `${desk(clusterId)}/check`, { text: pasted(rows) }, 200);
    const action = `/clusters/${clusterId}/change-requests`;
    const fields = { ...Object.fromEntries(fieldsOf(answer.text, desk(clusterId))), reason };
    await journey.post('binh', action, fields);
  };
  await ask(inventedRows(1, 90), 'Huyện cử thêm người');
  await decide(journey, 'approve');
  await ask(inventedRows(1, 92), 'Thêm một người nữa');
  await decide(journey, 'refuse', { reason: 'Hội trường đã đủ' });
  await ask(inventedRows(2, 94), 'Bổ sung theo chỉ đạo');
  const correct = async (number: number, changes: Record<string, string>) => {
    const id = await registrationOf(journey, clusterId, inventedRow(number).fullName);
    await journey.submit('binh', {
      page: `/registrations/${id}/change-request`,
      changes: { ...changes, reason: 'Mới bổ nhiệm' },
    });
  };
  await correct(6, { position: 'Phó Chủ tịch UBND huyện' });
  await decide(journey, 'approve');
  await correct(7, { fullName: 'Trương Mỹ Hoà' });
}

async function decide(journey: Journey, verdict: 'approve' | 'refuse', changes = {}): Promise<void> {
  const rows = await journey.context.db.read.selectFrom('change_request').select('id').orderBy('id', 'desc').execute();
  const page = `/change-requests/${rows[0]?.id}`;
  await journey.submit('an', { page, action: `${page}/${verdict}`, changes });
}

export async function people(journey: Journey): Promise<void> {
  const { cast } = journey;
  const clusterId = cast.cluster(2);
  const idOf = (number: number) => registrationOf(journey, clusterId, inventedRow(number).fullName);
  const page = async (number: number) => `/registrations/${await idOf(number)}`;
  const corrected = await page(1);
  await journey.submit('an', {
    page: corrected,
    action: `${corrected}/correct`,
    changes: { position: 'Chánh Thanh tra' },
  });
  await journey.submit('binh', { page: `${await page(2)}/withdraw`, changes: { reason: 'bận họp' } });
  const doubtful = `/registrations/${await registrationOf(journey, cast.cluster(1), inventedRow(320).fullName)}`;
  await journey.submit('an', { page: doubtful, action: `${doubtful}/correct`, changes: { phone: '12345' } });
  const newcomer = {
    honorific: 'Bà',
    fullName: 'Thạch Thị Sa Rây',
    position: 'Phó Trưởng phòng Nội vụ',
    category: 'B2',
  };
  const reached = { phone: '0900 000 077', email: 'sa.ray@example.gov.vn', reason: 'đi công tác' };
  await journey.submit('binh', { page: `${await page(8)}/substitute`, changes: { ...newcomer, ...reached } });
  const twin = await registrationOf(journey, clusterId, `${inventedRow(5).fullName} Hai`);
  const first = await idOf(5);
  await journey.submit('an', {
    page: `/registrations/${first}/merge?with=${twin}`,
    action: `/registrations/${first}/merge`,
  });
  await journey.post('an', `/registrations/${await idOf(80)}/clusters`, { cluster: cast.cluster(3) });
  await journey.post('an', `/clusters/${clusterId}/elsewhere`, { place: `${await idOf(81)}:${cast.cluster(3)}` });
  const order = `/clusters/${clusterId}/units/${cast.unit('927')}/order`;
  await journey.submit('an', { page: order, changes: { [`place.${await idOf(9)}`]: '1' } });
}

export async function places(journey: Journey): Promise<void> {
  const { cast, context } = journey;
  const clusterId = cast.cluster(2);
  const page = `/clusters/${clusterId}/places`;
  const change = (path: string, changes: Record<string, string>) =>
    journey.submit('an', { page, action: `${page}/${path}`, changes });
  await change('move', { from: cast.unit('917'), to: cast.unit('927'), count: '1', reason: 'Ô Môn cử ít người' });
  await change('quota', { unit: cast.unit('926'), quota: '16', reason: 'Phong Điền cử ít người' });
  await change('max', { max: '64', reason: 'Thêm ghế phụ' });
  await handIn(journey, 'an', { clusterId, rows: inventedRows(4, 180), unit: cast.unit('927') });
  const waiting = await context.db.read
    .selectFrom('registration')
    .select('id')
    .where('cluster_id', '=', clusterId)
    .where('seat', '=', 'waiting')
    .orderBy('id')
    .execute();
  const seat = `/registrations/${waiting.at(-1)?.id}/seat`;
  await journey.submit('an', { page: seat, changes: { reason: 'Còn ghế trong hội trường' } });
}
