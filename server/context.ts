import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Db } from '../db/open.ts';
import type { Config } from './config.ts';
import type { Keys } from './keys.ts';

/** All that reaches the outside: handed down from `main`, never imported, so a test can set the clock. */
export type Context = {
  db: Db;
  config: Config;
  log: Logger;
  keys: Keys;
  now: () => DateTime<true>;
  /** A UUIDv7: sorts by time, made by the app on every engine. */
  newId: () => string;
  /** 128 random bits as text for links, sessions and credentials. */
  newSecret: () => string;
};

/** The clock as the database wants it: UTC ISO-8601 text. */
export const instant = (context: Pick<Context, 'now'>): string => context.now().toUTC().toISO();
