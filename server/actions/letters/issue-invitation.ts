import { insertInvitation, isCodeTaken, nextVersion } from '../../../db/letters/invitations.ts';
import type { Tx } from '../../../db/schema.ts';
import type { Context } from '../../context.ts';
import { sha256 } from '../../keys.ts';

/**
 * Writes the next invitation of a registration and returns its id. Its codes follow from id, version and key, so only
 * their hashes are stored. When a code is taken already (34 bits of short code may meet), the next version is used.
 */
export async function issueInvitation(
  tx: Tx,
  { keys, newId }: Pick<Context, 'keys' | 'newId'>,
  { registrationId, at }: { registrationId: string; at: string },
): Promise<string> {
  const id = newId();
  for (let version = await nextVersion(tx, registrationId); ; version += 1) {
    const codes = keys.passCodes({ id, version, kid: keys.kid });
    const hashes = { tokenHash: sha256(codes.token), shortCodeHash: sha256(codes.shortCode) };
    if (await isCodeTaken(tx, hashes)) continue;
    await insertInvitation(tx, { id, registrationId, version, kid: keys.kid, ...hashes, at });
    return id;
  }
}
