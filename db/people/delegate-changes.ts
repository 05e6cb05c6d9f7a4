/**
 * What stood in the fields of a delegate before they were corrected. The audit chain names the fields and no more; these
 * rows are people's data and can be erased without touching it.
 */
import type { RowField } from '../../server/domain/list/row.ts';
import type { Reader, Tx } from '../schema.ts';

export type FieldChange = { field: RowField; before: string; after: string };

export type DelegateChanges = {
  /** One for all fields corrected at once; the audit entry names it. */
  correctionId: string;
  delegateId: string;
  /** The place it was corrected at. */
  registrationId: string;
  changes: readonly (FieldChange & { id: string })[];
};

export async function insertDelegateChanges(
  tx: Tx,
  { correctionId, delegateId, registrationId, changes }: DelegateChanges,
): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insertInto('delegate_change')
    .values(
      changes.map((change) => ({
        ...change,
        correction_id: correctionId,
        delegate_id: delegateId,
        registration_id: registrationId,
      })),
    )
    .execute();
}

/** By correction; nothing for corrections of before the table and for what was erased. */
export async function changesOf(db: Reader, correctionIds: readonly string[]): Promise<Map<string, FieldChange[]>> {
  const changes = new Map<string, FieldChange[]>();
  if (correctionIds.length === 0) return changes;
  const rows = await db
    .selectFrom('delegate_change')
    .select(['correction_id', 'field', 'before', 'after'])
    .where('correction_id', 'in', [...correctionIds])
    .execute();
  for (const { correction_id: id, ...change } of rows) changes.set(id, [...(changes.get(id) ?? []), change]);
  return changes;
}
