/** Writes the hostile files into a folder, each under its number. A process of its own: see `hostile-files.test.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostileFiles } from './hostile-files.ts';

const folder = process.argv[2] ?? '';
for (const [index, { bytes }] of hostileFiles.entries()) writeFileSync(join(folder, String(index)), bytes());
