import { expect } from 'chai';
import { DateTime } from 'luxon';
import {
  clock,
  clockInWords,
  dateInWords,
  dayMonth,
  fullMoment,
  inZone,
  longDate,
  minuteClock,
  shortDate,
  weekday,
} from '../../../server/domain/words/document-date.ts';

const zone = 'Asia/Ho_Chi_Minh';
const local = (text: string) => DateTime.fromISO(text, { zone });

describe('dates as official documents write them (NĐ 30/2020)', () => {
  const dates: [iso: string, short: string, words: string][] = [
    ['2023-04-05', '05/4/2023', 'ngày 05 tháng 4 năm 2023'],
    ['2023-04-11', '11/4/2023', 'ngày 11 tháng 4 năm 2023'],
    ['2023-01-31', '31/01/2023', 'ngày 31 tháng 01 năm 2023'],
    ['2023-02-09', '09/02/2023', 'ngày 09 tháng 02 năm 2023'],
    ['2023-03-30', '30/3/2023', 'ngày 30 tháng 3 năm 2023'],
    ['2023-10-01', '01/10/2023', 'ngày 01 tháng 10 năm 2023'],
    ['2023-12-25', '25/12/2023', 'ngày 25 tháng 12 năm 2023'],
    ['2024-02-29', '29/02/2024', 'ngày 29 tháng 02 năm 2024'],
  ];
  for (const [iso, short, words] of dates) {
    it(`${iso} is ${short}`, () => {
      expect(shortDate(local(iso))).to.equal(short);
      expect(dateInWords(local(iso))).to.equal(words);
      expect(dayMonth(local(iso))).to.equal(short.slice(0, short.lastIndexOf('/')));
    });
  }

  it('names the days of the week', () => {
    const week = ['03', '04', '05', '06', '07', '08', '09'].map((day) => local(`2023-04-${day}`));
    expect(week.map((day) => weekday(day))).to.deep.equal([
      'Thứ Hai',
      'Thứ Ba',
      'Thứ Tư',
      'Thứ Năm',
      'Thứ Sáu',
      'Thứ Bảy',
      'Chủ nhật',
    ]);
    expect(week.map((day) => weekday(day, 'en')).join(' ')).to.match(/^Monday .* Sunday$/);
  });

  const clocks: [iso: string, words: string, digits: string][] = [
    ['2023-04-05T13:30', '13 giờ 30', '13:30'],
    ['2023-04-05T08:05', '8 giờ 05', '08:05'],
    ['2023-04-05T00:00', '0 giờ 00', '00:00'],
  ];
  for (const [iso, words, digits] of clocks) {
    it(`${digits} is ${words}`, () => {
      expect(clockInWords(local(iso))).to.equal(words);
      expect(clockInWords(local(iso), 'en')).to.equal(digits);
      expect(clock(local(iso))).to.equal(digits);
    });
  }

  it('puts moment and date together', () => {
    const starts = local('2023-04-05T13:30');
    expect(fullMoment(starts)).to.equal('13 giờ 30, Thứ Tư ngày 05/4/2023');
    expect(fullMoment(starts, 'en')).to.equal('13:30, Wednesday 5 April 2023');
    expect(longDate(starts)).to.equal('Thứ Tư, 05/4/2023');
    expect(longDate(starts, 'en')).to.equal('Wednesday, 5 April 2023');
  });

  it('reads an instant in the zone of the event, whatever the machine thinks', () => {
    expect(fullMoment(inZone('2023-04-05T06:30:00.000Z', zone))).to.equal('13 giờ 30, Thứ Tư ngày 05/4/2023');
    expect(shortDate(inZone('2023-04-05T17:00:00.000Z', zone))).to.equal('06/4/2023');
  });

  it('throws on what is no instant and on a zone nobody knows', () => {
    expect(() => inZone('hôm nay', zone)).to.throw('Not an instant');
    expect(() => inZone('2023-04-05T06:30:00.000Z', 'Asia/Can_Tho')).to.throw('Not an instant');
  });

  it('shows minutes after midnight as a clock', () => {
    expect([0, 810, 1439, 1440].map(minuteClock)).to.deep.equal(['00:00', '13:30', '23:59', '24:00']);
  });
});
