/** A file that comes again: who is new in it, who changed in what, who is on the list and no longer in the file. */
import type { Registration } from '../../db/registrations.ts';
import { checkDelegateList, type ListRules, rowFields } from '../domain/delegate-list.ts';
import { diffList, incomingDelegate, listedDelegate } from '../domain/list-diff.ts';
import type { SheetReading } from '../domain/sheet-table/read-sheet-table.ts';
import { fold } from '../domain/vietnamese/fold.ts';
import { addressed, readName } from '../domain/vietnamese/person-name.ts';
import type { Words } from '../i18n/catalogue.ts';

export type Comparison = {
  title: string;
  changed: { name: string; href: string; changes: string[] }[];
  gone: { name: string; href: string }[];
};

/**
 * Nothing is overwritten or withdrawn by a file: the clerk sees the differences and opens the person to carry one out.
 * Undefined while the list is empty: there is nothing to compare with.
 */
export function compareWithList(
  reading: SheetReading,
  { registrations, rules, t }: { registrations: readonly Registration[]; rules: ListRules; t: Words },
): Comparison | undefined {
  if (registrations.length === 0) return undefined;
  const incoming = checkDelegateList(reading.rows, { ...rules, known: [] }).flatMap(({ line, draft }) =>
    draft ? [incomingDelegate(line, draft, rules.categories)] : [],
  );
  const fields = rowFields.filter((field) => reading.columns.some(({ use }) => use === field));
  const diff = diffList(registrations.map(listedDelegate), incoming, fields);
  // A line with an error is not compared, but whoever it names is still in the file.
  const named = new Set(reading.rows.map((row) => fold(readName(row.fullName).fullName)));
  const gone = diff.gone.filter(({ fullName }) => !named.has(fold(fullName)));
  const byId = new Map(registrations.map((registration) => [registration.id, registration]));
  const person = (id: string) => {
    const registration = byId.get(id);
    return { name: registration ? addressed(registration) : '', href: `/registrations/${id}` };
  };
  const changedIds = [...new Set(diff.changed.map(({ registrationId }) => registrationId))];
  return {
    title: t.files.compared(diff.added.length, changedIds.length, gone.length),
    changed: changedIds.map((id) => ({
      ...person(id),
      changes: diff.changed
        .filter(({ registrationId }) => registrationId === id)
        .map(({ field, from, to }) => t.files.change(t.registration.columns[field], from, to)),
    })),
    gone: gone.map(({ registrationId }) => person(registrationId)),
  };
}
