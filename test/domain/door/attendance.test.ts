import { expect } from 'chai';
import fc from 'fast-check';
import { type AdmittingScan, attendanceOf } from '../../../server/domain/door/attendance.ts';
import type { DoorCluster } from '../../../server/domain/door/verdict.ts';

const at = (local: string) => new Date(`2023-04-07T${local}+07:00`).toISOString();

const door: DoorCluster = {
  id: 'cluster-2',
  number: 2,
  venue: '',
  zone: 'Asia/Ho_Chi_Minh',
  startsAt: at('13:30:00'),
  doorOpensAt: at('13:00:00'),
  lateFrom: at('14:00:00'),
  doorClosesAt: at('15:45:00'),
};

const scan = (id: string, registrationId: string, local: string, gate = 'Cửa chính'): AdmittingScan => ({
  id,
  registrationId,
  scannedAt: at(local),
  gate,
});

describe('attendance', () => {
  it('is nobody without a scan', () => {
    expect(attendanceOf([], door).size).to.equal(0);
  });

  it('is the first scan of each delegate by corrected time, with its gate', () => {
    const list = attendanceOf(
      [
        scan('c', 'thoai', '14:20:00', 'Cửa sau'),
        scan('b', 'thoai', '13:58:00', 'Cửa chính'),
        scan('a', 'xuyen', '14:00:00'),
      ],
      door,
    );
    expect([...list]).to.have.deep.members([
      ['thoai', { at: at('13:58:00'), gate: 'Cửa chính', punctuality: 'on_time' }],
      ['xuyen', { at: at('14:00:00'), gate: 'Cửa chính', punctuality: 'late' }],
    ]);
  });

  it('breaks a tie by the id of the scan', () => {
    const tied = [scan('b', 'thoai', '13:30:00', 'Cửa sau'), scan('a', 'thoai', '13:30:00', 'Cửa chính')];
    expect(attendanceOf(tied, door).get('thoai')?.gate).to.equal('Cửa chính');
    expect(attendanceOf([...tied].reverse(), door).get('thoai')?.gate).to.equal('Cửa chính');
  });

  it('is the same list whatever the order, the repetition and the batches of uploads', () => {
    const scans = fc.array(
      fc.record({
        id: fc.uuid(),
        registrationId: fc.constantFrom('thoai', 'xuyen', 'khoi', 'ut'),
        scannedAt: fc
          .integer({ min: 0, max: 12 })
          .map((minutes) => at(`13:${50 + Math.min(minutes, 9)}:0${minutes % 2}`)),
        gate: fc.constantFrom('Cửa chính', 'Cửa sau'),
      }),
      { maxLength: 25 },
    );
    // A scan's id stands for one scan: repeats are copies of it.
    const unique = scans.map((all) => [...new Map(all.map((one) => [one.id, one])).values()]);
    const uploads = unique.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    fc.assert(
      fc.property(uploads, ([once, shuffled]) => {
        const sorted = (list: ReturnType<typeof attendanceOf>) => [...list].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(attendanceOf(shuffled, door))).to.deep.equal(sorted(attendanceOf(once, door)));
      }),
      { numRuns: 500 },
    );
  });
});
