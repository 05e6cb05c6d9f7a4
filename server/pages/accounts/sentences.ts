import type { Request } from 'express';
import { languageOf } from '../../http/reader.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import type { Problems } from './forms.ts';

/** The problems of a form in the reader's language, by field. */
export function sentences(req: Request, problems: Problems): Partial<Record<keyof Problems, string>> {
  const words = wordsIn(languageOf(req)).accountProblems;
  return Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, words[code]]));
}
