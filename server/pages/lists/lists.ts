/** Which lists there are, and what the address of one means. */
import { type Format, isFormat } from '../../documents/write/exporters.ts';
import type { Sheet } from '../../documents/sheet.ts';
import { NotAvailable, NotFound } from '../../errors.ts';
import { attendanceSheet } from './attendance-sheet.ts';
import type { ListFacts } from './load-list.ts';
import { registeredSheet } from './registered-sheet.ts';

export const sheets = {
  registered: registeredSheet,
  attendance: attendanceSheet,
} satisfies Record<string, (facts: ListFacts) => Sheet>;

export type ListKind = keyof typeof sheets;

const isListKind = (word: string): word is ListKind => Object.hasOwn(sheets, word);

/** Promised by the contract and still to come: they get a sentence of their own. */
const LATER_KINDS = ['sign-in', 'payment', 'costs', 'result'];
const LATER_FORMATS = ['docx', 'pdf'];

/** @throws NotAvailable for a list that is still to come, NotFound for a word that means none */
export function listKind(word: string): ListKind {
  if (isListKind(word)) return word;
  if (LATER_KINDS.includes(word)) throw new NotAvailable();
  throw new NotFound();
}

/**
 * Reads the last part of a list's address: `attendance.xlsx`.
 *
 * @throws NotAvailable for a list or format that is still to come, NotFound for anything else
 */
export function listFile(file: string): { kind: ListKind; format: Format } {
  const [, word = '', ending = ''] = /^([a-z-]+)\.([a-z]+)$/.exec(file) ?? [];
  if (!isFormat(ending) && !LATER_FORMATS.includes(ending)) throw new NotFound();
  const kind = listKind(word);
  if (!isFormat(ending)) throw new NotAvailable();
  return { kind, format: ending };
}
