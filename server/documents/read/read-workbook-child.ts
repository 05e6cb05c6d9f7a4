/**
 * The process that reads one list: a file's text or a workbook's parts in on its input, the table as JSON on its output.
 * It is killed when it takes too long or too much; it knows no file, no key and no database.
 */
import { deserialize } from 'node:v8';
import { readJob } from './read-job.ts';

process.stdout.write(' '); // it runs; see read-in-child.ts
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(JSON.stringify(await readJob(deserialize(Buffer.concat(chunks)))));
