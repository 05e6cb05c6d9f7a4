/**
 * What the spreadsheet library does not write itself: the sheet prints on A4 as wide as the page, with the header row on
 * every page and the page number at the top from the second page on (NĐ 30/2020/NĐ-CP, Phụ lục I).
 */
import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** What the library calls a file's content; it does not export the name. */
type FileContent = Stream | Buffer | Blob;

const inches = (mm: number): string => (mm / 25.4).toFixed(4);

const MARGINS = {
  /** Of a paper: NĐ 30/2020/NĐ-CP, Phụ lục I. */
  paper: { left: 30, right: 15, top: 20, bottom: 14, header: 10, footer: 6 },
  /** Of a sheet to work with, where every millimetre makes the letters larger. */
  narrow: { left: 12, right: 10, top: 15, bottom: 10, header: 7, footer: 5 },
};

export type PrintedPage = {
  orientation: 'portrait' | 'landscape';
  margins: keyof typeof MARGINS;
  tabName: string;
  /** Counted from 1, as spreadsheets do. */
  headerRow: number;
};

/**
 * One page for each sheet, in their order.
 *
 * The order of elements is fixed by ECMA-376 (CT_Worksheet, CT_Workbook): a misplaced one makes Excel call the file
 * damaged.
 */
export function printedPages(pages: readonly PrintedPage[]): Feature<FileContent> {
  const names = pages.map(
    ({ tabName, headerRow }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(titleRows(tabName, headerRow))}</definedName>`,
  );
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const page = pages[sheetIndex];
            return page ? withPage(xml, page) : xml;
          },
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml
              .replace(/<definedNames\s*\/>/, '')
              .replace('</sheets>', () => `</sheets><definedNames>${names.join('')}</definedNames>`),
        },
      },
    },
  };
}

const titleRows = (tabName: string, row: number): string => `'${tabName.replaceAll("'", "''")}'!$${row}:$${row}`;

function withPage(xml: string, { orientation, margins }: PrintedPage): string {
  const setup = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`;
  const numbers = '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader></headerFooter>';
  const sides = Object.entries(MARGINS[margins]).map(([side, mm]) => ` ${side}="${inches(mm)}"`);
  return xml
    .replace(/(<worksheet [^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageMargins [^>]*\/>/, `<pageMargins${sides.join('')}/>`)
    .replace(/<pageSetup [^>]*\/>/, setup + numbers);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
