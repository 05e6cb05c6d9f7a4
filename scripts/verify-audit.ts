/**
 * `npm run verify-audit [-- NUMBER:HASH]`: recomputes the audit chain. The last line of a run is the head to keep
 * outside the database; given to a later run, it shows whether entries were cut off at the end since then.
 */
import { existsSync } from 'node:fs';
import { type AuditHead, verifyAudit } from '../db/audit/verify-audit.ts';
import { ConfigError, readConfig } from '../server/config.ts';
import { createContext } from '../server/create-context.ts';
import type { Language } from '../server/domain/words/document-date.ts';
import type { Words } from '../server/i18n/catalogue.ts';
import { wordsIn } from '../server/i18n/catalogue.ts';
import { root } from '../server/root.ts';

const languages: readonly Language[] = ['vi', 'en'];
const inBoth = (say: (words: Words['audit']) => string): string =>
  languages.map((language) => say(wordsIn(language).audit)).join('\n');

function refuse(text: string): never {
  console.error(text);
  process.exit(1);
}

function readAnchor(text: string | undefined): AuditHead | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d+):([0-9a-f]{64})$/.exec(text.trim());
  if (!match) return refuse(inBoth((words) => words.usage));
  return { seq: Number(match[1]), hash: match[2] ?? '' };
}

async function main(): Promise<void> {
  const anchor = readAnchor(process.argv[2]);
  const config = readConfig(process.env, root);
  // Opening would make an empty database or a new key, and a new key would find every entry changed.
  for (const file of [config.databaseFile, config.secretKeyFile]) {
    if (!existsSync(file)) refuse(inBoth((words) => words.missing(file)));
  }
  const context = await createContext(config);
  const found = await verifyAudit(context.db.read, context.keys.auditMac, anchor);
  await context.db.close();
  switch (found.kind) {
    case 'broken':
      return refuse(inBoth((words) => words.broken[found.why](found.seq)));
    case 'intact':
      console.log(inBoth((words) => words.intact(found.entries, anchor !== undefined)));
      if (found.head) console.log(`${inBoth((words) => words.keep)}\n${found.head.seq}:${found.head.hash}`);
      return;
    default:
      return found satisfies never;
  }
}

main().catch((error) => refuse(error instanceof ConfigError ? error.message : String(error?.stack ?? error)));
