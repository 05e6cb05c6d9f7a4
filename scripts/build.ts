/**
 * Builds what the browser and `npm start` run: hashed files in public/build with a manifest, the server in dist.
 * esbuild only translates; types are checked by `npm test`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { build } from 'esbuild';
import { root } from '../server/root.ts';
import { iconSprite } from './icons.ts';

const out = join(root, 'public', 'build');
const source = join(root, 'public', 'src');
const manifest: Record<string, string> = {};

function hashed(name: string, content: string | Uint8Array): string {
  const { name: stem, ext } = parse(name);
  return `${stem}-${createHash('sha256').update(content).digest('hex').slice(0, 10)}${ext}`;
}

function emit(name: string, content: string | Uint8Array): void {
  manifest[name] = hashed(name, content);
  writeFileSync(join(out, manifest[name]), content);
}

/** The decoder's WebAssembly comes from the very package whose script loads it: versions that differ crash. */
function emitDecoder(): void {
  emit(
    'zxing_reader.wasm',
    readFileSync(join(root, 'node_modules', 'zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm')),
  );
}

/** Every script in public/src itself is an entry; folders hold what the entries import. */
async function buildBrowser(): Promise<void> {
  const scripts = readdirSync(source).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const result = await build({
    entryPoints: [...scripts.map((file) => join(source, file)), join(root, 'public', 'static', 'css', 'app.css')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome109', 'safari15'],
    loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file' },
    outdir: out,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/build',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const [file, { entryPoint, inputs }] of Object.entries(result.metafile.outputs)) {
    const [input = ''] = Object.keys(inputs);
    if (entryPoint) manifest[basename(entryPoint).replace(/\.ts$/, '.js')] = basename(file);
    // Pages ask for the four fonts of nearly every line before the style sheet names them.
    else if (input.endsWith('.woff2')) manifest[basename(input)] = basename(file);
  }
}

/** A process of its own is started for each workbook that is read; its script lies beside main.js. */
async function buildServer(): Promise<void> {
  const options = {
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    sourcemap: true,
    outdir: join(root, 'dist'),
    entryNames: '[name]',
    logLevel: 'warning',
  } as const;
  await build({ ...options, entryPoints: [join(root, 'server', 'documents', 'read', 'read-workbook-child.ts')] });
  // What main.ts imports later stays a file of its own: in one file the driver would be loaded before main.ts begins.
  await build({
    ...options,
    entryPoints: [join(root, 'server', 'main.ts')],
    splitting: true,
    chunkNames: '[name]',
  });
}

// Files of an earlier build stay for pages that are still open; a changed file has another name.
if (existsSync(out) && readdirSync(out).length > 400) rmSync(out, { recursive: true });
mkdirSync(out, { recursive: true });
emit('icons.svg', iconSprite());
emitDecoder();
await buildBrowser();
writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2));
await buildServer();
