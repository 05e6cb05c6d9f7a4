import { expect } from 'chai';
import { compareNames, compareText } from '../../../server/domain/vietnamese/name-order.ts';

describe('the order of Vietnamese names', () => {
  const ordered = [
    'Đỗ An',
    'Nguyễn Văn An',
    'Bùi Ăn',
    'Lê Ân',
    'Trần Bảo',
    'Danh Dũng',
    'Huỳnh Thị Đào',
    'Phan Hòa',
    'Võ Nhơn',
    'Sơn Oanh',
    'Kim Ô',
    'Lý Ơn',
    'Hồ Út',
    'Trần Thị Ý',
  ];

  it('goes by the given name, which comes last, then by the rest', () => {
    expect([...ordered].reverse().sort(compareNames)).to.deep.equal(ordered);
  });

  it('is not what comparing code units gives: that is why it exists', () => {
    expect([...ordered].sort()).not.to.deep.equal(ordered);
  });

  it('puts the same given name in the order of the family names', () => {
    const people = ['Võ Thị An', 'Đỗ An', 'Dương An', 'Nguyễn Văn An'];
    expect(people.sort(compareNames)).to.deep.equal(['Dương An', 'Đỗ An', 'Nguyễn Văn An', 'Võ Thị An']);
  });

  it('takes a name of one word as it is', () => {
    expect(['Ý', 'An'].sort(compareNames)).to.deep.equal(['An', 'Ý']);
  });

  it('orders units by the Vietnamese alphabet: D before Đ', () => {
    const places = ['Đông Hiệp', 'Định Môn', 'Dương Đông', 'Cờ Đỏ', 'Ô Môn', 'Phong Điền'];
    expect(places.sort(compareText)).to.deep.equal([
      'Cờ Đỏ',
      'Dương Đông',
      'Định Môn',
      'Đông Hiệp',
      'Ô Môn',
      'Phong Điền',
    ]);
  });
});
