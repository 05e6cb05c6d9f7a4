/**
 * What the door says to a code. The phone and the server decide by this one function, so they can never disagree.
 */
import { DateTime } from 'luxon';
import type { Seat } from '../seats/seating.ts';

export const verdictKinds = [
  'admitted',
  'already_admitted',
  'wrong_cluster',
  'revoked',
  'waiting',
  'not_today',
  'closed',
  'unknown',
] as const;
export type VerdictKind = (typeof verdictKinds)[number];

export const scanMethods = ['camera', 'usb', 'typed', 'search'] as const;
export type ScanMethod = (typeof scanMethods)[number];

export type Punctuality = 'early' | 'on_time' | 'late';

/** A delegate as the door shows one: no phone, no e-mail. */
export type DoorPerson = { honorific: string; fullName: string; position: string; workplace: string; unitName: string };

/** A cluster as the door needs it. All instants are UTC ISO text. */
export type DoorCluster = {
  id: string;
  number: number;
  venue: string;
  zone: string;
  startsAt: string;
  doorOpensAt: string;
  lateFrom: string;
  doorClosesAt: string;
  closedAt?: string | undefined;
};

/** What is known about the holder of a code. */
export type Pass = {
  registrationId: string;
  cluster: DoorCluster;
  seat: Seat;
  person: DoorPerson;
  revoked?: { at: string; why: 'withdrawn' | 'substituted' | 'reissued' };
  /** The first admission at this door, if there was one. */
  admitted?: { at: string; gate: string };
};

export type Verdict =
  | { kind: 'admitted'; punctuality: Punctuality; at: string; person: DoorPerson; registrationId: string }
  | { kind: 'already_admitted'; first: { at: string; gate: string }; person: DoorPerson; registrationId: string }
  | { kind: 'wrong_cluster'; right: DoorCluster; person: DoorPerson; registrationId: string }
  | {
      kind: 'revoked';
      at: string;
      why: 'withdrawn' | 'substituted' | 'reissued';
      person: DoorPerson;
      registrationId: string;
    }
  | { kind: 'waiting'; person: DoorPerson; registrationId: string }
  | { kind: 'not_today'; startsAt: string; person: DoorPerson; registrationId: string }
  | { kind: 'closed'; closedAt: string; person: DoorPerson; registrationId: string }
  | { kind: 'unknown' };

/**
 * Refusals come in one fixed order: what is wrong with the code itself (unknown, revoked), then with the place
 * (wrong cluster), then with the seat (waiting), then with the moment (not today, closed), and only then whether the
 * person is already in. So a revoked code is never called late, and a guest of another cluster always hears which one.
 *
 * @param at when the code was scanned, UTC ISO text, already corrected for the phone's clock
 */
export function decideVerdict({ pass, door, at }: { pass: Pass | undefined; door: DoorCluster; at: string }): Verdict {
  if (!pass) return { kind: 'unknown' };
  const { person, registrationId } = pass;
  if (pass.revoked) return { kind: 'revoked', ...pass.revoked, person, registrationId };
  if (pass.cluster.id !== door.id) return { kind: 'wrong_cluster', right: pass.cluster, person, registrationId };
  if (pass.seat === 'waiting') return { kind: 'waiting', person, registrationId };
  if (!isSameDay(at, door)) return { kind: 'not_today', startsAt: door.startsAt, person, registrationId };
  const closedAt = closingOf(door);
  if (at >= closedAt) return { kind: 'closed', closedAt, person, registrationId };
  if (pass.admitted) return { kind: 'already_admitted', first: pass.admitted, person, registrationId };
  return { kind: 'admitted', punctuality: punctualityAt(door, at), at, person, registrationId };
}

function isSameDay(at: string, door: DoorCluster): boolean {
  const day = (instant: string) => DateTime.fromISO(instant, { zone: door.zone }).toISODate();
  return day(at) === day(door.startsAt);
}

const closingOf = (door: DoorCluster): string =>
  door.closedAt && door.closedAt < door.doorClosesAt ? door.closedAt : door.doorClosesAt;

export function punctualityAt(door: DoorCluster, at: string): Punctuality {
  if (at < door.doorOpensAt) return 'early';
  return at < door.lateFrom ? 'on_time' : 'late';
}
