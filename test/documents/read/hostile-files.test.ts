import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readWorkbook } from '../../../server/documents/read/read-workbook.ts';
import { openArchive } from '../../../server/documents/read/archive.ts';
import { readInChild } from '../../../server/documents/read/read-in-child.ts';
import { root } from '../../../server/root.ts';
import { hostileFiles } from '../hostile-files.ts';
import { sheetXml, textRow, workbook } from '../workbook-parts.ts';

const MB = 1024 * 1024;
/** What stops a file is its content; the clock has its own tests below, and `scripts/bench/hostile-files.ts`. */
const noHurry = { startMs: 30_000, ms: 30_000, heapMb: 192 };

describe('files that were made to do harm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dontiep-hostile-'));
  let atFirst = 0;
  let highest = 0;
  const look = () => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };

  before(async function () {
    this.timeout(60_000);
    // Building the files takes more memory than reading them may, so another process does it.
    execFileSync(process.execPath, [join(root, 'test/documents/write-hostile-files.ts'), folder], {
      cwd: root,
    });
    // The first file loads what every other needs; that is no growth.
    await readWorkbook(workbook(), { fileName: 'ds.xlsx' });
    atFirst = process.memoryUsage.rss();
  });

  after(() => rmSync(folder, { recursive: true }));

  for (const [index, { what, fileName, expected }] of hostileFiles.entries()) {
    it(`${expected === 'table' ? 'are read without harm' : `are refused as ${expected}`}: ${what}`, async () => {
      const file = readFileSync(join(folder, String(index)));
      const watch = setInterval(look, 20);
      const reading = await readWorkbook(file, { fileName, limits: noHurry });
      clearInterval(watch);
      look();
      expect(reading.kind === 'table' ? 'table' : reading.code).to.equal(expected);
    });
  }

  it('are more than forty', () => {
    expect(hostileFiles.length).to.be.above(40);
  });

  it('leave the server’s memory and its objects as they were', () => {
    expect((highest - atFirst) / MB).to.be.below(100);
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
    expect(Object.getPrototypeOf({})).to.equal(Object.prototype);
    expect(Reflect.get({}, 'x')).to.equal(undefined);
  });
});

describe('the process that reads a workbook', () => {
  const job = async () => ({ kind: 'workbook' as const, parts: await openArchive(workbook()), sheet: undefined });
  const usual = { startMs: 10_000, ms: 5000, heapMb: 192 };
  const rows = Array.from({ length: 15_000 }, (_, index) => textRow(`Bùi Nhựt Thoại ${index}`, 'x'.repeat(60)));
  const longJob = async () => ({
    kind: 'workbook' as const,
    parts: await openArchive(workbook({ sheet: sheetXml(rows.join('')) })),
    sheet: undefined,
  });
  const tooSlow = { kind: 'refused', code: 'too_slow' };

  it('is killed when it does not come to life', async () => {
    expect(await readInChild(await job(), { ...usual, startMs: 1 })).to.deep.equal(tooSlow);
  });

  it('is killed when its work takes too long', async () => {
    expect(await readInChild(await longJob(), { ...usual, ms: 1 })).to.deep.equal(tooSlow);
  });

  it('may run out of memory without the server noticing', async () => {
    const starved = await readInChild(await longJob(), { ...usual, heapMb: 8 });
    expect(starved).to.deep.equal({ kind: 'refused', code: 'inflates_too_much' });
    expect((await readInChild(await longJob(), usual)).kind).to.equal('table');
  });

  it('is one of two at a time; the others wait, and past twenty are sent away', async () => {
    const jobs = await Promise.all(Array.from({ length: 24 }, job));
    const readings = await Promise.all(
      jobs.map((one, index) => readInChild(one, { ...usual, startMs: index < 22 ? 1 : 10_000 })),
    );
    const codes = readings.map((reading) => (reading.kind === 'refused' ? reading.code : 'table'));
    expect(codes.filter((code) => code === 'too_busy')).to.have.length(2);
    expect(codes.slice(0, 22)).to.deep.equal(Array.from({ length: 22 }, () => 'too_slow'));
    expect((await readInChild(await job(), usual)).kind).to.equal('table');
  });

  it('is started in one file of the server, and nowhere else', () => {
    const files = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        /node:(child_process|cluster|worker_threads)/.test(readFileSync(join(root, 'server', file), 'utf8')),
      );
    expect(files).to.deep.equal([join('documents', 'read', 'read-in-child.ts')]);
  });
});
