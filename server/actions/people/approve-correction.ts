import { type ChangeRequest, changeRequestById } from '../../../db/lists/change-requests.ts';
import { personById } from '../../../db/people/people.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import { type RowField, rowFields, type TypedRow } from '../../domain/list/row.ts';
import { found } from '../../errors.ts';
import { correctIn, type CorrectionResult } from './correct-delegate.ts';
import { typedOf } from './judge-person.ts';
import { recordDecision } from '../lists/record-decision.ts';

export type CorrectionApproval =
  | { kind: 'approved' | 'decided_before'; request: ChangeRequest }
  /** The person, the list or the rules have changed since the unit asked; nothing was written. */
  | Exclude<CorrectionResult, { kind: 'corrected' | 'unchanged' | 'locked' }>;

/**
 * Carries a wanted correction out by the rules of any other, in the transaction of the decision: the fields the unit
 * asked for, on the person as they are now. What somebody else has corrected meanwhile stays.
 *
 * @param seen the fingerprint of the person the decision was made on
 */
export async function approveCorrection(
  context: Context,
  actor: Actor,
  { requestId, version, isSamePerson }: { requestId: string; version: string; isSamePerson: boolean },
): Promise<CorrectionApproval> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<CorrectionApproval> => {
    const request = found(await changeRequestById(tx, scopeOf(actor), requestId));
    if (request.decision) return { kind: 'decided_before', request };
    const { registrationId } = found(request.correction);
    const person = found(await personById(tx, scopeOf(actor), registrationId));
    const typed = asWanted(typedOf(person), request.rows);
    const wish = { registrationId, typed, version, isSamePerson, overrideReason: '' };
    const result = await correctIn(context, tx, { actor, ...wish });
    switch (result.kind) {
      case 'corrected':
      case 'unchanged': {
        const counts = { seated: 0, waiting: 0 };
        await recordDecision(context, tx, { actor, request, verdict: 'approved', reason: '', at, counts });
        return { kind: 'approved', request };
      }
      case 'locked':
        throw new Error('A list was locked for the organiser.');
      case 'problems':
      case 'overtaken':
      case 'another_name':
      case 'withdrawn':
        return result;
      default:
        throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
    }
  });
}

/** The fields of a request, of which the first row says how the person was and the second how they are wanted. */
export const wantedFields = ([asItWas, wanted]: readonly TypedRow[]): RowField[] =>
  asItWas && wanted ? rowFields.filter((field) => asItWas[field] !== wanted[field]) : [];

/** The person as they are now, with what the unit asked for. */
export function asWanted(now: TypedRow, rows: readonly TypedRow[]): TypedRow {
  const wanted = rows[1] ?? now;
  const row: TypedRow = { ...wanted, ...now };
  for (const field of wantedFields(rows)) row[field] = wanted[field];
  return row;
}
