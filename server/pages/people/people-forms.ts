/** What the forms about one person post. A field may come once or several times; what was typed is kept as it was. */
import type { PairVersion } from '../../actions/people/merge-delegates.ts';
import { emptyRow, type RowField, rowFields, type TypedRow } from '../../domain/list/row.ts';
import { type MergeChoice, mergeChoices } from '../../domain/people/merge.ts';
import { type Fields, fieldsOf, first } from '../../http/form.ts';
import { tidy } from '../../domain/vietnamese/person-name.ts';

export const LONGEST_REASON = 300;
const MOST_IDS = 2000;

const reasonIn = (fields: Fields, name: string): string =>
  [...tidy(first(fields, name))].slice(0, LONGEST_REASON).join('');

export type PersonForm = {
  typed: TypedRow;
  reason: string;
  overrideReason: string;
  /** The fingerprint of what the form was filled with. */
  version: string;
  /** Another name, said to be the same person's. */
  isSamePerson: boolean;
  /** Only opens the form with what was typed elsewhere; nothing is to be written. */
  isFilling: boolean;
};

/** The main category comes in `category`, the others as ticks; "B2, B4" in `category` is as good. */
export function readPersonForm(body: unknown): PersonForm {
  const fields = fieldsOf(body);
  const typed = emptyRow();
  for (const field of rowFields) typed[field] = first(fields, field);
  const others = fields.get('otherCategories') ?? [];
  typed.category = [typed.category, ...others].filter((code) => code.trim() !== '').join(', ');
  if (first(fields, 'anotherPerson') === '1') typed.anotherPerson = true;
  return {
    typed,
    reason: reasonIn(fields, 'reason'),
    overrideReason: reasonIn(fields, 'overrideReason'),
    version: first(fields, 'seen').slice(0, 64),
    isSamePerson: first(fields, 'samePerson') === '1',
    isFilling: first(fields, 'fill') === '1',
  };
}

export type MergeForm = { withId: string; choices: Map<RowField, MergeChoice>; version: PairVersion };

export function readMergeForm(body: unknown): MergeForm {
  const fields = fieldsOf(body);
  const choices = new Map<RowField, MergeChoice>();
  for (const field of rowFields) {
    const chosen = mergeChoices.find((choice) => choice === first(fields, `choose.${field}`));
    if (chosen) choices.set(field, chosen);
  }
  const version = {
    keptId: first(fields, 'stays').slice(0, 100),
    kept: first(fields, 'seen.stays').slice(0, 64),
    duplicate: first(fields, 'seen.goes').slice(0, 64),
  };
  return { withId: first(fields, 'with').slice(0, 100), choices, version };
}

/** Ticks of the page of further clusters: each is a registration and a cluster. */
export function readPlacesForm(body: unknown): { registrationId: string; clusterId: string }[] {
  const ticks = fieldsOf(body).get('place') ?? [];
  return ticks.slice(0, MOST_IDS).flatMap((tick) => {
    const [, registrationId, clusterId] = /^([\w-]{1,100}):([\w-]{1,100})$/.exec(tick) ?? [];
    return registrationId === undefined || clusterId === undefined ? [] : [{ registrationId, clusterId }];
  });
}
