/** Starts the house: settings, database, app, listen, postman; and an orderly end. */
import { offerFirstAdminLink } from './actions/accounts/first-admin.ts';
import { ConfigError, readConfig } from './config.ts';
import { createContext } from './create-context.ts';
import { root } from './root.ts';
import { closeOnSignal, serve } from './serve.ts';

/** Ends the process with a sentence when the house cannot start. */
export async function start(): Promise<void> {
  try {
    await open();
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exit(1);
  }
}

async function open(): Promise<void> {
  process.umask(0o077); // database, keys and letters are nobody else's to read
  const config = readConfig(process.env, root);
  const context = await createContext(config);
  const serving = await serve(context);
  closeOnSignal(serving);
  console.log(
    `Đón tiếp is ready: ${config.publicBaseUrl}${serving.port === config.port ? '' : ` (port ${serving.port})`}`,
  );
  const link = await offerFirstAdminLink(context);
  if (link) console.log(`Create the first administrator within 24 hours: ${link}`);
}
