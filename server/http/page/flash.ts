/** A sentence for the next page, kept in a cookie that is read once. It holds a code and plain words, never markup. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import { wordsIn } from '../../i18n/catalogue.ts';
import type { FlashWords } from '../../i18n/vi/flash.ts';
import { cookiesOf, languageOf } from '../reader.ts';

const NAME = 'flash';
const shape = z.object({ code: z.string(), words: z.array(z.string().max(200)).max(4) });

export function setFlash<Code extends keyof FlashWords>(
  res: Response,
  code: Code,
  ...words: Parameters<FlashWords[Code]>
) {
  const value = Buffer.from(JSON.stringify({ code, words })).toString('base64url');
  res.cookie(NAME, value, { httpOnly: true, sameSite: 'lax', secure: res.req.secure, path: '/', maxAge: 60_000 });
}

/** The waiting sentence in the reader's language, if any; it is shown once. */
export function takeFlash(req: Request, res: Response): string | undefined {
  const value = cookiesOf(req)[NAME];
  if (!value) return undefined;
  res.clearCookie(NAME, { path: '/' });
  try {
    const { code, words } = shape.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
    const sentences: Record<string, (...words: string[]) => string> = wordsIn(languageOf(req)).flash;
    return Object.hasOwn(sentences, code) ? sentences[code]?.(...words) : undefined;
  } catch {
    return undefined; // a cookie somebody edited is no reason to fail the page
  }
}
