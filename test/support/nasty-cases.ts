/** The desk of Thới Lai with a file in the hand: what clerks really send, uploaded, handed in, looked up and exported. */
import { readFileSync } from 'node:fs';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { type Registration, registrationsOf } from '../../db/people/registrations.ts';
import { emptyRow, type RowField, type TypedRow } from '../../server/domain/list/row.ts';
import { type Form, formIn } from '../pages/setup/form-in.ts';
import { type Answer, type Client, startApp, type TestApp, wordsOf } from './app.ts';

export const HEADING = [
  ...['STT', 'Ông/Bà', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Thành phần', 'Điện thoại', 'Email', 'Ghi chú'],
];
const FIELDS: readonly RowField[] = [
  ...(['honorific', 'fullName', 'position', 'workplace', 'category', 'phone', 'email', 'note'] as const),
];

/** What a spreadsheet's cell holds: a text, a number, or a text in a font of its own. */
export type Cell = string | number | { text: string; font: string };

/** A delegate with nothing to remark but what the case is about. */
export const delegate = (fullName: string, changes: Partial<TypedRow> = {}): TypedRow => ({
  ...emptyRow(),
  honorific: 'Ông',
  fullName,
  position: 'Chuyên viên',
  workplace: 'Phòng Nội vụ',
  category: 'B4',
  phone: '0900 000 041',
  email: 'dai.bieu@example.gov.vn',
  ...changes,
});

/** As an office draws its list: titles, the heading, a group, numbered delegates, a total and the signatures. */
export const officialList = (rows: readonly TypedRow[]): Cell[][] => [
  ['', 'ỦY BAN NHÂN DÂN HUYỆN THỚI LAI'],
  ['', 'DANH SÁCH ĐẠI BIỂU THAM DỰ TỌA ĐÀM'],
  HEADING,
  ['I', 'HUYỆN THỚI LAI'],
  ...rows.map((row, index) => [String(index + 1), ...FIELDS.map((field) => row[field])]),
  ['', '', `Tổng cộng: ${rows.length} đại biểu`],
  ['', '', 'Người lập biểu', '', '', '', 'TM. ỦY BAN NHÂN DÂN'],
  ['', '', 'Lý Văn Lập', '', '', '', 'Ngô Văn Ký'],
];

export const workbookOf = (rows: readonly (readonly Cell[])[]): Promise<Buffer> =>
  writeExcelFile(rows.map((row) => row.map(toCell))).toBuffer();

function toCell(cell: Cell): CellObject {
  if (typeof cell === 'number') return { type: Number, value: cell };
  return typeof cell === 'string'
    ? { type: String, value: cell }
    : { type: String, value: cell.text, fontFamily: cell.font };
}

/** A file whose bytes matter: made outside of this house, in the encoding it is called by. */
export const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

/** The three delegates of `tcvn3.csv`, `vni.csv` and `windows-1258.csv`. */
export const oldDelegates = ['Nguyễn Thị Phước Thoại', 'Đặng Hữu Nhựt', 'Trần Thị Ý'] as const;

export type Desk = {
  app: TestApp;
  binh: Client;
  clusterId: string;
  /** Uploads a workbook made of these cells, or a file as it is, and gives the page that follows. */
  upload: (file: readonly (readonly Cell[])[] | Buffer, name?: string, who?: Client) => Promise<Answer>;
  /** Answers the question about an old encoding. */
  convert: (question: Answer, encoding: 'tcvn3' | 'vni' | 'combining' | 'keep') => Promise<Answer>;
  /** Presses the button that hands in on the page of the review. */
  handIn: (review: Answer, changes?: Form, who?: Client) => Promise<Answer>;
  /** Uploads an official list and hands it in as it was read. */
  register: (rows: readonly TypedRow[], who?: Client) => Promise<Answer>;
  /** Everybody in cluster 2, in list order. */
  people: () => Promise<Registration[]>;
  names: () => Promise<string[]>;
  /** Whom Bình finds by what she types. */
  find: (typed: string) => Promise<string[]>;
  /** A list of cluster 2 as the accountant takes it home. */
  download: (file: 'registered.csv' | 'registered.xlsx') => Promise<Buffer>;
  /** Signs Bình in again at another time: her session would be over. */
  moveTo: (local: string) => Promise<void>;
  close: () => Promise<void>;
};

export async function openDesk(): Promise<Desk> {
  const app = await startApp();
  const clusterId = app.cast.cluster(2);
  const path = `/clusters/${clusterId}/registrations`;
  const desk: Desk = {
    app,
    clusterId,
    binh: await app.as('binh'),
    async upload(file, name = 'DS Thới Lai (sửa lần 3).xlsx', who = desk.binh) {
      const form = new FormData();
      form.set('unit', '');
      form.set('file', new Blob([new Uint8Array(Buffer.isBuffer(file) ? file : await workbookOf(file))]), name);
      const packed = new Response(form);
      const headers = { 'content-type': packed.headers.get('content-type') ?? '' };
      const body = Buffer.from(await packed.arrayBuffer());
      return await who.send(`${path}/file`, { method: 'POST', headers, body });
    },
    convert: (question, encoding) =>
      desk.binh.post(`${path}/table`, { ...formIn(question.text, `${path}/table`), encoding }),
    handIn: (review, changes = {}, who = desk.binh) => who.post(path, { ...formIn(review.text, path), ...changes }),
    register: async (rows, who) => await desk.handIn(await desk.upload(officialList(rows), undefined, who), {}, who),
    people: () => registrationsOf(app.context.db.read, { clusterId, scope: { kind: 'all' } }),
    names: async () => (await desk.people()).map(({ fullName }) => fullName),
    async find(typed) {
      const { text } = await desk.binh.get(`/search?q=${encodeURIComponent(typed)}`);
      return [...text.matchAll(/<td class="name"><b><a href="[^"]*">([^<]*)<\/a>/g)].map(([, name = '']) =>
        wordsOf(name).replace(/^(Ông|Bà) /, ''),
      );
    },
    async download(file) {
      const cookie = [...desk.binh.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(`${app.url}/clusters/${clusterId}/lists/${file}`, { headers: { cookie } });
      return Buffer.from(await answer.arrayBuffer());
    },
    async moveTo(local) {
      app.context.clock.set(local);
      desk.binh = await app.as('binh');
    },
    close: () => app.close(),
  };
  return desk;
}
