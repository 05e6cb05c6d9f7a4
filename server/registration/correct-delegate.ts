import { appendAudit } from '../../db/audit.ts';
import { personById, setCategories, updateDelegate } from '../../db/people.ts';
import type { Tx } from '../../db/schema.ts';
import { type Context, instant } from '../context.ts';
import { type Actor, scopeOf } from '../domain/account.ts';
import type { CheckedLine, RowField, TypedRow } from '../domain/delegate-list.ts';
import { found } from '../http/errors.ts';
import { settleList } from '../seats/settle-list.ts';
import { loadListFacts, wayInto } from './list-facts.ts';
import { changedFields, fingerprintOf, isDoubt, isDoubtful, judgePerson, WHO_COMES } from './person-row.ts';

export type Correction = {
  registrationId: string;
  typed: TypedRow;
  /** The fingerprint of what the form was filled with; empty from a script that looked at nothing. */
  seen: string;
  overrideReason: string;
};

export type CorrectionResult =
  | { kind: 'corrected'; fields: RowField[] }
  | { kind: 'unchanged' }
  | { kind: 'problems'; line: CheckedLine }
  /** Who comes is no longer the unit's to change by itself. */
  | { kind: 'locked'; line: CheckedLine; why: 'deadline_passed' | 'list_locked' }
  /** Somebody else saved another correction meanwhile: nothing is overwritten unseen. */
  | { kind: 'overtaken'; line: CheckedLine }
  | { kind: 'withdrawn' };

/**
 * Corrects a delegate's details by the rules of the list. Whoever has places in several clusters is one row and is right
 * in all of them at once; the categories are those of this cluster. The invitation and its code stay as they are.
 */
export const correctDelegate = (context: Context, actor: Actor, correction: Correction): Promise<CorrectionResult> =>
  context.db.write((tx) => correctIn(context, tx, { actor, ...correction }));

/** The same within a transaction that does more. */
export async function correctIn(
  context: Context,
  tx: Tx,
  { actor, registrationId, typed, seen, overrideReason }: Correction & { actor: Actor },
): Promise<CorrectionResult> {
  const at = instant(context);
  const person = found(await personById(tx, scopeOf(actor), registrationId));
  if (person.withdrawn) return { kind: 'withdrawn' };
  const { clusterId, unitId, unitName, delegateId } = person;
  const overrides = overrideReason !== '' && actor.role !== 'registrar';
  const facts = await loadListFacts(tx, actor, { clusterId, unitId, overrides });
  const line = await judgePerson(tx, typed, { facts, held: person.categories, besides: [registrationId] });
  if (seen !== '' && seen !== fingerprintOf(person)) return { kind: 'overtaken', line };
  if (!line.draft || isDoubtful(line, person.fullName)) return { kind: 'problems', line };
  const fields = changedFields(person, line.draft, facts.rules.categories);
  if (fields.length === 0) return { kind: 'unchanged' };
  const way = wayInto(actor, facts, at);
  if (way.kind === 'request' && fields.some((field) => WHO_COMES.includes(field))) {
    return { kind: 'locked', line, why: way.why };
  }
  await updateDelegate(tx, { delegateId, unitName, draft: line.draft });
  if (fields.includes('category')) await setCategories(tx, registrationId, line.draft.categoryIds);
  await appendAudit(tx, context.keys.auditMac, {
    at,
    actor: `account:${actor.accountId}`,
    action: 'delegate_corrected',
    subject: `registration:${registrationId}`,
    detail: { unit: unitId, fields: fields.join(','), ...(overrides && { override: overrideReason }) },
  });
  await settleList(context, tx, {
    event: facts.event,
    clusterId,
    unitId,
    at,
    act: line.problems.some(isDoubt) ? 'made_doubtful' : 'changed',
  });
  return { kind: 'corrected', fields };
}
