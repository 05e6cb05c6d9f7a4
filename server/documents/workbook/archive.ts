/**
 * Takes the parts that hold cells out of an .xlsx, which is a ZIP archive. What the headers claim is checked first and
 * costs nothing; headers lie, so the bytes are counted again while they are inflated. Nothing is written to disk.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { measures, Refusal } from './reading.ts';

/** Part name in small letters → its XML as UTF-8. */
export type Parts = Map<string, Buffer>;

/** The workbook, its relations, texts and styles lie in xl/, the sheets below it; pictures and the like stay packed. */
const NEEDED = /^xl\/(?:[^/]+\.xml|_rels\/workbook\d*\.xml\.rels|worksheets\/[^/]+\.xml)$/;

/** Throws a Refusal when the archive is broken, packed to do harm, or not an .xlsx. */
export async function unpackWorkbook(bytes: Buffer): Promise<Parts> {
  const zip = await orBroken(fromBufferPromise(bytes, { validateEntrySizes: false }));
  if (zip.entryCount > measures.entries) throw new Refusal('inflates_too_much');
  const entries = await orBroken(listEntries(zip));
  checkHeaders(entries);
  const parts: Parts = new Map();
  let left: number = measures.inflatedBytes;
  for (const [name, entry] of entries) {
    if (!NEEDED.test(name)) continue;
    const part = await inflate(zip, entry, left);
    left -= part.length;
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new Refusal('unsafe_xml');
    parts.set(name, part);
  }
  return parts;
}

/** yauzl throws on whatever does not follow the ZIP specification, file names like `../../x` among it. */
async function orBroken<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('broken_file');
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    // Two parts of one name: programs differ in which one they read.
    if (entries.has(name)) throw new Refusal('broken_file');
    entries.set(name, entry);
  }
  return entries;
}

function checkHeaders(entries: ReadonlyMap<string, Entry>): void {
  const all = [...entries.values()];
  if (all.some((entry) => entry.isEncrypted())) throw new Refusal('password_protected');
  if (entries.has('xl/workbook.bin')) throw new Refusal('xls_old');
  if (![...entries.keys()].some((name) => /^xl\/workbook\d*\.xml$/.test(name))) throw new Refusal('not_a_workbook');
  const total = all.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const isPackedTooTight = all.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > measures.ratioFrom && uncompressedSize > compressedSize * measures.ratio,
  );
  if (total > measures.inflatedBytes || isPackedTooTight) throw new Refusal('inflates_too_much');
}

async function inflate(zip: ZipFile, entry: Entry, left: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  let sum = 0;
  await orBroken(
    (async () => {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        length += chunk.length;
        if (length > left) throw new Refusal('inflates_too_much');
        sum = crc32(chunk, sum);
        chunks.push(chunk);
      }
    })(),
  );
  if (sum !== entry.crc32) throw new Refusal('broken_file');
  return Buffer.concat(chunks, length);
}
