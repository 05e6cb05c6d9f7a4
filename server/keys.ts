/**
 * Keys live in one file outside the database, so a stolen backup opens no invitation. Each purpose has its own key,
 * derived from the file's (HKDF, RFC 5869); `kid` travels with every token so that a key can be replaced one day.
 */
import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type PassCode, SHORT_CODE_LENGTH, TOKEN_LENGTH, toCode } from './domain/door/pass-code.ts';

export type Keys = {
  kid: string;
  /** The codes of one version of an invitation. The same input gives the same codes: re-sending needs no stored secret. */
  passCodes(invitation: { id: string; version: number; kid: string }): { token: PassCode; shortCode: PassCode };
  /** HMAC-SHA-256 over an audit entry, hex. */
  auditMac(text: string): string;
};

/** SHA-256 in hex: all the database ever holds of tokens, sessions and credentials. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function keysFrom(secret: Buffer): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `dontiep/${purpose}`, 32));
  const invitationKey = derive('invitation/1');
  const auditKey = derive('audit/1');
  return {
    kid: '1',
    passCodes({ id, version, kid }) {
      const mac = (purpose: string) =>
        createHmac('sha256', invitationKey).update(`${purpose}|${kid}|${id}|${version}`).digest();
      return { token: toCode(mac('token'), TOKEN_LENGTH), shortCode: toCode(mac('short'), SHORT_CODE_LENGTH) };
    },
    auditMac: (text) => createHmac('sha256', auditKey).update(text).digest('hex'),
  };
}

/** Reads the key file, or makes one that only its owner can read. Throws a sentence when it is not a key file. */
export function readSecretFile(file: string): Buffer {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64,}$/i.test(text) || text.length % 2 !== 0) {
    throw new Error(`SECRET_KEY_FILE ${file} must hold at least 64 hexadecimal digits; it was not changed.`);
  }
  return Buffer.from(text, 'hex');
}
