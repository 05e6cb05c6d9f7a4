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
  left: inches(30),
  right: inches(15),
  top: inches(20),
  bottom: inches(14),
  header: inches(10),
  footer: inches(6),
};

/** Counted from 1, as spreadsheets do. */
export type PrintedPage = { orientation: 'portrait' | 'landscape'; headerRow: number; tabName: string };

/**
 * The order of elements is fixed by ECMA-376 (CT_Worksheet, CT_Workbook): a misplaced one makes Excel call the file
 * damaged.
 */
export function printedPage({ orientation, headerRow, tabName }: PrintedPage): Feature<FileContent> {
  const setup = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`;
  const numbers = '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader></headerFooter>';
  const titles = `'${tabName.replaceAll("'", "''")}'!$${headerRow}:$${headerRow}`;
  const names = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${titles}</definedName></definedNames>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tagName, attributes) => (tagName === 'pageMargins' ? MARGINS : attributes),
          transform: (xml) =>
            xml
              .replace(/(<worksheet [^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageSetup [^>]*\/>/, setup + numbers),
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace(/<definedNames\s*\/>/, '').replace('</sheets>', () => `</sheets>${names}`),
        },
      },
    },
  };
}
