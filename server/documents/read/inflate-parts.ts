/** Inflates the parts of an .xlsx, counting what comes out: headers lie. Runs in the process that can be killed. */
import { crc32, inflateRawSync } from 'node:zlib';
import type { PackedPart, PackedParts } from './archive.ts';
import { measures, mostFrom, Refusal } from './reading.ts';

/** Part name in small letters → its XML as UTF-8. */
export type Parts = Map<string, Buffer>;

/** Throws a Refusal when a part is broken, grows too much, or declares a document type. */
export function inflateParts(packed: PackedParts): Parts {
  const parts: Parts = new Map();
  let left: number = measures.inflatedBytes;
  for (const [name, part] of packed) {
    const bytes = inflate(part, left);
    left -= bytes.length;
    if (crc32(bytes) !== part.sum) throw new Refusal('broken_file');
    if (bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY')) throw new Refusal('unsafe_xml');
    parts.set(name, bytes);
  }
  return parts;
}

function inflate({ method, packed }: PackedPart, left: number): Buffer {
  const most = Math.min(left, mostFrom(packed.length));
  if (method === 'stored') {
    if (packed.length > most) throw new Refusal('inflates_too_much');
    return packed;
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    const isTooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new Refusal(isTooMuch ? 'inflates_too_much' : 'broken_file');
  }
}
