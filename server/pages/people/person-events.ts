/** The history of a person in words, the latest first. */
import type { PersonEvent } from '../../../db/people/person-history.ts';
import { rowFields } from '../../domain/list/row.ts';
import { clock, inZone, shortDate } from '../../domain/words/document-date.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import type { PeopleWords } from '../../i18n/vi/people.ts';

export type EventLine = { when: string; by: string | undefined; text: string; reason: string | undefined };

export const momentIn = (at: string, zone: string): string => {
  const time = inZone(at, zone);
  return `${clock(time)}, ${shortDate(time)}`;
};

export const eventLines = (events: readonly PersonEvent[], t: PeopleWords, zone: string): EventLine[] =>
  [...events].reverse().map((event) => ({
    when: momentIn(event.at, zone),
    by: event.by,
    text: tell(event, t),
    reason: 'reason' in event && event.reason !== '' ? t.because(event.reason) : undefined,
  }));

const named = ({ honorific, name }: { honorific: string; name: string }) => addressed({ honorific, fullName: name });

function tell(event: PersonEvent, words: PeopleWords): string {
  const { events: t } = words;
  switch (event.kind) {
    case 'stood_in':
      return t.stood_in(named(event.for));
    case 'replaced':
      return t.replaced(named(event.byWhom));
    case 'invited':
      return t.invited(event.version);
    case 'letter_queued':
    case 'letter_sent':
    case 'letter_returned':
    case 'letter_stopped':
      return t[event.kind](event.recipient);
    case 'admitted':
      return t.admitted(event.gate);
    case 'corrected':
      return t.corrected(tellFields(event, words));
    case 'merged':
      return t.merged(tellFields(event, words));
    case 'registered':
    case 'withdrawn':
    case 'confirmed':
    case 'declined':
      return t[event.kind];
    default:
      throw new Error(`No such event: ${JSON.stringify(event satisfies never)}`);
  }
}

/** Each field with what stood there and what stands there now; the field alone where that was erased. */
function tellFields({ fields, changes }: Corrected, { fields: names, mergeEmpty, events: t }: PeopleWords): string {
  const told = rowFields
    .filter((field) => fields.includes(field))
    .map((field) => {
      const name = names[field].toLocaleLowerCase('vi');
      const change = changes.find((one) => one.field === field);
      return change ? t.change(name, change.before || mergeEmpty, change.after || mergeEmpty) : name;
    });
  return told.join('; ');
}

type Corrected = Extract<PersonEvent, { changes: unknown }>;
