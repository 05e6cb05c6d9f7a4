import { expect } from 'chai';
import {
  readTypedDate,
  readTypedDocumentDate,
  readTypedMoment,
  readTypedTime,
} from '../../../server/domain/words/typed-moment.ts';

describe('a date as people type it', () => {
  for (const [typed, date] of [
    ['05/4/2023', '2023-04-05'],
    ['5/4/2023', '2023-04-05'],
    ['05-04-2023', '2023-04-05'],
    ['5.4.2023', '2023-04-05'],
    [' 05 / 4 / 2023 ', '2023-04-05'],
    ['ngày 05 tháng 4 năm 2023', '2023-04-05'],
    ['2023-04-05', '2023-04-05'],
    ['29/02/2024', '2024-02-29'],
  ] as const) {
    it(`reads ${typed}, day before month`, () => expect(readTypedDate(typed)).to.equal(date));
  }

  for (const typed of [
    '',
    '31/4/2023',
    '29/02/2023',
    '13/13/2023',
    '05/4/23',
    '05/4',
    'thứ tư',
    '5/4/20233',
    '05/4/2023 17:00',
  ]) {
    it(`does not make a day of "${typed}"`, () => expect(readTypedDate(typed)).to.equal(undefined));
  }
});

describe('a time as people type it', () => {
  for (const [typed, time] of [
    ['13:30', '13:30'],
    ['7:05', '07:05'],
    ['13h30', '13:30'],
    ['13 giờ 30', '13:30'],
    ['13 giờ 30 phút', '13:30'],
    ['13 giờ', '13:00'],
    ['24:00', '24:00'],
  ] as const) {
    it(`reads ${typed}`, () => expect(readTypedTime(typed)).to.equal(time));
  }

  for (const typed of ['', '25:00', '24:01', '13:60', '13', '1330', '13:3', 'trưa']) {
    it(`does not make a time of "${typed}"`, () => expect(readTypedTime(typed)).to.equal(undefined));
  }
});

describe('a deadline as people type it', () => {
  for (const [typed, moment] of [
    ['17:00 29/3/2023', '2023-03-29T17:00'],
    ['29/3/2023 17:00', '2023-03-29T17:00'],
    ['17 giờ 00, Thứ Tư 29/3/2023', '2023-03-29T17:00'],
    ['2023-03-29T08:15', '2023-03-29T08:15'],
    ['29/3/2023', '2023-03-29T17:00'],
    ['Thứ Tư, 29/3/2023', '2023-03-29T17:00'],
  ] as const) {
    it(`reads ${typed}`, () => expect(readTypedMoment(typed, '17:00')).to.equal(moment));
  }

  for (const typed of ['', '17:00', '31/4/2023', '29/3/2023 25:00', '29/3/2023 17', '24:00 29/3/2023']) {
    it(`does not make a moment of "${typed}"`, () => expect(readTypedMoment(typed, '17:00')).to.equal(undefined));
  }
});

describe('the date of a document', () => {
  it('may leave the day blank, as drafts do', () => {
    expect(readTypedDocumentDate('3/2023')).to.equal('2023-03');
    expect(readTypedDocumentDate('tháng 3 năm 2023')).to.equal('2023-03');
    expect(readTypedDocumentDate('2023-03')).to.equal('2023-03');
    expect(readTypedDocumentDate('15/3/2023')).to.equal('2023-03-15');
  });

  it('is no thirteenth month', () => expect(readTypedDocumentDate('13/2023')).to.equal(undefined));
});
