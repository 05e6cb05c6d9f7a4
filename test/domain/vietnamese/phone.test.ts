import { expect } from 'chai';
import { type PhoneReading, readPhone, showPhone } from '../../../server/domain/vietnamese/phone.ts';

const mobile = (phone: string): PhoneReading => ({ kind: 'mobile', phone });
const landline = (phone: string): PhoneReading => ({ kind: 'landline', phone });
const renamed = (phone: string, from: string, to: string): PhoneReading => ({
  kind: 'mobile',
  phone,
  oldPrefix: { from, to },
});

describe('phone numbers as people type them', () => {
  const cases: [what: string, typed: string, reading: PhoneReading][] = [
    ['a mobile number', '0900000011', mobile('0900000011')],
    ['with spaces', '0900 000 011', mobile('0900000011')],
    ['with dots', '0900.000.011', mobile('0900000011')],
    ['with dashes, brackets and a no-break space', '(0900)-000–011\u00a0', mobile('0900000011')],
    ['with the country code', '+84 900 000 011', mobile('0900000011')],
    ['with the country code but no plus', '84900000011', mobile('0900000011')],
    ['with the country code and the 0 that should have gone', '+84 0900 000 011', mobile('0900000011')],
    ['whose 0 a spreadsheet dropped', '900000011', mobile('0900000011')],
    ['of every mobile series: 03', '0320000011', mobile('0320000011')],
    ['05', '0560000011', mobile('0560000011')],
    ['07', '0790000011', mobile('0790000011')],
    ['08', '0810000011', mobile('0810000011')],
    ['a landline of Cần Thơ', '0292 3600 011', landline('02923600011')],
    ['a landline in brackets', '(0292) 3.600.011', landline('02923600011')],
    ['a landline with the country code', '+84 292 3600 011', landline('02923600011')],
    ['a landline whose 0 a spreadsheet dropped', '2923600011', landline('02923600011')],
    ['an old number whose 0 a spreadsheet dropped', '1680000011', renamed('0380000011', '0168', '038')],
    ['an old number with the country code', '+84 168 0000 011', renamed('0380000011', '0168', '038')],
    ['nothing', '', { kind: 'none' }],
    ['only spaces', ' \u00a0 ', { kind: 'none' }],
  ];
  for (const [what, typed, reading] of cases) {
    it(`reads ${what}: "${typed}"`, () => {
      expect(readPhone(typed)).to.deep.equal(reading);
    });
  }

  describe('numbers of eleven digits from before 2018', () => {
    const prefixes: [from: string, to: string][] = [
      // Viettel
      ['0162', '032'],
      ['0163', '033'],
      ['0164', '034'],
      ['0165', '035'],
      ['0166', '036'],
      ['0167', '037'],
      ['0168', '038'],
      ['0169', '039'],
      // MobiFone
      ['0120', '070'],
      ['0121', '079'],
      ['0122', '077'],
      ['0126', '076'],
      ['0128', '078'],
      // VinaPhone
      ['0123', '083'],
      ['0124', '084'],
      ['0125', '085'],
      ['0127', '081'],
      ['0129', '082'],
      // Vietnamobile, Gmobile
      ['0186', '056'],
      ['0188', '058'],
      ['0199', '059'],
    ];
    for (const [from, to] of prefixes) {
      it(`${from} became ${to}, and the reader is told`, () => {
        expect(readPhone(`${from} 0000 011`)).to.deep.equal(renamed(`${to}0000011`, from, to));
      });
    }
  });

  describe('what is kept as typed, because a phone number never costs the seat', () => {
    for (const typed of [
      '0900 000 01',
      '0130 0000 011',
      '1900 1234',
      '0900000011 / 0900000012',
      'hỏi văn phòng',
      '+1 202 555 0100',
      '0292 3600 011 (máy lẻ 12)',
      '٠٩٠٠٠٠٠٠١١',
    ]) {
      it(`"${typed}"`, () => {
        expect(readPhone(`  ${typed} `)).to.deep.equal({ kind: 'unusual', phone: typed });
      });
    }
  });

  describe('numbers as programs write them', () => {
    for (const typed of ['900000011', '900000011.0', '9.00000011E+08', '9,00000011e8', '8.4900000011E+10']) {
      it(`${typed} has all its digits`, () => {
        expect(readPhone(typed)).to.deep.equal(mobile('0900000011'));
      });
    }
    for (const typed of ['9.33E+08', '9E+08', '9,33E+8', '8.49E+10']) {
      it(`${typed} has lost some, and is kept as typed`, () => {
        expect(readPhone(typed)).to.deep.equal({ kind: 'rounded', phone: typed });
      });
    }
  });

  it('gives the same number when it reads its own result', () => {
    for (const [, typed] of cases) {
      const reading = readPhone(typed);
      if (reading.kind === 'none') continue;
      expect(readPhone(reading.phone)).to.deep.equal({ kind: reading.kind, phone: reading.phone });
    }
  });

  it('shows them in groups, and what is unusual as it is', () => {
    expect(showPhone('0900000011')).to.equal('0900 000 011');
    expect(showPhone('02923600011')).to.equal('0292 360 0011');
    expect(showPhone('1900 1234')).to.equal('1900 1234');
  });
});
