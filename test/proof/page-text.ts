/**
 * A page as text that differs only when the page does: one tag a line, so that a difference is short, and deaf to how
 * the template is laid out. White space beside a block is nothing. Beside words in a line it is a space: between text
 * and a tag it may neither come nor go, between two tags and inside the edge of an element it may come but not go.
 */
import { NEW_ID } from './stored-house.ts';

/** A space that may come. */
export const SOFT_SPACE = '·';
const HARD_SPACE = '␣';

/** Tags that stand in a line of text. Everything else, pictures and buttons too, has its own place. */
const INLINE = new Set('a abbr b bdi code em i kbd mark output q s small span strong sub sup time u var'.split(' '));
const RAW = /<(textarea|pre|script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/;
const TOKEN = new RegExp(`${RAW.source}|<!--[\\s\\S]*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+`, 'g');

/** What is drawn anew or computed from the inside of the program. Nothing else may differ. */
const rules: [what: string, pattern: RegExp, text: string][] = [
  ['the hash in the name of a built file', /(\/build\/[\w./-]+?)-[A-Z0-9]{8}(\.\w+)/g, '$1$2'],
  ['an id made for this page', NEW_ID, '(new id)'],
  ['the version of what a form shows', /(name="(?:version|seen[.\w]*)"[^>]* value=")[\da-f]{12,64}"/g, '$1(version)"'],
  [
    'the fingerprint of what is ticked',
    /(name="(?:correct|withdraw|rename)\.[^"]*"[^>]* value=")[\da-f]{12,64}/g,
    '$1(print)',
  ],
];

export function withRules(text: string): string {
  return rules.reduce((changed, [, pattern, by]) => changed.replace(pattern, by), text);
}

export function pageText(html: string): string {
  const tokens = html.match(TOKEN) ?? [];
  const lines: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.startsWith('<!--')) continue;
    if (token.startsWith('<')) lines.push(withRules(tagLine(token)));
    else lines.push(...textLines(token, tokens[index - 1], tokens[index + 1]));
  }
  return lines.join('\n');
}

/** White space between attributes and in lists of classes is one space; what a text field holds stays as it is. */
function tagLine(token: string): string {
  const [tag = '', text] = RAW.test(token) ? splitRaw(token) : [token];
  return oneTag(tag) + (text ?? '');
}

function splitRaw(token: string): [tag: string, text: string] {
  const [tag = ''] = /^<(?:"[^"]*"|'[^']*'|[^'">])*>/.exec(token) ?? [];
  return [tag, token.slice(tag.length)];
}

function oneTag(tag: string): string {
  return tag
    .replace(/("[^"]*")|\s+/g, (_, quoted?: string) => quoted ?? ' ')
    .replace(/ class="([^"]*)"/, (_, names: string) => ` class="${names.trim().replace(/\s+/g, ' ')}"`)
    .replace(/ (\/?>)$/, '$1');
}

function textLines(text: string, before = '', after = ''): string[] {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return isInline(before) && isInline(after) ? [SOFT_SPACE] : [];
  return [
    ...(/^\s/.test(text) ? edge(before, before.startsWith('</')) : []),
    words,
    ...(/\s$/.test(text) ? edge(after, !after.startsWith('</')) : []),
  ];
}

/** The space between words and the tag beside them, which they are outside of or inside. */
function edge(tag: string, isOutside: boolean): string[] {
  if (!isInline(tag)) return [];
  return [isOutside ? HARD_SPACE : SOFT_SPACE];
}

const isInline = (tag: string): boolean => INLINE.has(/^<\/?([a-z\d]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '');
