import type { PassCode } from '../door/pass-code.ts';

/** The page behind an invitation. `publicBaseUrl` has no trailing slash. */
export const invitationLink = (publicBaseUrl: string, token: PassCode): string => `${publicBaseUrl}/I/${token}`;

/**
 * What the QR code holds: the link in upper case, because a QR code stores upper case, digits and ":/.-" in 5½ bits per
 * character instead of 8. Scheme and host ignore case, our path does too.
 */
export const qrText = (publicBaseUrl: string, token: PassCode): string =>
  invitationLink(publicBaseUrl, token).toUpperCase();
