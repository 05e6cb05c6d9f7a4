/** Turns a pairing code into this phone's credential and keeps it. */
import { ask } from './network.ts';
import type { Device, Queue } from './queue.ts';
import { fieldsOf, textOf } from './read-verdict.ts';
import type { Ui } from './ui.ts';

export type Pairing = { kind: 'paired'; device: Device } | { kind: 'problem'; message: string };

export async function pair(queue: Queue, code: string, { words }: Pick<Ui, 'words'>): Promise<Pairing> {
  const reply = await ask('/api/v1/door/pair', { body: { code } });
  if (reply.kind === 'refused' && reply.message !== '') return { kind: 'problem', message: reply.message };
  const device = reply.kind === 'ok' ? readDevice(reply.body) : undefined;
  if (!device) return { kind: 'problem', message: words.pairing.noNetwork };
  await queue.pair(device);
  return { kind: 'paired', device };
}

function readDevice(body: unknown): Device | undefined {
  const { credential, device, cluster } = fieldsOf(body);
  const { id, gate } = fieldsOf(device);
  const { id: clusterId, number, venue } = fieldsOf(cluster);
  if (typeof credential !== 'string' || typeof id !== 'string') return undefined;
  if (typeof clusterId !== 'string' || typeof number !== 'number') return undefined;
  return { id, gate: textOf(gate), credential, cluster: { id: clusterId, number, venue: textOf(venue) } };
}

/** A code as typed, or the whole link of the QR code. */
export const pairingCodeIn = (typed: string): string => typed.trim().replace(/^.*\/door\/pair\//i, '');
