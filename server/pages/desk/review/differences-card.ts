/** The differences between a file and the list as the review shows them. */
import type { RowField } from '../../../domain/list/row.ts';
import type { FieldChange } from '../../../domain/list/list-diff.ts';
import { addressed } from '../../../domain/vietnamese/person-name.ts';
import { showPhone } from '../../../domain/vietnamese/phone.ts';
import type { Words } from '../../../i18n/catalogue.ts';
import type { ListComparison } from '../../../actions/lists/compare-with-list.ts';
import { fingerprintOf } from '../../../actions/people/judge-person.ts';
import { links } from '../../links.ts';
import type { Ticked } from './review-form.ts';

/** What keeps the ticked from being carried out, and which part of the form it is about. */
export type DifferencesProblem = { of: 'ticks' | 'reason'; text: string };

/**
 * The differences, each to be ticked. Changes are ticked from the start, because the file says so; whoever is missing
 * from it is not, because a forgotten row must not cost a seat.
 */
export function differencesCard(
  { added, changed, gone, renamed, covers, notInFile }: ListComparison,
  {
    ticked,
    said,
    problem,
    t,
  }: { ticked: Ticked; said: 'whole' | 'part' | undefined; problem: DifferencesProblem | undefined; t: Words },
) {
  const isSaid = covers === 'part' || (covers === 'whole' && said !== undefined);
  return {
    title:
      covers === 'whole'
        ? t.files.compared(added, changed.length, gone.length)
        : t.files.comparedPart(added, changed.length),
    notInFile:
      covers === 'errors'
        ? t.files.onlyErrors
        : covers === 'whole' || notInFile === 0
          ? undefined
          : t.files.notInFile(notInFile),
    answers: [
      { value: 'whole', label: t.files.isWhole, isOffered: covers === 'unsaid' || covers === 'part' },
      { value: 'part', label: t.files.isPart, isOffered: covers === 'unsaid' || (covers === 'whole' && isSaid) },
    ].filter(({ isOffered }) => isOffered),
    said,
    changed: changed.map(({ registration, changes }) => ({
      id: registration.id,
      version: fingerprintOf(registration),
      name: addressed(registration),
      href: links.person(registration.id),
      label: t.files.correctPerson(addressed(registration)),
      changes: changes.map((change) => shownChange(change, t)),
      isTicked: !ticked.offered.has(registration.id) || ticked.correct.has(registration.id),
    })),
    renamed: renamed.map(({ registration, row, changes }) => ({
      id: registration.id,
      version: `${row}.${fingerprintOf(registration)}`,
      name: addressed(registration),
      label: t.files.renamePerson(addressed(registration), row),
      changes: changes.map((change) => shownChange(change, t)),
      isTicked: ticked.rename.has(registration.id),
    })),
    gone: gone.map((registration) => ({
      id: registration.id,
      name: addressed(registration),
      post: [registration.position, registration.workplace].filter((part) => part !== '').join(', '),
      href: links.person(registration.id),
      label: t.registration.withdrawPerson(addressed(registration)),
      isTicked: ticked.withdraw.has(registration.id),
    })),
    reason: ticked.reason ?? t.files.goneReason,
    problem: problem?.text,
    reasonProblem: problem?.of === 'reason' ? problem.text : undefined,
  };
}

const shownChange = ({ field, from, to }: FieldChange, t: Words) => ({
  column: t.registration.columns[field],
  from: shownCell(field, from),
  to: shownCell(field, to),
});

const shownCell = (field: RowField, text: string): string =>
  text === '' ? '–' : field === 'phone' ? showPhone(text) : text;
