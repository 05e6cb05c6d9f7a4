/** The least parts of an .xlsx, written by hand so that a test can spoil any of them. */
import { type Packed, pack, zip } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type PartName = 'workbook' | 'relations' | 'texts' | 'styles' | 'sheet';

const NAMES: Record<PartName, string> = {
  workbook: 'xl/workbook.xml',
  relations: 'xl/_rels/workbook.xml.rels',
  texts: 'xl/sharedStrings.xml',
  styles: 'xl/styles.xml',
  sheet: 'xl/worksheets/sheet1.xml',
};

export const sheetXml = (rows: string, after = ''): string =>
  `${HEAD}<worksheet ${MAIN}><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A row of texts written into the cells themselves. */
export const textRow = (...texts: readonly string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

const usual: Record<PartName, string> = {
  workbook: `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="Đại biểu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  relations:
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    `<Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  texts: `${HEAD}<sst ${MAIN}><si><t>Bùi Nhựt Thoại</t></si></sst>`,
  styles: `${HEAD}<styleSheet ${MAIN}><fonts><font><name val="Times New Roman"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs></styleSheet>`,
  sheet: sheetXml(textRow('Họ và tên', 'Chức vụ') + textRow('Bùi Nhựt Thoại', 'Trưởng phòng')),
};

/** The parts of a good workbook with some replaced, and more files added. */
export function workbookFiles(
  changes: Partial<Record<PartName, string | Buffer>> = {},
  more: readonly Packed[] = [],
): Packed[] {
  const parts = { ...usual, ...changes };
  return [...(Object.keys(NAMES) as PartName[]).map((part) => pack(NAMES[part], parts[part])), ...more];
}

export const workbook = (
  changes: Partial<Record<PartName, string | Buffer>> = {},
  more: readonly Packed[] = [],
): Buffer => zip(workbookFiles(changes, more));
