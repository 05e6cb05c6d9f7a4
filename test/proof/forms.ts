/** A form of a page as a browser would send it, however the markup is laid out. */
import { readEntities } from '../pages/setup/read-entities.ts';

export type Fields = [name: string, value: string][];
/** New values by name; `undefined` takes a field out, as an unticked box is. */
export type Changes = Record<string, string | undefined>;

/** The fields of the first form that goes to `action` (its own or that of one of its buttons), with what they show. */
export function fieldsOf(html: string, action: string): Fields {
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)];
  const goesThere = (tag: string, name: string) => attribute(tag, name) === action;
  const found = forms.find(([, tag = '', body = '']) => {
    const buttons = [...body.matchAll(/<button\b([^>]*)>/g)];
    return goesThere(tag, 'action') || buttons.some(([, button = '']) => goesThere(button, 'formaction'));
  });
  if (!found) throw new Error(`The page has no form that goes to ${action}.`);
  const [whole, tag = '', body = ''] = found;
  const id = attribute(tag, 'id');
  const otherClusters = html.replace(whole, '');
  return [
    ...controlsIn(body).filter(({ form }) => form === undefined || form === id),
    ...controlsIn(otherClusters).filter(({ form }) => id !== undefined && form === id),
  ].map(({ name, value }) => [name, value]);
}

/** In the order of the fields; what was not there comes last. */
export function withChanges(fields: Fields, changes: Changes): Fields {
  const kept = fields.flatMap(([name, value]): Fields => {
    if (!(name in changes)) return [[name, value]];
    const changed = changes[name];
    return changed === undefined ? [] : [[name, changed]];
  });
  const there = new Set(fields.map(([name]) => name));
  const more = Object.entries(changes).flatMap(([name, value]): Fields => {
    return value === undefined || there.has(name) ? [] : [[name, value]];
  });
  return [...kept, ...more];
}

type Control = { name: string; value: string; form: string | undefined };

function controlsIn(html: string): Control[] {
  const controls: Control[] = [];
  const pattern = /<input\b([^>]*)>|<textarea\b([^>]*)>([^<]*)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs;
  for (const [, input, area, text = '', select, options = ''] of html.matchAll(pattern)) {
    const tag = input ?? area ?? select ?? '';
    const name = attribute(tag, 'name');
    if (!name || hasFlag(tag, 'disabled')) continue;
    const value = input !== undefined ? shownIn(tag) : area !== undefined ? readEntities(text) : chosenIn(options);
    if (value !== undefined) controls.push({ name, value, form: attribute(tag, 'form') });
  }
  return controls;
}

function shownIn(tag: string): string | undefined {
  const type = attribute(tag, 'type') ?? 'text';
  if (type === 'file' || type === 'submit') return undefined;
  if (type !== 'checkbox' && type !== 'radio') return attribute(tag, 'value') ?? '';
  return hasFlag(tag, 'checked') ? (attribute(tag, 'value') ?? 'on') : undefined;
}

function chosenIn(options: string): string {
  const tags = [...options.matchAll(/<option\b([^>]*)>([^<]*)/g)];
  const chosen = tags.find(([, tag = '']) => hasFlag(tag, 'selected')) ?? tags[0];
  return attribute(chosen?.[1] ?? '', 'value') ?? readEntities(chosen?.[2]?.trim() ?? '');
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : readEntities(value);
}

const hasFlag = (tag: string, name: string): boolean =>
  new RegExp(`(?:^|\\s)${name}(?=[\\s=/]|$)`).test(tag.replace(/"[^"]*"/g, '""'));
