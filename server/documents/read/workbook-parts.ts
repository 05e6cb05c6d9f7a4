/** The parts beside the sheets: which sheets there are, the shared texts, and what the styles say of font and date. */
import { encodingOfFont } from '../../domain/vietnamese/legacy-encodings.ts';
import type { Parts } from './inflate-parts.ts';
import { Refusal } from './reading.ts';
import { attribute, scanXml } from './scan-xml.ts';

/** The XML of a part. UTF-8 is what every spreadsheet writes; another encoding could hide what was looked for. */
export function partText(parts: Parts, name: string): string | undefined {
  const bytes = parts.get(name);
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('broken_file');
  }
}

const ignore = () => undefined;

export type SheetEntry = { name: string; part: string; isHidden: boolean };

export type Workbook = { sheets: SheetEntry[]; is1904: boolean };

export function readWorkbookPart(parts: Parts): Workbook {
  const name = [...parts.keys()].find((part) => /^xl\/workbook\d*\.xml$/.test(part)) ?? '';
  const targets = readRelations(parts, name.replace('xl/', 'xl/_rels/').concat('.rels'));
  const workbook: Workbook = { sheets: [], is1904: false };
  const named = new Set<string>();
  scanXml(partText(parts, name) ?? '', {
    open(tag, attributes) {
      if (tag === 'workbookPr') workbook.is1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const part = targets.get(attribute(attributes, 'id') ?? '');
      const isHidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      // A thousand sheets may name one part, which would be read a thousand times.
      if (!part || !parts.has(part) || named.has(part)) return;
      named.add(part);
      workbook.sheets.push({ name: attribute(attributes, 'name') ?? '', part, isHidden });
    },
    close: ignore,
    text: ignore,
  });
  return workbook;
}

/** Relation id → part name. Only names of parts that were unpacked lead anywhere. */
function readRelations(parts: Parts, name: string): Map<string, string> {
  const targets = new Map<string, string>();
  scanXml(partText(parts, name) ?? '', {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const target = (attribute(attributes, 'Target') ?? '').toLowerCase();
      targets.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close: ignore,
    text: ignore,
  });
  return targets;
}

/** A text, and its font where that says how it is encoded. */
export type SharedText = { text: string; font: string };

/** A text in several fonts is one text; the reading aids of East Asian scripts (`rPh`) are left out. */
export function readSharedTexts(parts: Parts): SharedText[] {
  const texts: SharedText[] = [];
  let current: SharedText = { text: '', font: '' };
  let isText = false;
  let isAid = false;
  scanXml(partText(parts, 'xl/sharedstrings.xml') ?? '', {
    open(tag, attributes) {
      if (tag === 'si') current = { text: '', font: '' };
      else if (tag === 't') isText = true;
      else if (tag === 'rPh') isAid = true;
      else if (tag === 'rFont') current.font ||= tellingFont(attribute(attributes, 'val'));
    },
    close(tag) {
      if (tag === 'si') texts.push({ ...current, text: unescapeText(current.text) });
      else if (tag === 't') isText = false;
      else if (tag === 'rPh') isAid = false;
    },
    text(text) {
      if (isText && !isAid) current.text += text;
    },
  });
  return texts;
}

/** The font when it names an old encoding, '' for every other. */
export const tellingFont = (font: string | undefined): string => (encodingOfFont(font) ? (font ?? '') : '');

/** Spreadsheets write a character XML cannot hold as `_x000D_` (ECMA-376, ST_Xstring). */
export const unescapeText = (text: string): string =>
  text
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(
      /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff](?<![\ud800-\udbff][\udc00-\udfff])(?![\udc00-\udfff])/g,
      '',
    );

export type CellStyle = { font: string; isDate: boolean };

/** The styles by their number, as a cell's `s` names them. */
export function readStyles(parts: Parts): CellStyle[] {
  const fonts: string[] = [];
  const dateFormats = new Set<number>();
  const styles: CellStyle[] = [];
  let inside = '';
  scanXml(partText(parts, 'xl/styles.xml') ?? '', {
    open(tag, attributes) {
      if (tag === 'fonts' || tag === 'cellXfs') inside = tag;
      else if (tag === 'font' && inside === 'fonts') fonts.push('');
      else if (tag === 'name' && inside === 'fonts')
        fonts[fonts.length - 1] = tellingFont(attribute(attributes, 'val'));
      else if (tag === 'numFmt' && isDateFormat(attribute(attributes, 'formatCode') ?? '')) {
        dateFormats.add(Number(attribute(attributes, 'numFmtId')));
      } else if (tag === 'xf' && inside === 'cellXfs') {
        const format = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push({
          font: fonts[Number(attribute(attributes, 'fontId') ?? 0)] ?? '',
          isDate: BUILT_IN_DATES.has(format) || dateFormats.has(format),
        });
      }
    },
    close(tag) {
      if (tag === inside) inside = '';
    },
    text: ignore,
  });
  return styles;
}

/** ECMA-376, 18.8.30: 14 to 22 and 45 to 47 everywhere, 27 to 36 and 50 to 58 in East Asian settings. */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47,
]);

/** A format with d, m, y or h outside quotes, brackets and escapes. */
const isDateFormat = (code: string): boolean =>
  /[dmyh]/i.test(
    code
      .slice(0, 255)
      .replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '')
      .replace(/general/gi, ''),
  );
