import { appendAudit } from '../../db/audit.ts';
import { type Person, personById, setCategories, updateDelegate } from '../../db/people.ts';
import type { Tx } from '../../db/schema.ts';
import { type Context, instant } from '../context.ts';
import { type Actor, scopeOf } from '../domain/account.ts';
import type { CheckedLine, RowField, TypedRow } from '../domain/delegate-list.ts';
import { fold } from '../domain/vietnamese/fold.ts';
import { found } from '../http/errors.ts';
import { settleList } from '../seats/settle-list.ts';
import { changedFields, fingerprintOf, isDoubt } from './person-row.ts';
import { firstLock, firstWrong, isInvited, type Lock, reachedPlaces } from './reached-places.ts';
import { recordChanges } from './record-changes.ts';

export type Correction = {
  registrationId: string;
  typed: TypedRow;
  /** The fingerprint of what the form was filled with; empty from a script that looked at nothing. */
  seen: string;
  /** Somebody has said that another name is the same person's: an invitation must not go over to somebody else. */
  isSamePerson: boolean;
  overrideReason: string;
};

export type CorrectionResult =
  | { kind: 'corrected'; fields: RowField[] }
  | { kind: 'unchanged' }
  /** `elsewhere` is the number of another cluster of this person, in whose list the line is wrong. */
  | { kind: 'problems'; line: CheckedLine; elsewhere?: number }
  /** Who comes is no longer the unit's to change by itself. */
  | { kind: 'locked'; line: CheckedLine; lock: Lock }
  /** An invitation is in force and the name is another one: written otherwise, or somebody else who has to be sent. */
  | { kind: 'another_name'; line: CheckedLine }
  /** Somebody else saved another correction meanwhile: nothing is overwritten unseen. */
  | { kind: 'overtaken'; line: CheckedLine }
  | { kind: 'withdrawn' };

/**
 * Corrects a delegate's details by the rules of the list. Whoever has places in several clusters is one row and is right
 * in all of them at once, so every one of those lists has to take the correction; the categories are those of this
 * cluster. The invitation and its code stay as they are.
 */
export const correctDelegate = (context: Context, actor: Actor, correction: Correction): Promise<CorrectionResult> =>
  context.db.write((tx) => correctIn(context, tx, { actor, ...correction }));

/** The same within a transaction that does more. */
export async function correctIn(
  context: Context,
  tx: Tx,
  { actor, registrationId, typed, seen, isSamePerson, overrideReason }: Correction & { actor: Actor },
): Promise<CorrectionResult> {
  const at = instant(context);
  const person = found(await personById(tx, scopeOf(actor), registrationId));
  if (person.withdrawn) return { kind: 'withdrawn' };
  const overrides = overrideReason !== '' && actor.role !== 'registrar';
  const reached = await reachedPlaces(tx, actor, { person, typed, overrides });
  const [{ line, facts }] = reached;
  if (seen !== '' && seen !== fingerprintOf(person)) return { kind: 'overtaken', line };
  const wrong = firstWrong(reached, person.fullName);
  if (wrong && wrong !== reached[0]) {
    return { kind: 'problems', line: wrong.line, elsewhere: wrong.facts.cluster.number };
  }
  if (wrong || !line.draft) return { kind: 'problems', line };
  const fields = changedFields(person, line.draft, facts.rules.categories);
  if (fields.length === 0) return { kind: 'unchanged' };
  const lock = firstLock(actor, reached, { fields, at });
  if (lock) return { kind: 'locked', line, lock };
  const isAnotherName = fold(line.draft.fullName) !== fold(person.fullName);
  if (isAnotherName && !isSamePerson && (await isInvited(tx, reached))) return { kind: 'another_name', line };
  await updateDelegate(tx, { delegateId: person.delegateId, unitName: person.unitName, draft: line.draft });
  if (fields.includes('category')) await setCategories(tx, registrationId, line.draft.categoryIds);
  const correction = await recordChanges(context, tx, { before: person, fields });
  for (const { place, facts: list, line: judged } of reached) {
    const { clusterId, unitId } = place;
    const told = fieldsAt(place, { correctedAt: registrationId, fields });
    if (told.length > 0) {
      await appendAudit(tx, context.keys.auditMac, {
        at,
        actor: `account:${actor.accountId}`,
        action: 'delegate_corrected',
        subject: `registration:${place.registrationId}`,
        detail: { unit: unitId, fields: told.join(','), correction, ...(overrides && { override: overrideReason }) },
      });
    }
    const act = judged.problems.some(isDoubt) ? 'made_doubtful' : 'changed';
    await settleList(context, tx, { event: list.event, clusterId, unitId, at, act });
  }
  return { kind: 'corrected', fields };
}

/** What of a correction is seen at a place: everything where it was made, all but the categories elsewhere. */
const fieldsAt = (
  place: Person,
  { correctedAt, fields }: { correctedAt: string; fields: readonly RowField[] },
): readonly RowField[] =>
  place.registrationId === correctedAt ? fields : fields.filter((field) => field !== 'category');
