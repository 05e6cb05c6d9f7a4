import { expect } from 'chai';
import { reportedScan } from '../../../server/domain/door/reported-scan.ts';
import { correctedTime, type ReportedScan, scanText } from '../../../server/domain/door/scan.ts';

const scan: ReportedScan = {
  id: '0187563e-9a00-7000-8000-000000000001',
  seq: 1,
  code: '7KQ4XHPTCFGRLMNV3689CFG',
  method: 'camera',
  at: '2023-04-07T13:40:00.000+07:00',
  ageMs: 0,
};

describe('a scan as a phone reports it', () => {
  const fine: [what: string, changes: object][] = [
    ['by camera', {}],
    ['by name: no code, a registration', { code: '', registrationId: scan.id, method: 'search' }],
    ['without the field code', { code: undefined }],
    ['a week old', { ageMs: 7 * 24 * 3600 * 1000 }],
    ['whatever the code says', { code: '={}"\u0000' }],
    ['in Greenwich time', { at: '2023-04-07T06:40:00Z' }],
  ];
  for (const [what, changes] of fine) {
    it(`is taken ${what}`, () => expect(reportedScan.safeParse({ ...scan, ...changes }).success).to.equal(true));
  }

  const wrong: [what: string, changes: object][] = [
    ['an id that is no UUID', { id: '1' }],
    ['a sequence from 0', { seq: 0 }],
    ['half a sequence', { seq: 1.5 }],
    ['a sequence as text', { seq: '1' }],
    ['a code of 301 characters', { code: 'C'.repeat(301) }],
    ['a method nobody knows', { method: 'guess' }],
    ['a moment without a zone', { at: '2023-04-07T13:40:00' }],
    ['a moment that is none', { at: 'hôm nay' }],
    ['an age below nothing', { ageMs: -1 }],
    ['an age above a week', { ageMs: 7 * 24 * 3600 * 1000 + 1 }],
    ['an age that is no number', { ageMs: null }],
  ];
  for (const [what, changes] of wrong) {
    it(`is refused with ${what}`, () =>
      expect(reportedScan.safeParse({ ...scan, ...changes }).success).to.equal(false));
  }
});

describe('when a scan happened', () => {
  const pairedAt = '2023-04-07T01:00:00.000Z';
  const received = '2023-04-07T06:40:00.000Z';
  const cases: [what: string, ageMs: number, at: string][] = [
    ['just now', 0, '2023-04-07T06:40:00.000Z'],
    ['while there was no network', 15 * 60_000, '2023-04-07T06:25:00.000Z'],
    ['never before the phone was paired', 24 * 3600_000, pairedAt],
  ];
  for (const [what, ageMs, at] of cases) {
    it(what, () => expect(correctedTime({ ageMs }, received, pairedAt)).to.equal(at));
  }
});

describe('what a scan says', () => {
  it('does not depend on how long it waited', () => {
    const later: ReportedScan = { ...scan, ageMs: 5 };
    expect(scanText(later)).to.equal(scanText(scan));
  });

  const others: [what: string, changes: Partial<ReportedScan>][] = [
    ['id', { id: '0187563e-9a00-7000-8000-000000000002' }],
    ['sequence', { seq: 2 }],
    ['code', { code: '' }],
    ['registration', { registrationId: scan.id }],
    ['method', { method: 'usb' }],
    ['moment', { at: '2023-04-07T13:41:00.000+07:00' }],
  ];
  for (const [what, changes] of others) {
    it(`changes with the ${what}`, () => {
      const other: ReportedScan = { ...scan, ...changes };
      expect(scanText(other)).not.to.equal(scanText(scan));
    });
  }
});
