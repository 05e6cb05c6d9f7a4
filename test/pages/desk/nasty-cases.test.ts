/**
 * What goes wrong with real lists, from the file to the export. The numbers are those of the collection these cases were
 * drawn up in; the ones that are not about registering are tested where they belong:
 *
 * 14 one guest of the city in three clusters, at the wrong door: test/registration/person.test.ts, test/checkin/scans.test.ts
 * 17 a substitute of a substitute, then the original: test/registration/substitute.test.ts
 * 19 scanned twice, at two doors, without a network: test/checkin/scans.test.ts, test/browser/scanner.test.ts
 * 20 a cluster dated in the wrong year: test/domain/plan/check-plan.test.ts, test/scripts/plan.test.ts
 * 25 returned mail, a full mailbox: test/mail/postman.test.ts, test/mail/smtp-errors.test.ts
 * 26 a small, photographed or cracked code: test/documents/qr.test.ts
 * 27 the event of 2026, of communes without districts: test/events/communes.test.ts, test/events/new-events.test.ts
 * 28 1.005.000 in words: test/domain/words/number-in-words.test.ts
 * 29 a unit of which nobody came: test/reports/lists.test.ts
 * 30 107 rows over nine pages: test/reports/lists.test.ts, test/reports/pages.test.ts
 */
import { expect } from 'chai';
import { readCsv } from '../../documents/read-csv.ts';
import { unzip } from '../../documents/unzip.ts';
import { sheetXml, textRow, workbook } from '../../documents/workbook-parts.ts';
import { formIn } from '../setup/form-in.ts';
import { wordsOf } from '../../support/app.ts';
import { inventedRow, inventedRows, invite, register } from '../../support/cast.ts';
import {
  type Cell,
  type Desk,
  delegate,
  fixture,
  HEADING,
  officialList,
  oldDelegates,
  openDesk,
} from '../../support/nasty-cases.ts';

