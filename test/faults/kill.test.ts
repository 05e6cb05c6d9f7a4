/** The minute of `npm run faults`, cut to four kills: what was acknowledged is there afterwards, once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { damages, findingsAfter } from '../../scripts/faults/kill-control.ts';
import { killAndCheck } from '../../scripts/faults/kill-loop.ts';
import type { KillRun } from '../../scripts/faults/kill-run.ts';

describe('a server killed in the middle of its work', () => {
  let folder: string;
  let run: KillRun;

  before(async function () {
    this.timeout(120_000);
    folder = mkdtempSync(join(tmpdir(), 'dontiep-kill-'));
    run = await killAndCheck({ folder, kills: 4, doors: 3, desks: 4 });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('was killed four times, with scans and registrations acknowledged in between', () => {
    expect(run.kills).to.equal(4);
    expect(run.findings.scans.acknowledged).to.be.greaterThan(20);
    expect(run.findings.registrations.acknowledged).to.be.greaterThan(0);
  });

  it('keeps every acknowledged scan with its digest, verdict and first answer, and none twice', () => {
    expect(run.findings.scans).to.include({ lost: 0, doubled: 0 });
  });

  it('keeps every acknowledged registration, and none twice though the rows were sent again', () => {
    expect(run.findings.registrations).to.include({ lost: 0, doubled: 0 });
  });

  it('leaves quotas, the file and the audit chain in order, and no answer unexplained', () => {
    expect(run.findings.problems).to.deep.equal([]);
  });

  describe('and the check itself', () => {
    for (const damage of damages) {
      it(`reports it when ${damage.name}`, async () => {
        expect(damage.isReported(await findingsAfter(run, damage))).to.equal(true);
      });
    }
  });
});
