/** Two days at the door: phones come and go, and the door says everything it can say. */
import { codesIn, inventedRow, type Phone } from '../support/cast.ts';
import { expectStatus, type Journey, registrationOf } from './journey-world.ts';

type Scanned = {
  code?: string;
  registrationId?: string;
  method?: 'camera' | 'usb' | 'typed' | 'search';
  ageMs?: number;
};

/** Offered on the page of the door, paired by the phone itself. */
export async function pair(journey: Journey, clusterId: string, gate: string): Promise<Phone> {
  const { text } = await journey.post('an', `/clusters/${clusterId}/devices`, { gate }, 200);
  const code = /\/door\/pair\/(\w+)/.exec(text)?.[1] ?? '';
  const answer = await journey.visitor().postJson('/api/v1/door/pair', { code });
  const { credential } = expectStatus(answer, 200, 'pairing').json<{ credential: string }>();
  const device = await journey.context.db.read.selectFrom('device').select('id').orderBy('id', 'desc').execute();
  return { deviceId: device[0]?.id ?? '', gate, credential };
}

export function scanner(journey: Journey, phone: Phone): (scan: Scanned) => Promise<void> {
  let seq = 0;
  return async ({ code = '', method = 'camera', ageMs = 0, ...rest }) => {
    seq += 1;
    journey.context.clock.advance({ seconds: 20 });
    const at = journey.context.now().minus({ milliseconds: ageMs }).toUTC().toISO();
    const scans = [{ id: journey.context.newId(), seq, code, method, at, ageMs, ...rest }];
    expectStatus(await journey.with(phone).postJson('/api/v1/door/scans', { scans }), 200, 'the scan');
  };
}

export async function doorOfClusterOne(journey: Journey): Promise<void> {
  const clusterId = journey.cast.cluster(1);
  const codes = [...(await codesIn(journey.context, clusterId)).values()];
  const scan = scanner(journey, await pair(journey, clusterId, 'Cửa chính'));
  for (const { token } of codes.slice(0, 5)) await scan({ code: token });
  journey.context.clock.set('2023-04-05T15:50');
  await scan({ code: codes[5]?.token ?? '' });
}

export async function doorOfClusterTwo(journey: Journey): Promise<Phone> {
  const { cast, context } = journey;
  const clusterId = cast.cluster(2);
  const codes = await codesIn(context, clusterId);
  const revoked = await context.db.read.selectFrom('invitation').selectAll().execute();
  const idOf = (number: number) => registrationOf(journey, clusterId, inventedRow(number).fullName);
  const token = async (number: number) => {
    const id = await idOf(number);
    const invitation = revoked.find((row) => row.registration_id === id);
    return codes.get(id)?.token ?? (invitation ? context.keys.passCodes(invitation).token : '');
  };
  const main = await pair(journey, clusterId, 'Cửa chính');
  const back = await pair(journey, clusterId, 'Cửa sau');
  const lost = await pair(journey, clusterId, 'Bàn bị mất');
  await journey.post('an', `/clusters/${clusterId}/devices/${lost.deviceId}/revoke`);
  await journey.post('phong', `/clusters/${clusterId}/devices`, { gate: 'Bàn chưa ghép' }, 200);
  context.clock.set('2023-04-07T12:50');
  const atMain = scanner(journey, main);
  const atBack = scanner(journey, back);
  await atMain({ code: await token(0) });
  context.clock.set('2023-04-07T13:20');
  for (const number of [1, 3, 20, 21]) await atMain({ code: await token(number) });
  await atBack({ code: `HTTPS://DONTIEP.EXAMPLE.GOV.VN/I/${await token(1)}` });
  await atBack({ code: await token(12), method: 'usb' });
  await atBack({ registrationId: await idOf(182), method: 'search' });
  await atBack({ code: 'khong-co', method: 'typed' });
  const others = await codesIn(context, cast.cluster(1));
  await atBack({ code: [...others.values()][0]?.token ?? '' });
  context.clock.set('2023-04-07T14:05');
  await atMain({ code: await token(22) });
  await atMain({ code: codes.get(await idOf(80))?.shortCode ?? '', method: 'typed', ageMs: 120_000 });
  await atBack({ registrationId: await idOf(40), method: 'search' });
  return main;
}
