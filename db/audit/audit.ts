/**
 * The audit chain: each entry carries an HMAC over itself and the entry before, so a changed, cut or inserted row shows.
 * Ids and counts only, no names: erasing a person must not break the chain.
 */
import type { AuditNote } from '../../server/domain/audit-action.ts';
import type { Schema, Tx } from '../schema.ts';

export type AuditActorName = `account:${string}` | `invitation:${string}` | `device:${string}` | 'system';

export type AuditEvent = AuditNote & { at: string; actor: AuditActorName };

export async function appendAudit(tx: Tx, mac: (text: string) => string, event: AuditEvent): Promise<void> {
  const last = await tx
    .selectFrom('audit_entry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  const previous = last?.hash ?? '';
  const detail = JSON.stringify(event.detail ?? {});
  const hash = mac(auditText({ ...event, seq, previous_hash: previous, detail }));
  await tx
    .insertInto('audit_entry')
    .values({
      seq,
      at: event.at,
      actor: event.actor,
      action: event.action,
      subject: event.subject,
      detail,
      previous_hash: previous,
      hash,
    })
    .execute();
}

export type AuditContent = Omit<Schema['audit_entry'], 'hash'>;

/** The text under an entry's HMAC: the entry, its number and the hash of the one before. */
export const auditText = (entry: AuditContent): string =>
  JSON.stringify([entry.seq, entry.previous_hash, entry.at, entry.actor, entry.action, entry.subject, entry.detail]);
