/** Every registration of one person that a correction affects, each judged by the rules of its own list. */
import { hasInvitationInForce } from '../../../db/letters/invitations.ts';
import {
  type Person,
  type PersonsRegistration,
  personById,
  registrationsOfDelegate,
} from '../../../db/people/people.ts';
import type { List } from '../../../db/lists/lists.ts';
import type { Reader } from '../../../db/schema.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import type { CheckedLine } from '../../domain/list/check-list.ts';
import type { RowField, TypedRow } from '../../domain/list/row.ts';
import { found } from '../../errors.ts';
import { type ListFacts, loadList, loadListFacts, wayInto } from '../lists/list-facts.ts';
import { needsReview, judgePerson, typedOf, WHO_COMES } from './judge-person.ts';

export type AffectedRegistration = { registration: Person; facts: ListFacts; line: CheckedLine };

/** What a person of one place is judged by in each of their places: what was typed, with the categories held there. */
export type Judging = { person: Person; typed: TypedRow; overrides: boolean };

/** The registration being corrected comes first. A guest of the city is one row in several lists. */
export async function affectedRegistrations(
  db: Reader,
  actor: Actor,
  { person, typed, overrides }: Judging,
): Promise<[AffectedRegistration, ...AffectedRegistration[]]> {
  const affect = async (registration: Person, asTyped: TypedRow): Promise<AffectedRegistration> => {
    const { clusterId, unitId, registrationId, categories } = registration;
    const facts = await loadListFacts(db, actor, { clusterId, unitId, overrides });
    return {
      registration,
      facts,
      line: judgePerson(asTyped, { facts, held: categories, besides: [registrationId] }),
    };
  };
  const others: AffectedRegistration[] = [];
  for (const { registrationId, isWithdrawn } of await registrationsOfDelegate(db, person.delegateId)) {
    if (isWithdrawn || registrationId === person.registrationId) continue;
    const registration = found(await personById(db, scopeOf(actor), registrationId));
    others.push(await affect(registration, { ...typed, category: typedOf(registration).category }));
  }
  return [await affect(person, typed), ...others];
}

/** The first list in which the line is wrong, or that has a person of that name already. */
export const firstWrong = (
  affected: readonly AffectedRegistration[],
  knownAs: string,
): AffectedRegistration | undefined => affected.find(({ line }) => !line.draft || needsReview(line, knownAs));

export type Lock = { clusterNumber: number; why: 'deadline_passed' | 'list_locked' };

/** The first list that who comes can no longer be changed in directly. The category is that of the first place alone. */
export function firstLock(
  actor: Actor,
  affected: readonly { facts: List }[],
  { fields, at }: { fields: readonly RowField[]; at: string },
): Lock | undefined {
  for (const [index, { facts }] of affected.entries()) {
    const way = wayInto(actor, facts, at);
    const isTouched = fields.some((field) => WHO_COMES.includes(field) && (index === 0 || field !== 'category'));
    if (way.kind === 'request' && isTouched) return { clusterNumber: facts.cluster.number, why: way.why };
  }
  return undefined;
}

/** The same for the page that is opened: whether who comes can be changed in every list the person is on. */
export async function lockOn(
  db: Reader,
  actor: Actor,
  {
    person,
    facts,
    at,
    fields = WHO_COMES,
    registrations,
  }: {
    person: Person;
    facts: List;
    at: string;
    fields?: readonly RowField[];
    /** Those of the delegate, where the page has loaded them. */
    registrations?: readonly PersonsRegistration[];
  },
): Promise<Lock | undefined> {
  const lists: { facts: List }[] = [{ facts }];
  const all = registrations ?? (await registrationsOfDelegate(db, person.delegateId));
  for (const { registrationId, clusterId, isWithdrawn } of all) {
    if (isWithdrawn || registrationId === person.registrationId) continue;
    lists.push({ facts: await loadList(db, actor, { clusterId, unitId: person.unitId }) });
  }
  return firstLock(actor, lists, { fields, at });
}

/** Somebody holds a code with this person's name on it. */
export async function isInvited(
  db: Reader,
  affected: readonly Pick<AffectedRegistration, 'registration'>[],
): Promise<boolean> {
  for (const { registration } of affected) {
    if (await hasInvitationInForce(db, registration.registrationId)) return true;
  }
  return false;
}
