/** The only file that acts on import: settings, database, app, listen, postman; and an orderly end. */

import { createServer } from 'node:http';
import { offerFirstAdminLink } from './accounts/first-admin.ts';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { createContext } from './create-context.ts';
import { startPostman } from './mail/postman.ts';
import { root } from './root.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env, root);
  const context = await createContext(config);
  const server = createServer(createApp(context));
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.on('error', (error) => fail(`The server cannot listen on port ${config.port}: ${error.message}`));
  server.listen(config.port, config.host, async () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    console.log(`Đón tiếp is ready: ${config.publicBaseUrl}${port === config.port ? '' : ` (port ${port})`}`);
    const link = await offerFirstAdminLink(context);
    if (link) console.log(`Create the first administrator within 24 hours: ${link}`);
  });
  const postman = startPostman(context);

  let isClosing = false;
  const close = async () => {
    if (isClosing) return;
    isClosing = true;
    await postman.stop();
    server.closeIdleConnections();
    server.close(async () => {
      await context.db.close();
      process.exit(0);
    });
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}

function fail(text: string): never {
  console.error(text);
  process.exit(1);
}

main().catch((error) => fail(error instanceof ConfigError ? error.message : String(error?.stack ?? error)));
