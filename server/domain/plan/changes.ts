/**
 * What a save changed, field by field, for the audit: before and after. The chain is never rewritten, so it holds no
 * person: of names, telephones and addresses it says that they changed, not what they were. The owner of an item of the
 * agenda is free text and may be a person.
 */
export type ChangedValue = string | number | boolean;

export type Change =
  /** Without `from` it was empty, without `to` it is now; without both the values are nobody's business here. */
  | { kind: 'field'; field: string; row?: string; from?: ChangedValue; to?: ChangedValue }
  | { kind: 'added' | 'removed'; row: string };

const PRIVATE: readonly string[] = ['contact.name', 'contact.phone', 'contact.email', 'owner'];
const LONGEST_ROW = 60;

/** The fields that differ between two groups of fields; a group in a group is named with a dot. */
export function fieldChanges(before: object, after: object): Change[] {
  const [old, fresh] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field): Change[] => {
    const [from, to] = [old.get(field), fresh.get(field)];
    if (from === to) return [];
    if (PRIVATE.includes(field)) return [{ kind: 'field', field }];
    return [{ kind: 'field', field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}

type Row = { id: string };

/** The same for the rows of a table: who came, who left, what changed in each, and whether the others were moved. */
export function rowChanges<T extends Row>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (row: T) => string,
): Change[] {
  const row = (entry: T) => cut(nameOf(entry));
  const removed = before.filter(({ id }) => !after.some((other) => other.id === id));
  const changes = after.flatMap((entry): Change[] => {
    const old = before.find(({ id }) => id === entry.id);
    if (!old) return [{ kind: 'added', row: row(entry) }];
    return fieldChanges(old, entry).map((change) => ({ ...change, row: row(old) }));
  });
  const order = (rows: readonly T[], others: readonly T[]) =>
    rows.flatMap(({ id }) => (others.some((other) => other.id === id) ? [id] : [])).join();
  const isMoved = order(before, after) !== order(after, before);
  return [
    ...changes,
    ...removed.map((entry): Change => ({ kind: 'removed', row: row(entry) })),
    ...(isMoved ? [{ kind: 'field', field: 'order' } as const] : []),
  ];
}

/** Empty is undefined, so that the fields keep their order. */
function flat(group: object, prefix = ''): Map<string, ChangedValue | undefined> {
  return new Map(
    Object.entries(group).flatMap(([name, value]: [string, unknown]): [string, ChangedValue | undefined][] => {
      if (Array.isArray(value)) return [[prefix + name, value.join(', ') || undefined]];
      if (typeof value === 'object' && value !== null) return [...flat(value, `${prefix}${name}.`)];
      return [[prefix + name, isValue(value) && value !== '' ? value : undefined]];
    }),
  );
}

const isValue = (value: unknown): value is ChangedValue => ['string', 'number', 'boolean'].includes(typeof value);

const cut = (text: string): string => (text.length > LONGEST_ROW ? `${text.slice(0, LONGEST_ROW - 1)}…` : text);
