/** Append-only: a migration that has left the house is never edited. The import list is compiled in. */
import type { Tx } from '../schema.ts';
import { up as theMainJob } from './0001-the-main-job.ts';

export const migrations: { name: string; up: (tx: Tx) => Promise<void> }[] = [
  { name: '0001-the-main-job', up: theMainJob },
];
