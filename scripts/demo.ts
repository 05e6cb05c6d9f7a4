/**
 * `npm run demo`: a throw-away database with the 2023 plan moved so that Cụm 1 is in its welcome slot now, invented
 * delegates, letters as files. Everything a visitor or a script needs is printed and written to DATA_DIR/demo.json.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { ConfigError, readConfig } from '../server/config.ts';
import { createContext } from '../server/create-context.ts';
import { root } from '../server/root.ts';
import { closeOnSignal, serve } from '../server/serve.ts';
import { type Demo, fillDemo } from './demo/fill.ts';

const MARK = 'demo.json';

/** Only an empty folder or an earlier demo is ever cleared: a real database must survive a slip of the hand. */
function clearFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder);
  if (files.length > 0 && !files.includes(MARK)) {
    throw new ConfigError(
      `${folder} holds data that is not a demo's; nothing was touched. Please set DATA_DIR to another folder.`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
}

function print(demo: Demo, file: string): void {
  console.log(`\nĐón tiếp, bản chạy thử / demo: ${demo.url}\n`);
  for (const { role, unit, login, password } of demo.accounts) {
    console.log(`  ${login.padEnd(20)} ${password}   ${role}${unit ? `, ${unit}` : ''}`);
  }
  console.log('\nMáy quét / devices (mở trên điện thoại / open on a phone):');
  for (const { clusterId, gate, link } of demo.devices) {
    const number = demo.clusters.find((cluster) => cluster.id === clusterId)?.number;
    console.log(`  Cụm ${number}, ${gate}: ${link}`);
  }
  console.log(`\n${demo.invitations.length} thư mời / invitations, e.g. ${demo.invitations[0]?.link}`);
  console.log(`Tất cả / everything: ${file}\n`);
}

async function main(): Promise<void> {
  const config = readConfig({ DATA_DIR: 'data/demo', ...process.env, SMTP_URL: undefined }, root);
  clearFolder(config.dataDir);
  const context = await createContext(config, { log: pino({ level: 'warn' }) });
  const file = join(config.dataDir, MARK);
  writeFileSync(file, '{}');
  const demo = await fillDemo(context);
  const serving = await serve(context);
  closeOnSignal(serving);
  writeFileSync(file, JSON.stringify(demo, null, 2));
  print(demo, file);
}

main().catch((error) => {
  console.error(error instanceof ConfigError ? error.message : String(error?.stack ?? error));
  process.exit(1);
});
