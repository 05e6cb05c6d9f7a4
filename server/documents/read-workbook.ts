/**
 * Reads a list somebody uploaded, trusting nothing of it: .xlsx or CSV in, a table of texts or a refusal out. In order of
 * cost: the first bytes, the archive's headers, inflating with a counter, then parsing in a process that can be killed.
 */
import { unpackWorkbook } from './workbook/archive.ts';
import { fileKind } from './workbook/file-kind.ts';
import { parseInChild } from './workbook/parse-in-child.ts';
import { readDelimited } from './workbook/read-delimited.ts';
import { asReading, type WorkbookReading } from './workbook/reading.ts';

/** A file above this is refused; an upload may be cut off there. */
export { measures as workbookMeasures, type RefusalCode, type WorkbookReading } from './workbook/reading.ts';

/**
 * @param fileName as the browser sent it; only its ending is looked at
 * @param sheet the name of the sheet to read; without it the first one that looks like a list
 * @returns a refusal for any file that cannot be read; throws only when this machine fails
 */
export async function readWorkbook(
  bytes: Buffer,
  { fileName, sheet }: { fileName: string; sheet?: string | undefined },
): Promise<WorkbookReading> {
  try {
    if (fileKind(bytes, fileName) === 'text') return readDelimited(bytes);
    return await parseInChild({ parts: await unpackWorkbook(bytes), sheet });
  } catch (error) {
    return asReading(error);
  }
}
