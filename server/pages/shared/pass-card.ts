/** The codes of an invitation as pictures and text. Made anew each time: no secret is stored. */
import type { Invitation } from '../../../db/letters/invitations.ts';
import type { Context } from '../../context.ts';
import { qrSvgDataUri } from '../../documents/qr.ts';
import { qrText } from '../../domain/letters/invitation-link.ts';
import { showShortCode } from '../../domain/door/pass-code.ts';

export type PassCard = { qr: string; shortCode: string };

export function passCard({ keys, config }: Pick<Context, 'keys' | 'config'>, invitation: Invitation): PassCard {
  const { token, shortCode } = keys.passCodes(invitation);
  return { qr: qrSvgDataUri(qrText(config.publicBaseUrl, token)), shortCode: showShortCode(shortCode) };
}
