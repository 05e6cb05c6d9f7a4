/**
 * The process that reads one workbook: parts in on its input, the table as JSON on its output. It is killed when it takes
 * too long or too much; it knows no file, no key and no database.
 */
import { deserialize } from 'node:v8';
import { parseWorkbook, type WorkbookJob } from './workbook/parse-workbook.ts';
import { asReading, type WorkbookReading } from './workbook/reading.ts';

function read(job: WorkbookJob): WorkbookReading {
  try {
    return parseWorkbook(job);
  } catch (error) {
    return asReading(error);
  }
}

process.stdout.write(' '); // it runs; see parse-in-child.ts
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(JSON.stringify(read(deserialize(Buffer.concat(chunks)))));
