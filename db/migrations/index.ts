/** Append-only: a migration that has left the house is never edited. The import list is compiled in. */
import type { MigratingEngine } from '../engine/index.ts';
import type { Tx } from '../schema.ts';
import { up as theMainJob } from './0001-the-main-job.ts';
import { up as eventSetUp } from './0002-event-set-up.ts';
import { up as listLife } from './0003-list-life.ts';
import { up as people } from './0004-people.ts';
import { up as drafts } from './0005-drafts.ts';
import { up as told } from './0006-told.ts';
import { up as daysOff } from './0007-days-off.ts';
import { up as enteredOnce } from './0008-entered-once.ts';
import { up as failedSecrets } from './0009-failed-secrets.ts';

export const migrations: { name: string; up: (tx: Tx, engine: MigratingEngine) => Promise<void> }[] = [
  { name: '0001-the-main-job', up: theMainJob },
  { name: '0002-event-set-up', up: eventSetUp },
  { name: '0003-list-life', up: listLife },
  { name: '0004-people', up: people },
  { name: '0005-drafts', up: drafts },
  { name: '0006-told', up: told },
  { name: '0007-days-off', up: daysOff },
  { name: '0008-entered-once', up: enteredOnce },
  { name: '0009-failed-secrets', up: failedSecrets },
];
