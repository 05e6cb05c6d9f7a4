import { insertDelegateChanges } from '../../../db/people/delegate-changes.ts';
import { type Person, personById } from '../../../db/people/people.ts';
import type { Tx } from '../../../db/schema.ts';
import type { Context } from '../../context.ts';
import type { RowField } from '../../domain/list/row.ts';
import { found } from '../../errors.ts';
import { typedOf } from './judge-person.ts';

/** Keeps the values before and after, once the details are written. Returns the id of the correction. */
export async function recordChanges(
  context: Context,
  tx: Tx,
  { before, fields }: { before: Person; fields: readonly RowField[] },
): Promise<string> {
  const { delegateId, registrationId } = before;
  const after = typedOf(found(await personById(tx, { kind: 'all' }, registrationId)));
  const correctionId = context.newId();
  await insertDelegateChanges(tx, {
    correctionId,
    delegateId,
    registrationId,
    changes: fields.map((field) => ({
      id: context.newId(),
      field,
      before: typedOf(before)[field],
      after: after[field],
    })),
  });
  return correctionId;
}
