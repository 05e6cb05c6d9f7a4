/**
 * A real Chromium. One browser serves all tests of a run; a test that films needs a browser of its own, because the
 * fake camera's file is a launch flag. `CHROMIUM_PATH` uses another Chromium (macOS, ARM).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import spz from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
];

let executable: Promise<string> | undefined;

/** The package unpacks itself on first use; two launches at once would race for the same folder. */
function chromiumPath(): Promise<string> {
  executable ??= process.env['CHROMIUM_PATH'] ? Promise.resolve(process.env['CHROMIUM_PATH']) : spz.executablePath();
  return executable;
}

/** A browser of its own. `film` is a .y4m file that its camera plays in a loop; `camera: 'denied'` refuses the camera. */
export async function launchBrowser({
  film,
  camera = 'allowed',
}: {
  film?: string;
  camera?: 'allowed' | 'denied';
} = {}): Promise<Browser> {
  return await chromium.launch({
    executablePath: await chromiumPath(),
    args: [
      ...FLAGS,
      camera === 'allowed' ? '--use-fake-ui-for-media-stream' : '--use-fake-ui-for-media-stream=deny',
      ...(film ? [`--use-file-for-fake-video-capture=${film}`] : []),
    ],
  });
}

let shared: Promise<Browser> | undefined;

export function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}

after(async () => {
  await (await shared)?.close();
});

export type OpenPage = {
  page: Page;
  /** Errors of scripts and of the content security policy, as the console tells them. A good page has none. */
  troubles: string[];
  close: () => Promise<void>;
};

/** A page in a fresh profile, the size of a phone unless told otherwise. */
export async function openPage({
  browser,
  url,
  width = 390,
  height = 844,
  ...options
}: BrowserContextOptions & {
  browser?: Browser;
  url?: string;
  width?: number;
  height?: number;
} = {}): Promise<OpenPage> {
  const context = await (browser ?? (await sharedBrowser())).newContext({
    viewport: { width, height },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  if (url) await page.goto(url);
  return { page, troubles, close: () => context.close() };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong, one line each: rule, element. The page's own policy forbids a script tag. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { target: string[] }[] }[] }>(
    `axe.run(document, { resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
