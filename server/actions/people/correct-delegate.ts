import { type Person, setCategories, updateDelegate } from '../../../db/people/people.ts';
import type { Tx } from '../../../db/schema.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, isOrganiser } from '../../domain/account.ts';
import type { CheckedLine } from '../../domain/list/check-list.ts';
import type { RowField } from '../../domain/list/row.ts';
import { isReviewProblem } from '../../domain/list/list-status.ts';
import { audited } from '../audited.ts';
import { settleList } from '../lists/settle-list.ts';
import { type Corrected, judgeCorrection, type NoCorrection } from './judge-correction.ts';
import type { Lock } from './affected-registrations.ts';
import { recordChanges } from './record-changes.ts';

export type Correction = Corrected & {
  /** Somebody has said that another name is the same person's: an invitation must not go over to somebody else. */
  isSamePerson: boolean;
};

export type CorrectionResult =
  | { kind: 'corrected'; fields: RowField[] }
  | NoCorrection
  | { kind: 'locked'; line: CheckedLine; lock: Lock }
  | { kind: 'another_name'; line: CheckedLine };

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
  { actor, registrationId, typed, version, isSamePerson, overrideReason }: Correction & { actor: Actor },
): Promise<CorrectionResult> {
  const at = instant(context);
  const plan = await judgeCorrection(tx, actor, { registrationId, typed, version, overrideReason, at });
  if (plan.kind !== 'good') return plan;
  const { person, affected, line, draft, fields, lock } = plan;
  if (lock) return { kind: 'locked', line, lock };
  if (plan.asksWhoItIs && !isSamePerson) return { kind: 'another_name', line };
  await updateDelegate(tx, { delegateId: person.delegateId, unitName: person.unitName, draft });
  if (fields.includes('category')) await setCategories(tx, registrationId, draft.categoryIds);
  const isOverride = overrideReason !== '' && isOrganiser(actor);
  const correction = await recordChanges(context, tx, { before: person, fields });
  for (const { registration, facts: list, line: judged } of affected) {
    const { clusterId, unitId } = registration;
    const changed = fieldsAt(registration, { correctedAt: registrationId, fields });
    if (changed.length > 0) {
      await audited(context, tx, actor, {
        action: 'delegate_corrected',
        subject: `registration:${registration.registrationId}`,
        detail: {
          unit: unitId,
          fields: changed.join(','),
          correction,
          ...(isOverride && { override: overrideReason }),
        },
      });
    }
    const act = judged.problems.some(isReviewProblem) ? 'made_doubtful' : 'changed';
    await settleList(context, tx, { event: list.event, clusterId, unitId, at, act });
  }
  return { kind: 'corrected', fields };
}

/** What of a correction is seen at a place: everything where it was made, all but the categories elsewhere. */
const fieldsAt = (
  registration: Person,
  { correctedAt, fields }: { correctedAt: string; fields: readonly RowField[] },
): readonly RowField[] =>
  registration.registrationId === correctedAt ? fields : fields.filter((field) => field !== 'category');
