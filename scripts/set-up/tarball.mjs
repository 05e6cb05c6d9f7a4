// @ts-check
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { SetupError } from './say.mjs';

/** @typedef {import('./pinned-node.mjs').PinnedNode} PinnedNode */

/**
 * The executable's bytes, out of a tarball that is exactly the pinned one.
 * @param {Buffer} tarball
 * @param {PinnedNode} pinned
 * @returns {Buffer}
 */
export function nodeFrom(tarball, { name, version, integrity }) {
  const found = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const path = `package/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`;
  const node = found === integrity ? fileFromTarball(tarball, path) : undefined;
  if (node) return node;
  throw new SetupError(
    `What the registry gave as ${name}@${version} is not the pinned package (its sha512 differs). Nothing was installed; ` +
      `please check the registry in npm's settings.`,
  );
}

/**
 * @param {Buffer} tarball
 * @param {string} path
 * @returns {Buffer | undefined}
 */
function fileFromTarball(tarball, path) {
  const tar = gunzipSync(tarball);
  /** @param {number} from @param {number} to */
  const text = (from, to) => tar.toString('latin1', from, to).replace(/\0[^]*/, '');
  let at = 0;
  // Each file: a header of 512 bytes (name from byte 0, size in octal from byte 124), then its bytes in blocks of 512.
  while (at + 512 <= tar.length) {
    const size = Number.parseInt(text(at + 124, at + 136), 8) || 0;
    if (text(at, at + 100) === path) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return undefined;
}
