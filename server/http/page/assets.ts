/** Built files carry a hash in their names; `public/build/manifest.json` maps the plain name to it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../root.ts';

const manifestFile = join(root, 'public', 'build', 'manifest.json');

function readManifest(): Record<string, string> {
  if (!existsSync(manifestFile)) throw new Error('The browser files are not built yet: run "npm run build".');
  return JSON.parse(readFileSync(manifestFile, 'utf8'));
}

let manifest: Record<string, string> | undefined;

/** `asset('app.css')` → `/build/app-K3J2.css` */
export function asset(name: string): string {
  manifest ??= readManifest();
  const built = manifest[name];
  if (!built) throw new Error(`No built file called ${name}.`);
  return `/build/${built}`;
}

/** `icon('check')` → `/build/icons-7D2A.svg#check` */
export const icon = (name: string): string => `${asset('icons.svg')}#${name}`;
