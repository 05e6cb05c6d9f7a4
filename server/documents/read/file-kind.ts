/** What a file is by its first bytes; its name is only believed where the bytes leave a choice. */
import { measures, Refusal } from './reading.ts';

const ZIP = Buffer.from('504b0304', 'hex');
/** Compound file of Excel 97–2003, and of a workbook with a password. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

/** Throws a Refusal for everything that is neither a workbook nor text. */
export function fileKind(bytes: Buffer, fileName: string): 'workbook' | 'text' {
  const isNamed = (...endings: string[]) => endings.some((ending) => fileName.toLowerCase().endsWith(ending));
  if (bytes.length === 0) throw new Refusal('empty_file');
  if (bytes.length > measures.fileBytes) throw new Refusal('file_too_large');
  if (startsWith(bytes, ZIP)) return 'workbook';
  if (startsWith(bytes, OLE)) {
    throw new Refusal(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password_protected' : 'xls_old');
  }
  if (isNamed('.xlsx', '.xlsm') || !isText(bytes)) throw new Refusal('not_a_workbook');
  // Reports of other systems are often HTML or XML under the name .xls, which Excel opens and saves again.
  if (isMarkup(bytes)) throw new Refusal(isNamed('.xls') ? 'xls_old' : 'not_a_workbook');
  if (isOtherText(bytes)) throw new Refusal('not_a_workbook');
  return 'text';
}

/** No control characters but tab and line ends; UTF-16 has NULs and is known by its mark or their regularity. */
function isText(bytes: Buffer): boolean {
  if (utf16Of(bytes)) return true;
  return !bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}

const isMarkup = (bytes: Buffer): boolean =>
  /^(\ufeff|ï»¿)?\s*<(\?xml|!doctype|html|table)/i.test(bytes.toString('latin1', 0, 200));

/** A PDF may begin with text for thousands of bytes, and JSON is text from end to end; no list begins like either. */
const isOtherText = (bytes: Buffer): boolean =>
  /^(\ufeff|ï»¿)?\s*(%PDF-|\{\s*["}]|\[\s*[[{"\]])/.test(bytes.toString('latin1', 0, 200));

/** By the byte order mark, or by the NULs that every second byte of Latin text is. */
export function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 400);
  const nuls = (parity: number) => start.filter((byte, at) => at % 2 === parity && byte === 0).length;
  const least = start.length / 5;
  if (start.length >= 4 && nuls(1) > least && nuls(0) === 0) return 'utf-16le';
  return start.length >= 4 && nuls(0) > least && nuls(1) === 0 ? 'utf-16be' : undefined;
}
