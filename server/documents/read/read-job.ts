/** What one reading process is given, and what it makes of it. */
import { parseWorkbook, type WorkbookJob } from './parse-workbook.ts';
import { readDelimited } from './read-delimited.ts';
import { asReading, type WorkbookReading } from './reading.ts';

export type ReadingJob = { kind: 'text'; bytes: Buffer } | ({ kind: 'workbook' } & WorkbookJob);

export async function readJob(job: ReadingJob): Promise<WorkbookReading> {
  try {
    return job.kind === 'text' ? await readDelimited(job.bytes) : parseWorkbook(job);
  } catch (error) {
    return asReading(error);
  }
}
