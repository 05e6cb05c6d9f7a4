/** Reads the body of a form. A field may come once or several times; what was typed is kept as it was. */

const LONGEST_CELL = 4000;

export type Fields = Map<string, string[]>;

export function fieldsOf(body: unknown): Fields {
  const fields: Fields = new Map();
  if (typeof body !== 'object' || body === null) return fields;
  for (const [name, value] of Object.entries(body)) {
    const all = Array.isArray(value) ? value : [value];
    fields.set(
      name,
      all.filter((text) => typeof text === 'string').map((text) => text.slice(0, LONGEST_CELL)),
    );
  }
  return fields;
}

export const first = (fields: Fields, name: string): string => fields.get(name)?.[0] ?? '';
