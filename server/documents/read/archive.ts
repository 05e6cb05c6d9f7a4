/**
 * Takes the parts that hold cells out of an .xlsx, which is a ZIP archive, and leaves them packed: what the headers claim
 * costs nothing to check, and what they hide comes to light in `inflate-parts.ts`, in a process that can be killed.
 */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { measures, mostFrom, Refusal } from './reading.ts';

/** A part as it lies in the archive; `sum` is the CRC-32 of what is in it. */
export type PackedPart = { method: 'stored' | 'deflated'; packed: Buffer; sum: number };

/** Part name in small letters → its bytes, still packed. */
export type PackedParts = Map<string, PackedPart>;

/** The workbook, its relations, texts and styles lie in xl/, the sheets below it; pictures and the like are left out. */
const NEEDED = /^xl\/(?:[^/]+\.xml|_rels\/workbook\d*\.xml\.rels|worksheets\/[^/]+\.xml)$/;

/** Throws a Refusal when the archive is broken, packed to do harm, or not an .xlsx. */
export async function openArchive(bytes: Buffer): Promise<PackedParts> {
  const zip = await orBroken(fromBufferPromise(bytes, { validateEntrySizes: false }));
  if (zip.entryCount > measures.entries) throw new Refusal('inflates_too_much');
  const entries = await orBroken(listEntries(zip));
  checkHeaders(entries, bytes.length);
  const parts: PackedParts = new Map();
  for (const [name, entry] of entries) {
    if (NEEDED.test(name)) parts.set(name, await orBroken(takePart(zip, entry)));
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

function checkHeaders(entries: ReadonlyMap<string, Entry>, fileBytes: number): void {
  const all = [...entries.values()];
  if (all.some((entry) => entry.isEncrypted())) throw new Refusal('password_protected');
  if (entries.has('xl/workbook.bin')) throw new Refusal('xls_old');
  if (entries.has('mimetype') && entries.has('content.xml')) throw new Refusal('ods');
  if (![...entries.keys()].some((name) => /^xl\/workbook\d*\.xml$/.test(name))) throw new Refusal('not_a_workbook');
  const sum = (of: (entry: Entry) => number) => all.reduce((total, entry) => total + of(entry), 0);
  // Parts that lie over one another are together larger than the file, and would be copied out of it each by itself.
  const areOverlapping = sum(({ compressedSize }) => compressedSize) > fileBytes;
  const total = sum(({ uncompressedSize }) => uncompressedSize);
  const isPackedTooTight = all.some(
    ({ uncompressedSize, compressedSize }) => uncompressedSize > mostFrom(compressedSize),
  );
  if (areOverlapping || total > measures.inflatedBytes || isPackedTooTight) throw new Refusal('inflates_too_much');
}

const METHODS: ReadonlyMap<number, PackedPart['method']> = new Map([
  [0, 'stored'],
  [8, 'deflated'],
]);

async function takePart(zip: ZipFile, entry: Entry): Promise<PackedPart> {
  const method = METHODS.get(entry.compressionMethod);
  if (!method) throw new Refusal('broken_file');
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) chunks.push(chunk);
  return { method, packed: Buffer.concat(chunks), sum: entry.crc32 };
}
