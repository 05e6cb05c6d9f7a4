import { expect } from 'chai';
import { type Here, keptScreen, refusedScreen, unkeptScreen } from '../../../public/src/scanner/result-screen.ts';
import { shorten, verdictScreen } from '../../../public/src/scanner/verdict-words.ts';
import type { DoorCluster, Verdict } from '../../../server/domain/door/verdict.ts';
import { door as en } from '../../../server/i18n/en/door.ts';
import { door as vi } from '../../../server/i18n/vi/door.ts';

const person = {
  honorific: 'Ông',
  fullName: 'Bùi Nhựt Thoại',
  position: 'Chủ tịch',
  workplace: 'UBND xã Thạnh Mỹ',
  unitName: 'Huyện Vĩnh Thạnh',
};
const holder = { person, registrationId: 'r1' };
const phongDien: DoorCluster = {
  id: 'c2',
  number: 2,
  venue: 'UBND huyện Phong Điền',
  zone: 'Asia/Ho_Chi_Minh',
  startsAt: '2023-04-07T06:30:00.000Z',
  doorOpensAt: '2023-04-07T06:00:00.000Z',
  lateFrom: '2023-04-07T07:00:00.000Z',
  doorClosesAt: '2023-04-07T10:00:00.000Z',
};
const here: Here = {
  words: vi.scanner,
  language: 'vi',
  zone: 'Asia/Ho_Chi_Minh',
  cluster: { number: 1, venue: 'UBND huyện Vĩnh Thạnh' },
  present: 50,
  code: '7KQ4XHPT',
  looksLikeOurs: true,
};
const at = '2023-04-05T06:42:00.000Z';
/** As it reads: no-break spaces hold words together on the screen and mean nothing here. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const verdicts: Verdict[] = [
  { kind: 'admitted', punctuality: 'on_time', at, ...holder },
  { kind: 'already_admitted', first: { at, gate: 'Cửa phụ' }, ...holder },
  { kind: 'wrong_cluster', right: phongDien, ...holder },
  { kind: 'revoked', at: '2023-04-03T02:15:00.000Z', why: 'substituted', ...holder },
  { kind: 'waiting', ...holder },
  { kind: 'not_today', startsAt: '2023-04-05T06:30:00.000Z', ...holder },
  { kind: 'closed', closedAt: '2023-04-05T08:30:00.000Z', ...holder },
  { kind: 'unknown' },
];

describe('scanner: what the screen says to a verdict', () => {
  const expected: Record<Verdict['kind'], [tone: string, mark: string, sound: string, heading: string, sub: string]> = {
    admitted: ['ok', 'tick', 'valid', 'Hợp lệ - Mời vào', '13:42 · đúng giờ'],
    already_admitted: ['warn', 'clock', 'already', 'Đã điểm danh lúc 13:42', 'Không ghi thêm lượt mới'],
    wrong_cluster: ['wrong', 'signpost', 'wrong', 'Đúng đại biểu, sai cụm', 'Được mời dự Cụm 2, Thứ Sáu, 07/4/2023'],
    revoked: ['stop', 'octagon', 'revoked', 'Mã đã thu hồi', 'Đã cử người đi thay ngày 03/4'],
    waiting: ['warn', 'hourglass', 'already', 'Trong danh sách chờ', 'Chưa có chỗ ở Cụm 1'],
    not_today: ['wrong', 'calendar', 'wrong', 'Không đúng ngày', 'Thứ Tư, 05/4/2023'],
    closed: ['stop', 'lock', 'revoked', 'Đã chốt điểm danh', 'Chốt lúc 15:30'],
    unknown: ['unk', 'diamond', 'unknown', 'Mã không tồn tại', 'Không thuộc sự kiện này'],
  };
  for (const verdict of verdicts) {
    it(verdict.kind, () => {
      const { tone, mark, sound, heading, sub } = verdictScreen(verdict, here);
      expect([tone, mark, sound, plain(heading), sub]).to.deep.equal(expected[verdict.kind]);
    });
  }

  it('is told apart by its picture alone, whatever the colour', () => {
    const marks = verdicts.map((verdict) => verdictScreen(verdict, here).mark);
    expect(new Set(marks).size).to.equal(verdicts.length);
  });

  it('is green and goes away by itself only for a yes', () => {
    const green = verdicts.map((verdict) => verdictScreen(verdict, here)).filter(({ tone }) => tone === 'ok');
    expect(green).to.have.length(1);
    const leaving = verdicts.filter((verdict) => verdictScreen(verdict, here).goesOn);
    expect(leaving.map(({ kind }) => kind)).to.deep.equal(['admitted']);
  });

  it('speaks as one sentence', () => {
    const [yes] = verdicts;
    expect(yes && verdictScreen(yes, here).spoken).to.equal('Hợp lệ. Ông Bùi Nhựt Thoại. Mời vào');
  });

  it('says early and late in words', () => {
    const sub = (punctuality: 'early' | 'late') =>
      verdictScreen({ kind: 'admitted', punctuality, at, ...holder }, here).sub;
    expect(sub('early')).to.equal('13:42 · đến sớm');
    expect(sub('late')).to.equal('13:42 · đến muộn');
  });

  it('names the right cluster, its place and its day', () => {
    const { facts } = verdictScreen({ kind: 'wrong_cluster', right: phongDien, ...holder }, here);
    expect(facts[0]).to.deep.equal({
      icon: 'pin',
      main: 'Cụm 2: UBND huyện Phong Điền',
      sub: '13 giờ 30, Thứ Sáu ngày 07/4/2023',
    });
  });

  it('says why a code was revoked', () => {
    const sub = (why: 'withdrawn' | 'substituted' | 'reissued') =>
      verdictScreen({ kind: 'revoked', at, why, ...holder }, here).sub;
    expect(sub('withdrawn')).to.equal('Đơn vị đã rút đại biểu này');
    expect(sub('reissued')).to.equal('Đã cấp mã mới thay mã này');
  });

  it('keeps the event’s zone, wherever the phone thinks it is', () => {
    const { sub } = verdictScreen(
      { kind: 'admitted', punctuality: 'on_time', at, ...holder },
      { ...here, zone: 'Asia/Tokyo' },
    );
    expect(sub).to.equal('15:42 · đúng giờ');
  });

  it('tells a foreign code from one of ours that nobody knows, and from a name that is gone', () => {
    const about = (more: Partial<Here>) => verdictScreen({ kind: 'unknown' }, { ...here, ...more }).about;
    expect(about({})).to.equal('Đọc được 7KQ4XHPT, không có trong sự kiện này.');
    expect(about({ code: 'https://zalo.me/s/0900000011/nhom-doan', looksLikeOurs: false })).to.equal(
      'Đọc được zalo.me/…, không phải mã đại biểu.',
    );
    expect(about({ code: '' })).to.equal(undefined);
  });

  it('shortens a long code and leaves a short one whole', () => {
    expect(shorten('HTTPS://MOI.EXAMPLE.GOV.VN/I/CCCCCCCCCCCCCCC')).to.equal('MOI.EXAMPLE.GOV.VN/…');
    expect(shorten('x'.repeat(40))).to.equal(`${'x'.repeat(24)}…`);
    expect(shorten('7KQ4XHPT')).to.equal('7KQ4XHPT');
  });

  it('leaves no sentence unfilled, in either language', () => {
    for (const language of ['vi', 'en'] as const) {
      for (const verdict of verdicts) {
        const screen = verdictScreen(verdict, {
          ...here,
          language,
          words: language === 'vi' ? vi.scanner : en.scanner,
        });
        expect(JSON.stringify(screen), `${verdict.kind} in ${language}`).not.to.match(/\{\w+\}|undefined|null/);
      }
    }
  });
});

describe('scanner: what the screen says without a verdict', () => {
  it('is never green, never leaves by itself and says that the scan is kept', () => {
    const screen = keptScreen(here);
    expect(screen).to.include({ tone: 'kept', goesOn: false });
    expect(screen.sub).to.equal('Mất mạng: lượt quét đã giữ trong máy, chưa có kết quả');
  });

  it('says what to do with a scan that was refused', () => {
    expect(refusedScreen('sequence_reused', here).facts[0]?.main).to.equal('Lượt này đã giữ trong máy để xem lại');
  });

  it('offers the name search when too many wrong codes were typed', () => {
    expect(refusedScreen('too_many_typed', here)).to.include({ offersSearch: true, tone: 'unk' });
  });

  it('says when the phone could not keep the scan', () => {
    expect(unkeptScreen(here)).to.include({ tone: 'unk', goesOn: false });
  });
});
