import { expect } from 'chai';
import { issuingOffice } from '../../../server/domain/words/issuing-office.ts';

describe('the issuing office', () => {
  it('names the office and the committee above it, in capitals', () => {
    expect(issuingOffice({ name: 'Sở Nội vụ', parentName: 'Thành phố Cần Thơ' })).to.deep.equal({
      superior: 'UBND THÀNH PHỐ CẦN THƠ',
      issuer: 'SỞ NỘI VỤ',
    });
  });

  it('lets the committee of a district issue, not the district', () => {
    expect(issuingOffice({ name: 'Huyện Thới Lai', parentName: undefined }).issuer).to.equal('UBND HUYỆN THỚI LAI');
  });

  it('leaves a committee that is called one as it is', () => {
    expect(issuingOffice({ name: 'Sở Nội vụ', parentName: 'UBND thành phố Cần Thơ' }).superior).to.equal(
      'UBND THÀNH PHỐ CẦN THƠ',
    );
  });

  it('makes up no office above one that stands alone', () => {
    expect(issuingOffice({ name: 'Sở Nội vụ', parentName: undefined }).superior).to.equal(undefined);
  });
});
