import { typedDaysOff } from '../../domain/days-off.ts';
import type { EventSetup, SetupEvent, SetupUnit } from '../../domain/plan/event-setup.ts';
import { isStanding } from '../../domain/plan/unit-rules.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { type Attempt, type Field, fieldMaker, type Option, ticked } from './fields.ts';
import { attemptOf, formOf, type Making } from './form.ts';
import { versions } from '../../actions/events/section.ts';

export function eventForm(making: Making) {
  const { setup, t } = making;
  const lead = setup.units.find(({ id }) => id === setup.event.leadUnitId);
  const { kind, year, place } = setup.event;
  return {
    ...formOf(making, {
      section: 'event',
      prefix: 'event',
      action: links.setUpOf(setup.id),
      version: versions.event(setup),
      fields: eventFields(setup, { t, attempt: attemptOf(making, 'event') }),
    }),
    facts: t.setup.event.facts({ kind, year, leadUnit: lead?.name ?? '', place }),
  };
}

type Stored = { event: Partial<SetupEvent>; units: EventSetup['units'] };

export function eventFields(
  { event, units }: Stored,
  { t, attempt }: { t: Words; attempt: Attempt | undefined },
): Field[] {
  const { fields: labels, hints, kinds, chooseUnit } = t.setup.event;
  const make = fieldMaker('event', attempt);
  const text = (
    name: 'title' | 'place' | `contact.${'name' | 'office' | 'phone' | 'email'}`,
    stored: string,
    more = {},
  ) => make(name, { kind: 'text', label: labels[name], stored, ...more });
  return [
    text('title', event.title ?? '', { hint: hints.title, isWide: true }),
    make('kind', {
      kind: 'choice',
      label: labels.kind,
      stored: event.kind ?? kinds[0] ?? '',
      options: [...new Set([...kinds, ...(event.kind ? [event.kind] : [])])].map((value) => ({ value, label: value })),
    }),
    make('year', { kind: 'number', label: labels.year, stored: numberText(event.year) }),
    make('lastYear', {
      kind: 'number',
      label: labels.lastYear,
      stored: numberText(event.lastYear),
      hint: hints.lastYear,
      isOptional: true,
    }),
    make('documentDate', {
      kind: 'text',
      label: labels.documentDate,
      stored: typedDocumentDate(event.documentDate),
      hint: hints.documentDate,
      isOptional: true,
    }),
    make('leadUnit', {
      kind: 'choice',
      label: labels.leadUnit,
      stored: event.leadUnitId ?? '',
      options: standingUnits(units, event.leadUnitId),
      empty: chooseUnit,
    }),
    text('place', event.place ?? '', { hint: hints.place }),
    make('zone', { kind: 'text', label: labels.zone, stored: event.zone ?? 'Asia/Ho_Chi_Minh' }),
    make('daysOff', {
      kind: 'text',
      label: labels.daysOff,
      stored: typedDaysOff(event.daysOff ?? [], t.setup.event.to),
      hint: hints.daysOff,
      isOptional: true,
      isWide: true,
    }),
    text('contact.office', event.contact?.office ?? ''),
    text('contact.name', event.contact?.name ?? '', { isOptional: true }),
    text('contact.phone', event.contact?.phone ?? ''),
    text('contact.email', event.contact?.email ?? ''),
    ...ruleFields(event, { make, labels }),
  ];
}

/** How lists are accepted and who takes a free seat. */
function ruleFields(
  event: Partial<SetupEvent>,
  { make, labels }: { make: ReturnType<typeof fieldMaker>; labels: Words['setup']['event']['fields'] },
): Field[] {
  return [
    make('promotesFreedPlaces', {
      kind: 'check',
      label: labels.promotesFreedPlaces,
      stored: ticked(event.promotesFreedPlaces ?? true),
      isWide: true,
    }),
    make('acceptsByHand', {
      kind: 'check',
      label: labels.acceptsByHand,
      stored: ticked(event.acceptsByHand ?? false),
      isWide: true,
    }),
  ];
}

const numberText = (number: number | undefined): string => (number === undefined ? '' : String(number));

/** `2023-03-15` → `15/3/2023`, `2023-03` → `3/2023` */
function typedDocumentDate(date: string | undefined): string {
  const [year, month, day] = (date ?? '').split('-');
  return [day, month === undefined ? undefined : Number(month), year].filter(Boolean).join('/');
}

/** Units that still stand, and the one that is chosen already. */
export const standingUnits = (units: readonly SetupUnit[], chosen?: string): Option[] =>
  units
    .filter((unit) => isStanding(unit) || unit.id === chosen)
    .map(({ id, name, parentId, level }) => {
      const parent = level === 'commune' ? units.find((unit) => unit.id === parentId)?.name : undefined;
      return { value: id, label: parent ? `${name}, ${parent}` : name };
    });
