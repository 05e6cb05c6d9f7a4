import {
  devicesByCredential,
  insertDevice,
  type PairedDevice,
  pairDevice as takePairing,
} from '../../../db/door/devices.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { readPairingCode, toCode } from '../../domain/door/pass-code.ts';
import { sha256 } from '../../keys.ts';
import { audited } from '../audited.ts';

export const PAIRING_MINUTES = 10;
const PAIRING_LENGTH = 10;

export type Pairing = { deviceId: string; code: string; link: string; expiresAt: string };

/** Makes room for one more phone at a gate; the code pairs exactly one. */
export async function offerPairing(
  context: Context,
  actor: Pick<Actor, 'accountId'>,
  { clusterId, gate, minutes = PAIRING_MINUTES }: { clusterId: string; gate: string; minutes?: number },
): Promise<Pairing> {
  const deviceId = context.newId();
  const at = instant(context);
  const code = toCode(Buffer.from(context.newSecret(), 'base64url'), PAIRING_LENGTH);
  const expiresAt = context.now().plus({ minutes }).toUTC().toISO();
  await context.db.write(async (tx) => {
    await insertDevice(tx, {
      id: deviceId,
      clusterId,
      gate,
      pairingHash: sha256(code),
      pairingExpiresAt: expiresAt,
      at,
      by: actor.accountId,
    });
    await audited(context, tx, actor, {
      action: 'device_offered',
      subject: `device:${deviceId}`,
      detail: { cluster: clusterId },
    });
  });
  return { deviceId, code, link: `${context.config.publicBaseUrl}/door/pair/${code}`, expiresAt };
}

export type Paired = { kind: 'paired'; credential: string; device: PairedDevice } | { kind: 'pairing_invalid' };

/** A phone may be paired the day before and must still work at the end of the cluster, but not for weeks. */
const CREDENTIAL_HOURS = 48;

/** Trades the code for the phone's own credential, which only the phone will hold. */
export async function pairDevice(context: Context, typed: string): Promise<Paired> {
  const code = readPairingCode(typed, PAIRING_LENGTH);
  if (!code) return { kind: 'pairing_invalid' };
  const credential = context.newSecret();
  const credentialHash = sha256(credential);
  const at = instant(context);
  return await context.db.write(async (tx) => {
    const expiresAt = context.now().plus({ hours: CREDENTIAL_HOURS }).toUTC().toISO();
    const taken = await takePairing(tx, { pairingHash: sha256(code), credentialHash, at, expiresAt });
    const device = taken && (await devicesByCredential(tx, [credentialHash], at)).get(credentialHash);
    if (!device) return { kind: 'pairing_invalid' };
    await audited(
      context,
      tx,
      { deviceId: device.id },
      {
        action: 'device_paired',
        subject: `device:${device.id}`,
      },
    );
    return { kind: 'paired', credential, device };
  });
}
