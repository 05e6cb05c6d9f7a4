import { expect } from 'chai';
import { issuingUnit, postLine, unitInSentence } from '../../../server/domain/words/address-line.ts';

describe('the office that invites', () => {
  const cases: [string, boolean, string][] = [
    ['Sở Nội vụ', true, 'Sở Nội vụ'],
    ['Huyện Vĩnh Thạnh', false, 'Ủy ban nhân dân huyện Vĩnh Thạnh'],
    ['quận Ô Môn', false, 'Ủy ban nhân dân quận Ô Môn'],
    ['Xã Trường Xuân A', false, 'Ủy ban nhân dân xã Trường Xuân A'],
    ['UBND quận Bình Thủy', false, 'Ủy ban nhân dân quận Bình Thủy'],
    ['Sở Thông tin và Truyền thông', false, 'Sở Thông tin và Truyền thông'],
  ];
  for (const [unitName, isLead, issuer] of cases) {
    it(`${unitName} → ${issuer}`, () => expect(issuingUnit({ unitName, isLead })).to.equal(issuer));
  }
});

describe('the line under a name', () => {
  const cases: [string, string, string, string][] = [
    ['Phó Giám đốc', 'Sở Tư pháp', 'Sở Nội vụ', 'Phó Giám đốc, Sở Tư pháp, Sở Nội vụ'],
    ['Chủ tịch UBND', 'Xã Thạnh Mỹ', 'Huyện Vĩnh Thạnh', 'Chủ tịch UBND, xã Thạnh Mỹ, huyện Vĩnh Thạnh'],
    ['Chủ tịch UBND xã Thạnh Mỹ', 'Xã Thạnh Mỹ', 'Huyện Vĩnh Thạnh', 'Chủ tịch UBND xã Thạnh Mỹ, huyện Vĩnh Thạnh'],
    ['Trưởng phòng Nội vụ', '', 'Quận Ô Môn', 'Trưởng phòng Nội vụ, quận Ô Môn'],
    ['Chủ tịch UBND huyện Thới Lai', '', 'Huyện Thới Lai', 'Chủ tịch UBND huyện Thới Lai'],
    ['Chuyên viên', 'Sở Nội vụ', 'Sở Nội vụ', 'Chuyên viên, Sở Nội vụ'],
  ];
  for (const [position, workplace, unitName, line] of cases) {
    it(line, () => expect(postLine({ position, workplace, unitName })).to.equal(line));
  }

  it('keeps the capital of an office and drops that of a place', () => {
    expect(unitInSentence('Thị trấn Thạnh An')).to.equal('thị trấn Thạnh An');
    expect(unitInSentence('Sở Nội vụ')).to.equal('Sở Nội vụ');
  });
});
