/** A form of a page as a browser would send it: every field with the value it shows. */
import { readEntities } from './read-entities.ts';

export type Form = Record<string, string>;

export function formIn(html: string, action: string): Form {
  const found = html.split('<form ').find((part) => part.includes(`action="${action}"`));
  if (!found) throw new Error(`The page has no form that goes to ${action}.`);
  const [body = ''] = found.split('</form>');
  const form: Form = {};
  for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const isChoice = /type="(checkbox|radio)"/.test(tag);
    if (name && (!isChoice || / checked/.test(tag))) form[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag = '', text = ''] of body.matchAll(/<textarea\b([^>]*)>([^<]*)<\/textarea>/g)) {
    const name = attribute(tag, 'name');
    if (name) form[name] = readEntities(text);
  }
  for (const [, tag = '', options = ''] of body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const name = attribute(tag, 'name');
    const chosen = /<option\b[^>]* selected/.exec(options)?.[0] ?? /<option\b[^>]*>/.exec(options)?.[0] ?? '';
    if (name) form[name] = attribute(chosen, 'value') ?? '';
  }
  return form;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : readEntities(value);
}
