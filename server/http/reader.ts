/** Who reads the answer: the language and text size they chose. Vietnamese unless somebody asked for English. */
import { parseCookie } from 'cookie';
import type { Request } from 'express';
import type { Language } from '../domain/words/document-date.ts';

export function cookiesOf(req: Request): Record<string, string | undefined> {
  return parseCookie(req.headers.cookie ?? '');
}

/** Pages follow the choice made on the page; office machines often run in English without anybody wanting it. */
export function languageOf(req: Request): Language {
  const chosen = cookiesOf(req)['lang'];
  if (chosen === 'vi' || chosen === 'en') return chosen;
  const isApi = req.path.startsWith('/api/');
  return isApi && /^en\b/i.test(req.headers['accept-language'] ?? '') ? 'en' : 'vi';
}

export const hasLargeText = (req: Request): boolean => cookiesOf(req)['text'] === 'large';

/** The client's address for limits; of an IPv6 one only the /64, which is what one household or office holds. */
export function addressOf(req: Request): string {
  const address = (req.ip ?? 'unknown').replace(/^::ffff:/, '');
  return address.includes(':') ? `${address.split(':').slice(0, 4).join(':')}::/64` : address;
}
