import { expect } from 'chai';
import { isSyllable } from '../../../server/domain/vietnamese/syllable.ts';

const words = (text: string) => text.split(' ');

describe('the spelling of a Vietnamese syllable', () => {
  for (const word of words(
    'Nguyễn Trần Lê Phạm Huỳnh Võ Phan Trương Bùi Đặng Đỗ Ngô Hồ Dương Lý Quách Lâm Châu Thạch Danh Kim Kiên ' +
      'Phước Nhựt Mỹ Út Ẩn Xuyến Quyên Thoại Nhơn Vĩnh Khởi Ngoan Ý Yến Oanh Uyên Khuya Thuở Nghĩa Gì Giếng Giường ' +
      'Hoà Hòa Thuý Thúy quốc hươu rượu thuế xoong khuỷu quý quá ngoáy huỵch được',
  )) {
    it(`${word} is one, in capitals and decomposed too`, () => {
      for (const written of [word, word.toUpperCase(), word.normalize('NFD')])
        expect(isSyllable(written)).to.equal(true);
    });
  }
  for (const word of words('NguyÔn Tieáng ViÖt V¨n Huøng Müller Muñoz Zoë Brontë ®¹i sàch tìch mập̀ xyz ó̀')) {
    it(`${word} is none`, () => {
      expect(isSyllable(word)).to.equal(false);
    });
  }
});
