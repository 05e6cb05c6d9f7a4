/** The delegates of the cluster as the phone knows them: no phone numbers, no e-mail. */
import type { DoorCluster, DoorPerson } from '../../../server/domain/door/verdict.ts';
import { type Count, countIn } from './acks.ts';
import { fieldsOf, readCluster, readPerson, textOf } from './read-verdict.ts';

export type RosterEntry = DoorPerson & {
  registrationId: string;
  seat: 'seated' | 'waiting';
  admittedAt?: string;
};

export type Roster = {
  device: { id: string; gate: string };
  cluster: DoorCluster;
  takenAt: string;
  count: Count;
  entries: RosterEntry[];
};

/** Undefined when the answer is something else, as a captive portal's. */
export function readRoster(body: unknown): Roster | undefined {
  const { device, cluster, takenAt, entries } = fieldsOf(body);
  const { id, gate } = fieldsOf(device);
  const door = readCluster(cluster);
  const count = countIn(body);
  if (typeof id !== 'string' || !door || typeof takenAt !== 'string' || !count || !Array.isArray(entries)) {
    return undefined;
  }
  return {
    device: { id, gate: textOf(gate) },
    cluster: door,
    takenAt,
    count,
    entries: entries.flatMap((entry) => readEntry(entry) ?? []),
  };
}

function readEntry(value: unknown): RosterEntry | undefined {
  const { registrationId, seat, admittedAt } = fieldsOf(value);
  const person = readPerson(value);
  if (!person || typeof registrationId !== 'string') return undefined;
  return {
    ...person,
    registrationId,
    seat: seat === 'waiting' ? 'waiting' : 'seated',
    ...(typeof admittedAt === 'string' && { admittedAt }),
  };
}
