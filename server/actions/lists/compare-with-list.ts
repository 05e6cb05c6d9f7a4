/** A file that comes again: who is new in it, who changed in what, who is on the list and no longer in the file. */
import { type Registration, registrationsOf } from '../../../db/people/registrations.ts';
import type { Reader } from '../../../db/schema.ts';
import { checkList, keepingNames } from '../../domain/list/check-list.ts';
import type { RowField, TypedRow } from '../../domain/list/row.ts';
import {
  diffList,
  type FieldChange,
  incomingDelegate,
  type ListedDelegate,
  listedDelegate,
} from '../../domain/list/list-diff.ts';
import { fold } from '../../domain/vietnamese/fold.ts';
import { readName } from '../../domain/vietnamese/person-name.ts';
import type { ListFacts } from './list-facts.ts';

export type FileRows = {
  rows: readonly TypedRow[];
  /** Left out by the clerk: they are still in the file. */
  omitted: readonly TypedRow[];
  /** The fields the file has a column for; the others keep what the list says. */
  fields: readonly RowField[];
  covers: FileCoverage;
};

/** Whether somebody who is not in the file is no longer to come. `unsaid` is judged by how much of the list is named. */
export type FileCoverage = 'whole' | 'part' | 'errors' | 'unsaid';

export type ListComparison = {
  added: number;
  changed: { registration: Registration; changes: FieldChange[] }[];
  /** On the list and not in the file; empty while the file may be only a part of the list. */
  gone: Registration[];
  /** Perhaps under a new name in the file, in the row that people know by this number. */
  renamed: { registration: Registration; row: number; changes: FieldChange[] }[];
  covers: FileCoverage;
  /** How many of the list are not in the file, whatever that means. */
  notInFile: number;
  /** The rows once more; those that stand for somebody on the list say so, and are not written a second time. */
  rows: TypedRow[];
};

/** The list as it is now, for a comparison. */
export const registrationsOfList = (db: Reader, { cluster, unit }: ListFacts): Promise<Registration[]> =>
  registrationsOf(db, { clusterId: cluster.id, scope: { kind: 'unit', unitId: unit.unitId } });

/** Undefined while the list is empty: there is nothing to compare with. */
export function compareWithList(
  registrations: readonly Registration[],
  { facts, file }: { facts: ListFacts; file: FileRows },
): ListComparison | undefined {
  if (registrations.length === 0) return undefined;
  const { rules } = facts;
  const rows = file.rows.map(keepingNames(registrations));
  // The row was answered "two people": the one on the list is another person.
  // Who left and is back is compared like everybody; only names that stand on the list no more are asked about.
  const listed = new Set(registrations.map(({ fullName }) => fold(fullName)));
  const left = (rules.left ?? []).filter(({ nameFolded }) => !listed.has(nameFolded));
  const lines = checkList(rows, { ...rules, known: [], left }).filter(({ typed }) => !typed.anotherPerson);
  const incoming = lines.flatMap(({ line, draft }) => (draft ? [incomingDelegate(line, draft, rules.categories)] : []));
  const diff = diffList(registrations.map(listedDelegate), incoming, file.fields);
  const byId = new Map(registrations.map((registration) => [registration.id, registration]));
  const present = ({ registrationId }: Pick<ListedDelegate, 'registrationId'>) => byId.get(registrationId) ?? [];
  // A line with an error is not compared, but its person is still in the file.
  const unread = [...lines.filter(({ draft }) => !draft).map(({ typed }) => typed), ...file.omitted];
  const named = new Set(unread.map((row) => fold(readName(row.fullName).fullName)));
  const notInFile = diff.gone.filter(({ fullName }) => !named.has(fold(fullName))).flatMap(present);
  const namesMost = notInFile.length * 2 <= registrations.length;
  const covers = file.covers === 'unsaid' && namesMost ? 'whole' : file.covers;
  const same = new Set(diff.changed.map(({ line }) => line));
  return {
    added: diff.added.length,
    changed: [...new Set(diff.changed.map(({ registrationId }) => registrationId))].flatMap((id) => {
      const registration = byId.get(id);
      const changes = diff.changed.filter(({ registrationId }) => registrationId === id);
      return registration ? [{ registration, changes }] : [];
    }),
    gone: covers === 'whole' ? notInFile : [],
    // A short list of additions may well have a successor's post in it; only who shares a phone or e-mail is offered then.
    renamed: diff.renamed
      .filter(({ by }) => by === 'contact' || covers === 'whole')
      .flatMap(({ registrationId, line, changes }) => {
        const registration = notInFile.find(({ id }) => id === registrationId);
        return registration ? [{ registration, row: rows[line - 1]?.source?.row ?? line, changes }] : [];
      }),
    covers,
    notInFile: notInFile.length,
    rows: rows.map(({ samePerson: _, ...row }, index) => (same.has(index + 1) ? { ...row, samePerson: true } : row)),
  };
}
