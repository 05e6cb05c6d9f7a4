/** An answer as text: how it ended, and what came, each kind in the form in which a difference is easiest to read. */
import { unzip } from '../documents/unzip.ts';
import type { Answer } from '../support/app.ts';
import { pageText, withRules } from './page-text.ts';

export function answerText({ status, headers, bytes }: Answer): string {
  const type = headers.get('content-type') ?? '';
  const name = headers.get('content-disposition');
  const head = [String(status), headers.get('location') ?? '', type, name ?? ''].filter((part) => part !== '');
  return `${withRules(head.join('  '))}\n${bodyText(type, bytes)}`;
}

function bodyText(type: string, body: Buffer): string {
  if (/spreadsheetml/.test(type)) return workbookText(body);
  const text = body.toString('utf8');
  if (/html/.test(type)) return pageText(text);
  if (/json/.test(type)) return withRules(JSON.stringify(JSON.parse(text), null, 2));
  return text.replace(/^\uFEFF/, '(byte order mark)').replaceAll('\r\n', '\n');
}

/** Every part of the workbook but for when it was made. */
function workbookText(bytes: Buffer): string {
  return [...unzip(bytes)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => `== ${name}\n${content.replace(/></g, '>\n<')}`)
    .join('\n');
}