describe('nasty cases of registration', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const isHandedIn = (answer: { status: number }) => expect(answer.status).to.equal(303);
  /** What the list has in a column beside the name. */
  const cellOf = (csv: Buffer, name: string, heading: string) => {
    const [headings = [], ...rows] = readCsv(csv);
    return rows.find((cells) => cells.some((cell) => cell.endsWith(name)))?.[headings.indexOf(heading)];
  };

  it('1 a name in NFD is the same person as in NFC', async () => {
    const thuy = delegate('Nguyễn Thị Thủy', { honorific: 'Bà', position: 'Trưởng phòng' });
    isHandedIn(await desk.register([thuy]));
    const nfd = officialList([thuy]).map((cells) => cells.map((cell) => String(cell).normalize('NFD')));
    for (const encoding of ['combining', 'keep'] as const) {
      const review = await desk.convert(await desk.upload(nfd), encoding);
      await desk.handIn(review);
    }
    expect(await desk.names()).to.deep.equal(['Nguyễn Thị Thủy']);
    expect(await desk.find('Thủy'.normalize('NFD'))).to.deep.equal(['Nguyễn Thị Thủy']);
  });

  it('2 "Hoà" and "Hòa" are one person twice, shown as typed', async () => {
    const review = await desk.upload(officialList([delegate('Lê Thị Hoà'), delegate('Lê Thị Hòa')]));
    expect(wordsOf(review.text)).to.include('Trùng với dòng 5: Lê Thị Hoà');
    isHandedIn(await desk.handIn(review));
    expect(await desk.names()).to.deep.equal(['Lê Thị Hoà']);
    for (const typed of ['hoà', 'hòa', 'le hoa']) expect(await desk.find(typed), typed).to.deep.equal(['Lê Thị Hoà']);
  });

  it('3 "Ðặng" with the Icelandic Ð is Đặng', async () => {
    isHandedIn(await desk.register([delegate('\u00d0ặng Kim Dung'), delegate('Đặng Kim Dung')]));
    expect(await desk.names()).to.deep.equal(['Đặng Kim Dung']);
    expect(await desk.find('\u00d0ặng')).to.deep.equal(['Đặng Kim Dung']);
  });

  describe('4 sheets from before Unicode', () => {
    it('a CSV in windows-1258 is read at once', async () => {
      const review = await desk.upload(fixture('windows-1258.csv'), 'danh sach.csv');
      isHandedIn(await desk.handIn(review));
      const people = await desk.people();
      expect(people.map(({ fullName }) => fullName)).to.deep.equal([...oldDelegates]);
      expect(people[2]).to.include({ position: 'Chuyên viên', workplace: 'Văn phòng Ủy ban nhân dân huyện' });
    });

    for (const encoding of ['tcvn3', 'vni'] as const) {
      it(`a CSV in ${encoding} is converted once somebody has looked at a sample`, async () => {
        const question = await desk.upload(fixture(`${encoding}.csv`), 'danh sach.csv');
        expect(wordsOf(question.text)).to.include('Họ và tên').and.include('Đơn vị công tác');
        expect(await desk.names()).to.deep.equal([]);
        isHandedIn(await desk.handIn(await desk.convert(question, encoding)));
        const names = (await desk.names()).map((name) => name.toLowerCase());
        expect(names).to.deep.equal(oldDelegates.map((name) => name.toLowerCase()));
        expect((await desk.people())[1]).to.include({ position: 'Phó Trưởng phòng', workplace: 'Phòng Tư pháp' });
      });
    }

    it('a sheet whose fonts tell the old cells apart, capitals drawn by a font among them', async () => {
      const inFont = (font: string, ...texts: string[]): Cell[] => texts.map((text) => ({ text, font }));
      const rows: Cell[][] = [
        HEADING,
        ['1', 'Ông', ...inFont('.VnTime', 'Lª B¶o', 'Tr­ëng phßng', 'Phßng Néi vô'), 'B2', '', '', ''],
        ['2', 'Ông', ...inFont('.VnTimeH', 'nguyÔn v¨n hïng'), 'Chuyên viên', 'Phòng Tư pháp', 'B4', '', '', ''],
        ['3', 'Bà', ...inFont('VNI-Times', 'Voõ Myõ Quyeân', 'Chuyeân vieân'), 'Phòng Y tế', 'B4', '', '', ''],
      ];
      isHandedIn(await desk.handIn(await desk.convert(await desk.upload(rows), 'tcvn3')));
      expect(await desk.names()).to.deep.equal(['Lê Bảo', 'Nguyễn Văn Hùng', 'Võ Mỹ Quyên']);
    });
  });

  it('5 a name in capitals is put right, and nobody is written twice for it', async () => {
    const review = await desk.upload(officialList([delegate('NGUYỄN VĂN ÚT'), delegate('Nguyễn Văn Út')]));
    expect(wordsOf(review.text)).to.include('Nguyễn Văn Út');
    isHandedIn(await desk.handIn(review));
    expect(await desk.names()).to.deep.equal(['Nguyễn Văn Út']);
  });

  it('6 two Nguyễn Văn Hùng of one unit are two people, in one post only when somebody says so', async () => {
    const hung = (changes = {}) => delegate('Nguyễn Văn Hùng', changes);
    isHandedIn(await desk.register([hung(), hung({ position: 'Trưởng phòng', category: 'B2' })]));
    expect(await desk.names()).to.deep.equal(['Nguyễn Văn Hùng', 'Nguyễn Văn Hùng']);
    const twin = Object.fromEntries(
      Object.entries(hung({ note: 'người thứ ba' })).map(([field, value]) => [`row.1.${field}`, String(value)]),
    );
    const path = `/clusters/${desk.clusterId}/registrations`;
    await desk.binh.post(path, { lines: '1', ...twin });
    expect(await desk.names()).to.have.length(2);
    isHandedIn(await desk.binh.post(path, { lines: '1', ...twin, 'row.1.anotherPerson': '1' }));
    expect(await desk.names()).to.have.length(3);
  });

  it('7 names of two and of six syllables stay as they are, also from two columns', async () => {
    const rows = [
      ['STT', 'Họ đệm', 'Tên', 'Chức vụ', 'Thành phần'],
      ['1', 'Công Tằng Tôn Nữ Diệu', 'Hiền', 'Chuyên viên', 'B4'],
      ['2', 'Lê', 'Bảo', 'Chuyên viên', 'B4'],
    ];
    isHandedIn(await desk.handIn(await desk.upload(rows)));
    expect(await desk.names()).to.deep.equal(['Công Tằng Tôn Nữ Diệu Hiền', 'Lê Bảo']);
    expect(await desk.find('thoi lai')).to.deep.equal(['Lê Bảo', 'Công Tằng Tôn Nữ Diệu Hiền']);
  });

  it('8 ethnic names stay as typed and are found by any part', async () => {
    const names = ['Thạch Thị Sa Rây', 'Danh út', 'Y Moan Êban', 'H’Hen Niê'];
    isHandedIn(await desk.register(names.map((name) => delegate(name))));
    expect(await desk.names()).to.deep.equal(names);
    expect(await desk.find('sa ray')).to.deep.equal(['Thạch Thị Sa Rây']);
    expect(await desk.find('eban')).to.deep.equal(['Y Moan Êban']);
    expect(wordsOf((await desk.download('registered.csv')).toString())).to.include('Thạch Thị Sa Rây');
  });

  it('9 a given name of one letter is a name: Trần Thị Ý', async () => {
    const rows = [
      ['STT', 'Họ đệm', 'Tên', 'Chức vụ', 'Thành phần'],
      ['1', 'Trần Thị', 'Ý', 'Chuyên viên', 'B4'],
      ['2', 'Lê Văn', 'Á', 'Chuyên viên', 'B4'],
    ];
    isHandedIn(await desk.handIn(await desk.upload(rows)));
    expect(await desk.names()).to.deep.equal(['Trần Thị Ý', 'Lê Văn Á']);
    expect(await desk.find('tran y')).to.deep.equal(['Trần Thị Ý']);
  });

  it('10 "Ông", "Đ/c", "ThS." before the name are put aside, and Ông answers an empty column', async () => {
    const typed = [
      'Ông Bùi Nhựt Thoại',
      'Đ/c Phan Út',
      'ThS. Võ Mỹ',
      'ThS.Ngô Khởi',
      'Bà PGS.TS. Lý Xuyến',
      'Đ/c: Kim Sơn',
    ];
    isHandedIn(await desk.register(typed.map((name) => delegate(name, { honorific: '' }))));
    const people = await desk.people();
    expect(people.map(({ honorific, fullName }) => `${honorific}|${fullName}`)).to.deep.equal([
      'Ông|Bùi Nhựt Thoại',
      '|Phan Út',
      '|Võ Mỹ',
      '|Ngô Khởi',
      'Bà|Lý Xuyến',
      '|Kim Sơn',
    ]);
  });

  it('11 four people share a mailbox: nobody is a duplicate, each gets an own letter', async () => {
    const email = 'phongnoivu@example.gov.vn';
    const { context, cast } = desk.app;
    isHandedIn(await desk.register(inventedRows(4, 0, { email })));
    await invite(context, cast.actor('an'), desk.clusterId);
    const letters = await context.db.read.selectFrom('letter').select(['recipient', 'invitation_id']).execute();
    expect(letters.map(({ recipient }) => recipient)).to.deep.equal([email, email, email, email]);
    expect(new Set(letters.map((letter) => letter.invitation_id)).size).to.equal(4);
  });

  it('12 without mail and phone a delegate is seated all the same, with a card to print', async () => {
    const { context, cast } = desk.app;
    const review = await desk.upload(officialList([delegate('Danh Út', { email: '', phone: '' })]));
    expect(wordsOf(review.text)).to.include('1 dòng: 1 hợp lệ, 0 cảnh báo, 0 lỗi');
    isHandedIn(await desk.handIn(review));
    const [ut] = await desk.people();
    expect(ut).to.deep.include({ seat: 'seated', email: undefined, phone: undefined });
    await invite(context, cast.actor('an'), desk.clusterId);
    expect((await desk.binh.get(`/registrations/${ut?.id}/pass`)).text).to.include('Danh Út');
  });

  it('13 phones: a number, +84, eleven digits, a landline; none costs anybody the seat', async () => {
    const phones: [typed: Cell, stored: string][] = [
      [900000041, '0900000041'],
      ['+84 900 000 042', '0900000042'],
      ['0168 0000043', '0380000043'],
      ['0292 3600 044', '02923600044'],
      ['(0900) 000.045', '0900000045'],
      ['9.33E+08', '9.33E+08'],
      ['hỏi văn phòng', 'hỏi văn phòng'],
    ];
    const heading = ['Họ và tên', 'Chức vụ', 'Thành phần', 'Điện thoại'];
    const rows = phones.map(([typed], index) => [inventedRow(index).fullName, 'Trưởng phòng', 'B2', typed]);
    const review = await desk.upload([heading, ...rows]);
    expect(wordsOf(review.text)).to.include('0168').and.include('038');
    isHandedIn(await desk.handIn(review));
    const people = await desk.people();
    expect(people.map(({ phone }) => phone)).to.deep.equal(phones.map(([, stored]) => stored));
    expect(await desk.find('+84 900 000 042')).to.deep.equal([inventedRow(1).fullName]);
    expect(cellOf(await desk.download('registered.csv'), inventedRow(1).fullName, 'Điện thoại')).to.equal(
      '0900 000 042',
    );
  });

  it('15 a B7 from a unit that is no host is refused by the name of the rule, in a file and in a script', async () => {
    const b7 = delegate('Lâm Văn Khởi', { category: 'B7', position: 'Văn phòng - Thống kê' });
    const rule = 'Thành phần B7 chỉ dành cho đơn vị đăng cai';
    const review = await desk.upload(officialList([b7]));
    expect(wordsOf(review.text)).to.include(rule);
    expect((await desk.handIn(review)).status).to.equal(422);
    const api = `/api/v1/clusters/${desk.clusterId}/registrations`;
    const answer = await desk.binh.postJson(api, { rows: [b7] });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.include('category_host_only').and.include(rule);
    expect(await desk.names()).to.deep.equal([]);
    isHandedIn(await desk.register([b7], await desk.app.as('phong')));
    expect(await desk.names()).to.deep.equal(['Lâm Văn Khởi']);
  });

  it('16 a head of the office of the interior in B2, B4 and B5 is one head', async () => {
    const phong = await desk.app.as('phong');
    const typed = ['B2, B4, B5', 'B2\nB4\nB5', 'B2 + B4 và B5'];
    const rows = typed.map((category, index) => inventedRow(index, { category }));
    isHandedIn(await desk.register(rows, phong));
    const people = await desk.people();
    for (const { categoryCodes } of people) {
      expect(categoryCodes[0]).to.equal('B2');
      expect(categoryCodes).to.have.members(['B2', 'B4', 'B5']);
    }
    const clusters = (await phong.get('/api/v1/clusters')).json<{ id: string; seated: number }[]>();
    expect(clusters.find(({ id }) => id === desk.clusterId)?.seated).to.equal(3);
  });

  it('18 the 61st delegate waits, and is told so before and after', async () => {
    const { context, cast } = desk.app;
    await context.db.write((tx) =>
      tx
        .updateTable('cluster_unit')
        .set({ quota: 70 })
        .where('cluster_id', '=', desk.clusterId)
        .where('unit_id', '=', cast.unit('927'))
        .execute(),
    );
    const review = await desk.upload(officialList(inventedRows(61)));
    expect(wordsOf(review.text)).to.match(/60 .*1 .*chờ/);
    isHandedIn(await desk.handIn(review));
    const people = await desk.people();
    expect(people.filter(({ seat }) => seat === 'seated')).to.have.length(60);
    expect(people.filter(({ seat }) => seat === 'waiting').map(({ fullName }) => fullName)).to.deep.equal([
      inventedRow(60).fullName,
    ]);
    expect(cellOf(await desk.download('registered.csv'), inventedRow(60).fullName, 'Ghi chú')).to.match(/chờ/i);
  });

  it('21 a unit renamed between registration and export is called what it was called', async () => {
    const { app } = desk;
    isHandedIn(await desk.register([delegate('Danh Út', { workplace: '' })]));
    await desk.moveTo('2023-04-02T08:00');
    const an = await app.as('an');
    const page = `/events/${app.cast.eventId}/units/${app.cast.unit('927')}`;
    const send = async (path: string, changes: Record<string, string>) => {
      const form = formIn((await an.get(page)).text, `${page}/${path}`);
      isHandedIn(await an.post(`${page}/${path}`, { ...form, ...changes }));
    };
    await send('name', { name: 'Xã Thới Lai', from: '01/4/2023' });
    await send('merge', { successor: app.cast.unit('917'), mergedFrom: '02/4/2023' });
    const csv = await desk.download('registered.csv');
    expect(cellOf(csv, 'Danh Út', 'Đơn vị công tác')).to.equal('Huyện Thới Lai');
    expect(csv.toString()).to.include('HUYỆN THỚI LAI').and.not.include('XÃ THỚI LAI');
    expect(await desk.find('thoi lai')).to.deep.equal(['Danh Út']);
  });

  it('22 a position of ninety characters is kept and printed whole', async () => {
    const position = 'Phó Chủ tịch Hội đồng nhân dân kiêm Trưởng Ban Kinh tế - Xã hội Hội đồng nhân dân huyện Thới Lai';
    expect(position.length).to.be.above(90);
    isHandedIn(await desk.register([delegate('Danh Út', { position })]));
    expect((await desk.people())[0]?.position).to.equal(position);
    expect(cellOf(await desk.download('registered.csv'), 'Danh Út', 'Chức vụ')).to.equal(position);
    expect([...unzip(await desk.download('registered.xlsx')).values()].join('')).to.include(position);
    expect(await desk.find('truong ban kinh te')).to.deep.equal(['Danh Út']);
  });

  it('23 a cell "=HYPERLINK(…)" is no name, is text elsewhere, and runs in no export', async () => {
    const formula = '=HYPERLINK("http://example.gov.vn","Bấm vào đây")';
    const review = await desk.upload(
      officialList([delegate(formula), delegate('Danh Út', { position: formula, note: '+1', workplace: '@x' })]),
    );
    expect((await desk.handIn(review)).status).to.equal(422);
    isHandedIn(await desk.handIn(review, { onlyValid: '1' }));
    expect(await desk.people()).to.have.length(1);
    expect((await desk.people())[0]).to.include({ position: formula, note: '+1' });
    const csv = await desk.download('registered.csv');
    expect(cellOf(csv, 'Danh Út', 'Chức vụ')).to.equal(`'${formula}`);
    for (const cells of readCsv(csv)) for (const cell of cells) expect(cell).not.to.match(/^[=+@\t\r]/);
    for (const xml of unzip(await desk.download('registered.xlsx')).values()) expect(xml).not.to.match(/<f[\s>/]/);
  });

  it('23 a formula in the file itself shows its value and is never worked out', async () => {
    const linked =
      '<row><c t="str"><f>HYPERLINK("http://example.gov.vn","Danh Út")</f><v>Danh Út</v></c>' +
      '<c t="inlineStr"><is><t>Chuyên viên</t></is></c><c t="inlineStr"><is><t>B4</t></is></c></row>';
    const bytes = workbook({ sheet: sheetXml(textRow('Họ và tên', 'Chức vụ', 'Thành phần') + linked) });
    isHandedIn(await desk.handIn(await desk.upload(bytes)));
    expect(await desk.names()).to.deep.equal(['Danh Út']);
  });

  it('24 a list after the deadline is not taken, can be asked for, and nothing typed is lost', async () => {
    await register(desk.app.context, desk.app.cast.actor('binh'), { clusterId: desk.clusterId, rows: inventedRows(1) });
    await desk.moveTo('2023-04-03T08:00');
    const review = await desk.upload(officialList([delegate('Danh Út')]));
    expect(review.status).to.equal(200);
    const late = await desk.handIn(review);
    expect(late.status).to.equal(422);
    expect(late.text).to.include('value="Danh Út"');
    expect(await desk.names()).to.have.length(1);
    const form = { ...formIn(review.text, `/clusters/${desk.clusterId}/registrations`), reason: 'bổ sung' };
    const asked = await desk.binh.post(`/clusters/${desk.clusterId}/change-requests`, form);
    expect(asked.location).to.match(/^\/change-requests\//);
    expect(wordsOf((await desk.binh.get(asked.location ?? '')).text)).to.include('Danh Út');
    expect(await desk.names()).to.have.length(1);
  });
});
