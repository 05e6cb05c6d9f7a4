/** The fields of the event form and the cluster form as a plan file would say them. */
import { readTypedDaysOff } from '../days-off.ts';
import type { SetupUnit } from './event-setup.ts';
import { readTypedDate, readTypedDocumentDate, readTypedMoment, readTypedTime } from '../words/typed-moment.ts';
import { givenAs, givenNumber, givenText, isTicked, type Typed, textOf } from '../words/typed-fields.ts';

/** Offices close at five: a deadline without an hour means that. */
const DAY_END = '17:00';

export const eventFragment = (typed: Typed, { code, leadUnit }: { code: string; leadUnit: string | undefined }) => ({
  code,
  title: givenText(typed, 'title'),
  kind: givenText(typed, 'kind'),
  year: givenNumber(typed, 'year'),
  lastYear: givenNumber(typed, 'lastYear'),
  documentDate: givenAs(typed, 'documentDate', readTypedDocumentDate),
  zone: givenText(typed, 'zone'),
  daysOff: readTypedDaysOff(typed.get('daysOff') ?? ''),
  leadUnit,
  place: givenText(typed, 'place'),
  contact: {
    name: textOf(typed, 'contact.name'),
    office: givenText(typed, 'contact.office'),
    phone: givenText(typed, 'contact.phone'),
    email: givenText(typed, 'contact.email'),
  },
  promotesFreedPlaces: isTicked(typed, 'promotesFreedPlaces'),
  acceptsByHand: isTicked(typed, 'acceptsByHand'),
});

const deadline = (text: string) => readTypedMoment(text, DAY_END);

/** A deadline left empty takes its usual day. */
export const clusterFragment = (typed: Typed) => ({
  number: givenNumber(typed, 'number'),
  date: givenAs(typed, 'date', readTypedDate),
  startsAt: givenAs(typed, 'startsAt', readTypedTime),
  endsAt: givenAs(typed, 'endsAt', readTypedTime),
  doorOpensAt: givenAs(typed, 'doorOpensAt', readTypedTime),
  lateFrom: givenAs(typed, 'lateFrom', readTypedTime),
  doorClosesAt: givenAs(typed, 'doorClosesAt', readTypedTime),
  registrationDeadline: givenAs(typed, 'registrationDeadline', deadline),
  answerDeadline: givenAs(typed, 'answerDeadline', deadline),
  venue: givenText(typed, 'venue'),
  min: givenNumber(typed, 'min'),
  max: givenNumber(typed, 'max'),
});

export const codeOfUnit = (units: readonly SetupUnit[], id: string | undefined): string | undefined =>
  units.find((unit) => unit.id === id)?.code;
