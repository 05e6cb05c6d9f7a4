/** Letters leave in every way a letter can, their holders answer, and what changes afterwards is told. */
import type { Delivery } from '../../server/domain/letters/letter.ts';
import { runOnce } from '../../server/mail/postman.ts';
import { openTransport } from '../../server/mail/open-transport.ts';
import type { Transport } from '../../server/mail/transport.ts';
import { codesIn, inventedRow } from '../support/cast.ts';
import { type Journey, registrationOf } from './journey-world.ts';

/** Files for all but a few, who meet the trouble that a mail server can make. */
function troubledTransport(journey: Journey): Transport {
  const files = openTransport(journey.context);
  const troubles: [number, Delivery][] = [
    [9, { kind: 'returned', error: '550 5.1.1 no such user' }],
    [10, { kind: 'uncertain', error: 'connection lost' }],
    [11, { kind: 'later', error: '451 4.7.1 greylisted' }],
  ];
  return {
    deliver: async (letter) =>
      troubles.find(([number]) => inventedRow(number).email === letter.recipient)?.[1] ?? (await files.deliver(letter)),
    close: files.close,
  };
}

/** Until nothing is due, or only so many rounds: what is left is still on its way. */
async function deliver(journey: Journey, rounds = 100): Promise<void> {
  const transport = troubledTransport(journey);
  for (let round = 0; round < rounds; round += 1) {
    if ((await runOnce(journey.context, transport)) === 0) break;
  }
  transport.close();
}

export async function invitations(journey: Journey): Promise<void> {
  const { cast } = journey;
  const letters = (number: number) => `/clusters/${cast.cluster(number)}/letters`;
  await journey.submit('an', { page: letters(1) });
  await deliver(journey);
  await journey.submit('an', { page: letters(2) });
  await deliver(journey, 3);
}

export async function answers(journey: Journey): Promise<void> {
  await deliver(journey);
  const { cast, context } = journey;
  const clusterId = cast.cluster(2);
  const codes = await codesIn(context, clusterId);
  const idOf = (number: number) => registrationOf(journey, clusterId, inventedRow(number).fullName);
  const pageOf = async (number: number) => `/I/${codes.get(await idOf(number))?.token}`;
  const visitor = journey.visitor();
  for (const number of [0, 1, 12, 20]) await journey.post(visitor, `${await pageOf(number)}/confirm`);
  await journey.post(visitor, `${await pageOf(13)}/decline`, { reason: 'Đi công tác tại Hà Nội' });
  await journey.post(visitor, `${await pageOf(0)}/decline`, { reason: 'Bị ốm' });
  await journey.post(visitor, `${await pageOf(0)}/confirm`);
  const client = await journey.as('an');
  await client.postJson(`/api/v1/clusters/${clusterId}/invitations`, { send: [await idOf(9)] });
  await journey.post('an', `/registrations/${await idOf(9)}/letters`);
  const page = `/events/${cast.eventId}/setup`;
  const action = `/events/${cast.eventId}/clusters/${clusterId}`;
  await journey.submit('an', { page, action, changes: { venue: 'Nhà văn hóa huyện Phong Điền' } });
  await journey.post('an', `/clusters/${clusterId}/letters`, { send: 'told_otherwise' });
  await deliver(journey, 2);
  await journey.submit('an', {
    page: `/registrations/${await idOf(12)}/withdraw`,
    changes: { reason: 'bận đột xuất' },
  });
  const heir = { honorific: 'Ông', fullName: 'Danh Hoàng Khải', position: 'Chuyên viên', category: 'B4' };
  const reached = { phone: '0900 000 078', email: 'hoang.khai@example.gov.vn', reason: 'đi học' };
  await journey.submit('an', { page: `/registrations/${await idOf(14)}/substitute`, changes: { ...heir, ...reached } });
}
