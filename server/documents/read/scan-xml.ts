/**
 * Walks through the XML of a spreadsheet part, which uses a small part of XML: elements, attributes, text, the five
 * entities. There is no document type to expand anything from, nothing is fetched, and nothing here is recursive.
 */
import { measures, Refusal } from './reading.ts';

export type XmlVisitor = {
  /** `name` without its prefix; `attributes` as they stand, to be read by `attribute` where one is wanted. */
  open: (name: string, attributes: string) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

/** Throws a Refusal on a document type, on text that is not XML, and on more elements than a list needs. */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  let at = 0;
  let elements = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag !== at) visitor.text(decodeEntities(xml.slice(at, tag < 0 ? undefined : tag)));
    if (tag < 0) return;
    at = tag + 1;
    const next = xml.charAt(at);
    if (next === '/') {
      const end = endOf(xml, '>', at);
      visitor.close(localName(xml.slice(at + 1, end).trim()));
      at = end + 1;
    } else if (next === '?') at = endOf(xml, '?>', at) + 2;
    else if (next === '!') at = passDeclaration(xml, at, visitor);
    else {
      elements += 1;
      if (elements > measures.elements) throw new Refusal('inflates_too_much');
      at = readTag(xml, at, visitor);
    }
  }
}

function endOf(xml: string, sign: string, from: number): number {
  const end = xml.indexOf(sign, from);
  if (end < 0) throw new Refusal('broken_file');
  return end;
}

function passDeclaration(xml: string, at: number, visitor: XmlVisitor): number {
  if (xml.startsWith('!--', at)) return endOf(xml, '-->', at + 3) + 3;
  if (!xml.startsWith('![CDATA[', at)) throw new Refusal('unsafe_xml');
  const end = endOf(xml, ']]>', at);
  visitor.text(xml.slice(at + '![CDATA['.length, end));
  return end + 3;
}

/** A `>` inside quotes does not end the tag. */
function readTag(xml: string, from: number, visitor: XmlVisitor): number {
  let end = endOf(xml, '>', from);
  let quote = nextQuote(xml, from, end);
  while (quote >= 0) {
    const close = endOf(xml, xml.charAt(quote), quote + 1);
    if (close > end) end = endOf(xml, '>', close);
    quote = nextQuote(xml, close + 1, end);
  }
  const isEmpty = xml.charAt(end - 1) === '/';
  const inside = xml.slice(from, isEmpty ? end - 1 : end);
  const blank = inside.search(/\s/);
  const name = localName(blank < 0 ? inside : inside.slice(0, blank));
  visitor.open(name, blank < 0 ? '' : inside.slice(blank));
  if (isEmpty) visitor.close(name);
  return end + 1;
}

function nextQuote(xml: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === 34 || code === 39) return at;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The value of an attribute, by its local name: `id` finds `r:id`. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(name);
  for (; at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (!/[\s:]/.test(attributes.charAt(at - 1))) continue;
    const rest = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length, at + name.length + 2000));
    if (rest) return decodeEntities(rest[1] ?? rest[2] ?? '');
  }
  return undefined;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five entities of XML and numbers; any other name stays as it stands. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '' : String.fromCodePoint(code);
  });
}
