/** Every file format a list can be had in. A format that is not here does not exist; tests go through this table. */
import { writeCsv } from './csv.ts';
import type { Sheet } from '../sheet.ts';
import { writeXlsx } from './xlsx.ts';

export type Exporter = { contentType: string; write: (sheet: Sheet) => Buffer | Promise<Buffer> };

export const exporters = {
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
  csv: { contentType: 'text/csv; charset=utf-8', write: writeCsv },
} satisfies Record<string, Exporter>;

export type Format = keyof typeof exporters;

export const isFormat = (word: string): word is Format => Object.hasOwn(exporters, word);
