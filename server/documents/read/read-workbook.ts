/**
 * Reads a list somebody uploaded, trusting nothing of it: .xlsx or CSV in, a table of texts or a refusal out. In order of
 * cost: the first bytes, the archive's headers, then all the rest in a process that can be killed.
 */
import { openArchive } from './archive.ts';
import { fileKind } from './file-kind.ts';
import { type ReadingLimits, readInChild } from './read-in-child.ts';
import { asReading, type WorkbookReading } from './reading.ts';

/** A file above this is refused; an upload may be cut off there. */
export { measures as workbookMeasures, type WorkbookReading } from './reading.ts';

/**
 * @param fileName as the browser sent it; only its ending is looked at
 * @param sheet the name of the sheet to read; without it the first one that looks like a list
 * @param limits what the reading process may take, where that is not the usual
 * @returns a refusal for any file that cannot be read; throws only when this machine fails
 */
export async function readWorkbook(
  bytes: Buffer,
  { fileName, sheet, limits }: { fileName: string; sheet?: string | undefined; limits?: ReadingLimits },
): Promise<WorkbookReading> {
  try {
    if (fileKind(bytes, fileName) === 'text') return await readInChild({ kind: 'text', bytes }, limits);
    return await readInChild({ kind: 'workbook', parts: await openArchive(bytes), sheet }, limits);
  } catch (error) {
    return asReading(error);
  }
}
