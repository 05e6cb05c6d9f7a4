import { revokeDevice as revoke } from '../../../db/door/devices.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { audited } from '../audited.ts';

/** A lost phone: its next request is refused. What it scanned before stays. */
export async function revokeDevice(context: Context, actor: Actor, deviceId: string): Promise<void> {
  const at = instant(context);
  await context.db.write(async (tx) => {
    await revoke(tx, deviceId, at);
    await audited(context, tx, actor, {
      action: 'device_revoked',
      subject: `device:${deviceId}`,
    });
  });
}
