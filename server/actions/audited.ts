/** The one way in which actions write the audit chain. */
import { appendAudit, type AuditActorName } from '../../db/audit/audit.ts';
import type { Tx } from '../../db/schema.ts';
import { type Context, instant } from '../context.ts';
import type { AuditNote } from '../domain/audit-action.ts';

/** Who did it: a person with an account, the holder of an invitation, a phone at the door, or the house by itself. */
export type AuditActor = { accountId: string } | { invitationId: string } | { deviceId: string } | 'system';

/** Adds an entry to the chain, in the transaction of the act and at its moment. Ids and counts only, no names. */
export async function audited(
  context: Pick<Context, 'keys' | 'now'>,
  tx: Tx,
  actor: AuditActor,
  note: AuditNote,
): Promise<void> {
  await appendAudit(tx, context.keys.auditMac, { at: instant(context), actor: nameOf(actor), ...note });
}

function nameOf(actor: AuditActor): AuditActorName {
  if (actor === 'system') return actor;
  if ('accountId' in actor) return `account:${actor.accountId}`;
  return 'deviceId' in actor ? `device:${actor.deviceId}` : `invitation:${actor.invitationId}`;
}
