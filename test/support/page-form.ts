/** A form of a page as a browser would send it. */
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'" };
const plain = (text: string) => text.replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => ENTITIES[entity] ?? entity);

/** The fields of the first form with this action: what is typed, hidden or ticked; no button is pressed. */
export function fieldsOfForm(html: string, action: string): Record<string, string> {
  const form = html.split('<form ').find((part) => part.startsWith(`method="post" action="${action}"`));
  if (form === undefined) throw new Error(`The page has no form that posts to ${action}.`);
  const fields: Record<string, string> = {};
  for (const [, tag = ''] of (form.split('</form>')[0] ?? '').matchAll(/<input\s([^>]*)>/g)) {
    const value = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
    const name = value('name');
    const isChoice = ['checkbox', 'radio'].includes(value('type') ?? '');
    if (name === undefined || (isChoice && !/\schecked(?:\s|$)/.test(tag))) continue;
    fields[plain(name)] = plain(value('value') ?? '');
  }
  return fields;
}
