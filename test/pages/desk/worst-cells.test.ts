/**
 * The worst cells on every way in: each is answered, with a page of bounded size, and others are served meanwhile. How
 * long that takes is `scripts/bench/hostile-files.ts`'s to say.
 */
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { rowFields, type TypedRow } from '../../../server/domain/list/row.ts';
import { multipart } from '../../../scripts/bench/whole-way.ts';
import { type Answer, type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRow } from '../../support/cast.ts';
import { HEADING } from '../../support/grid.ts';
import { worstCells, worstIn } from '../../support/worst-cells.ts';

const MOST_BYTES = 8 * 1024 * 1024;
/** One of each kind; `test/domain/list/worst-cells.test.ts` has them all. */
const chosen = worstCells.filter(([what]) =>
  [
    'parts of nothing',
    'blanks before a separator',
    'marks of two kinds over one letter',
    'addresses',
    'quotes',
  ].includes(what),
);

describe('a list of the worst cells', function () {
  this.timeout(120_000);
  let app: TestApp;
  let binh: Client;
  before(async () => {
    app = await startApp();
    binh = await app.as('binh');
  });
  after(() => app.close());

  const list = () => `/clusters/${app.cast.cluster(2)}/registrations`;

  async function answered(ask: () => Promise<Answer>): Promise<Answer> {
    let isOver = false;
    const watch = (async () => {
      while (!isOver) {
        expect((await app.visitor().get('/healthz')).status).to.equal(200);
        await setTimeout(20);
      }
    })();
    const answer = await ask();
    isOver = true;
    await watch;
    expect(answer.text.length).to.be.below(MOST_BYTES);
    return answer;
  }

  /** 500 rows, or as many as the way takes, each with the cell in another of its fields. */
  const rowsWith = (text: string, mostRows: number): TypedRow[] =>
    Array.from({ length: Math.min(500, Math.floor(mostRows)) }, (_, number) =>
      worstIn(rowFields[number % rowFields.length] ?? 'note', text, inventedRow(number)),
    );

  const encoded = (text: string) => new URLSearchParams({ text }).toString().length;
  const formOf = (rows: readonly TypedRow[]) =>
    new URLSearchParams([
      ['lines', String(rows.length)],
      ...rows.flatMap((row, index) =>
        rowFields.map((field): [string, string] => [`row.${index + 1}.${field}`, row[field]]),
      ),
    ]).toString();
  const csvOf = (rows: readonly TypedRow[]) =>
    [HEADING, ...rows.map((row) => rowFields.map((field) => row[field]))]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
      .join('\n');
  const sendFile = async (csv: string) =>
    await binh.send(`${list()}/file`, { method: 'POST', ...(await multipart('ds.csv', Buffer.from(csv))) });

  for (const [what, text] of chosen) {
    it(`is checked from the form: ${what}`, async () => {
      const form = formOf(rowsWith(text, 2_000_000 / (encoded(text) + 900)));
      const { status } = await answered(() => binh.post(`${list()}/check`, form));
      expect(status).to.equal(200);
    });

    it(`is read from a file: ${what}`, async () => {
      const rows = rowsWith(text, 300_000 / (encoded(text) + 400));
      const { status } = await answered(() => sendFile(csvOf(rows)));
      // Thousands of commas may pass for the separator: then no heading is found, and the page says so.
      expect(status).to.be.oneOf([200, 422]);
    });

    it(`is asked for by a script: ${what}`, async () => {
      const rows = rowsWith(text, 200_000 / (Buffer.byteLength(JSON.stringify(text)) + 400));
      const { status, text: body } = await answered(() =>
        binh.postJson(`/api/v1/clusters/${app.cast.cluster(2)}/registrations`, { rows, dryRun: true }),
      );
      expect(status).to.be.equal(200);
      expect(body.length / rows.length, 'bytes said of a row').to.be.below(4000);
    });
  }

  it('is refused as a file whose review could never be sent back', async () => {
    const rows = rowsWith('à'.repeat(4000), 200);
    const { status, text } = await answered(() => sendFile(csvOf(rows)));
    expect(status).to.equal(422);
    expect(wordsOf(text)).to.include('Nội dung trong tệp quá lớn so với một danh sách đại biểu.');
  });
});
