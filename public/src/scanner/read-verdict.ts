/** Reads a verdict out of an answer. Undefined when it is not one that this script knows: then nothing is shown. */
import type { DoorCluster, DoorPerson, Verdict } from '../../../server/domain/door/verdict.ts';

export type Fields = Record<string, unknown>;

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function readPerson(value: unknown): DoorPerson | undefined {
  const { honorific, fullName, position, workplace, unitName } = fieldsOf(value);
  if (textOf(fullName) === '') return undefined;
  return {
    honorific: textOf(honorific),
    fullName: textOf(fullName),
    position: textOf(position),
    workplace: textOf(workplace),
    unitName: textOf(unitName),
  };
}

export function readCluster(value: unknown): DoorCluster | undefined {
  const { number, closedAt, ...rest } = fieldsOf(value);
  const texts = ['id', 'venue', 'zone', 'startsAt', 'doorOpensAt', 'lateFrom', 'doorClosesAt'] as const;
  if (typeof number !== 'number' || texts.some((name) => typeof rest[name] !== 'string')) return undefined;
  return {
    id: textOf(rest['id']),
    number,
    venue: textOf(rest['venue']),
    zone: textOf(rest['zone']),
    startsAt: textOf(rest['startsAt']),
    doorOpensAt: textOf(rest['doorOpensAt']),
    lateFrom: textOf(rest['lateFrom']),
    doorClosesAt: textOf(rest['doorClosesAt']),
    ...(typeof closedAt === 'string' && { closedAt }),
  };
}

export function readVerdict(value: unknown): Verdict | undefined {
  const fields = fieldsOf(value);
  if (fields['kind'] === 'unknown') return { kind: 'unknown' };
  const person = readPerson(fields['person']);
  const registrationId = textOf(fields['registrationId']);
  if (!person || registrationId === '') return undefined;
  const holder = { person, registrationId };
  switch (fields['kind']) {
    case 'admitted': {
      const punctuality = (['early', 'on_time', 'late'] as const).find((known) => known === fields['punctuality']);
      if (!isInstant(fields['at']) || !punctuality) return undefined;
      return { kind: 'admitted', at: fields['at'], punctuality, ...holder };
    }
    case 'already_admitted': {
      const { at, gate } = fieldsOf(fields['first']);
      return isInstant(at) ? { kind: 'already_admitted', first: { at, gate: textOf(gate) }, ...holder } : undefined;
    }
    case 'wrong_cluster': {
      const right = readCluster(fields['right']);
      return right && { kind: 'wrong_cluster', right, ...holder };
    }
    case 'revoked': {
      const why = (['withdrawn', 'substituted', 'reissued'] as const).find((known) => known === fields['why']);
      return isInstant(fields['at']) && why ? { kind: 'revoked', at: fields['at'], why, ...holder } : undefined;
    }
    case 'waiting':
      return { kind: 'waiting', ...holder };
    case 'not_today':
      return isInstant(fields['startsAt']) ? { kind: 'not_today', startsAt: fields['startsAt'], ...holder } : undefined;
    case 'closed':
      return isInstant(fields['closedAt']) ? { kind: 'closed', closedAt: fields['closedAt'], ...holder } : undefined;
    default:
      return undefined;
  }
}

const isInstant = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));
