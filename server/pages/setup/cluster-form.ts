import { DateTime } from 'luxon';
import { clock, type Language, shortDate, weekday } from '../../domain/words/document-date.ts';
import { ANSWER_DAYS, REGISTRATION_DAYS, usualDeadlines } from '../../domain/plan/cluster-times.ts';
import { planOfEvent, type SetupCluster } from '../../domain/plan/event-setup.ts';
import type { PlanCluster } from '../../domain/plan/plan-shape.ts';
import { hasRegistrationBegun } from '../../domain/seats/capacity.ts';
import { readTypedDate } from '../../domain/words/typed-moment.ts';
import { links } from '../links.ts';
import { standingUnits } from './event-form.ts';
import { type Field, fieldMaker, unstored } from './fields.ts';
import { attemptOf, formOf, type Making } from './form.ts';
import { versions } from '../../actions/events/section.ts';

export const clusterSection = ({ id }: { id: string }): string => `cluster:${id}`;
export const clusterPrefix = ({ number }: { number: number }): string => `cluster-${number}`;

export function clusterForm(making: Making, cluster: SetupCluster, language: Language) {
  const { setup, t } = making;
  const stored = planOfEvent({ ...setup, clusters: [cluster] }).clusters[0];
  const [section, prefix] = [clusterSection(cluster), clusterPrefix(cluster)];
  const attempt = attemptOf(making, section);
  const make = fieldMaker(prefix, attempt);
  const reason = hasRegistrationBegun(cluster.participants)
    ? [
        fieldMaker(prefix, unstored(attempt))('reason', {
          kind: 'text',
          label: t.setup.clusters.fields.reason,
          stored: '',
          hint: t.setup.clusters.reasonHint,
          isOptional: true,
          isWide: true,
        }),
      ]
    : [];
  const usual = stored && usualDeadlines(stored, setup.event);
  const hints = {
    registrationDeadline: usual && suggestion(making, usual.registrationDeadline, REGISTRATION_DAYS, language),
    answerDeadline: usual && suggestion(making, usual.answerDeadline, ANSWER_DAYS, language),
  };
  return formOf(making, {
    section,
    prefix,
    action: links.cluster({ eventId: setup.id, clusterId: cluster.id }),
    version: versions.cluster(cluster),
    fields: [...(stored ? clusterFields(make, { stored, hints, making, language }) : []), ...reason],
  });
}

function suggestion({ t }: Making, moment: string, days: number, language: Language): string {
  const time = DateTime.fromISO(moment);
  return t.setup.clusters.suggested(`${clock(time)} ${weekday(time, language)} ${shortDate(time)}`, days);
}

/** A new cluster starts from the hours and the frame of the last one. */
export function newClusterForm(making: Making, language: Language) {
  const { setup, t } = making;
  const words = t.setup.clusters;
  const section = 'new-cluster';
  const last = planOfEvent(setup).clusters.at(-1);
  const make = fieldMaker(section, unstored(attemptOf(making, section)));
  const { registrationDeadline: _, answerDeadline: __, ...hours } = last ?? USUAL;
  const stored = { ...hours, number: (last?.number ?? 0) + 1, date: '', venue: '', host: '', units: [] };
  const hints = {
    registrationDeadline: words.suggestedPlain(REGISTRATION_DAYS),
    answerDeadline: words.suggestedPlain(ANSWER_DAYS),
  };
  const host = make('host', {
    kind: 'choice',
    label: words.fields.host,
    stored: '',
    options: standingUnits(setup.units),
    empty: t.setup.participants.chooseUnit,
    hint: words.hostHint,
  });
  const form = formOf(making, {
    section,
    prefix: section,
    action: links.clusters(setup.id),
    version: versions.clusters(setup),
    fields: [...clusterFields(make, { stored, hints, making, language }), host],
  });
  return { ...form, isOpen: form.isOpen || setup.clusters.length === 0 };
}

/** The hours of the plan of 2023. */
const USUAL: PlanCluster = {
  number: 0,
  date: '',
  startsAt: '13:30',
  endsAt: '17:00',
  doorOpensAt: '13:00',
  lateFrom: '14:00',
  doorClosesAt: '15:45',
  venue: '',
  host: '',
  min: 40,
  max: 60,
  units: [],
};

type Hints = Record<'registrationDeadline' | 'answerDeadline', string | undefined>;

function clusterFields(
  make: ReturnType<typeof fieldMaker>,
  { stored, hints, making: { t }, language }: { stored: PlanCluster; hints: Hints; making: Making; language: Language },
): Field[] {
  const { fields: labels, dateHint } = t.setup.clusters;
  const number = (name: 'number' | 'min' | 'max') =>
    make(name, { kind: 'number', label: labels[name], stored: String(stored[name]) });
  const time = (name: 'startsAt' | 'endsAt' | 'doorOpensAt' | 'lateFrom' | 'doorClosesAt') =>
    make(name, { kind: 'text', label: labels[name], stored: stored[name] });
  const deadline = (name: keyof Hints) =>
    make(name, { kind: 'text', label: labels[name], stored: typedMoment(stored[name]), hint: hints[name] });
  const date = make('date', {
    kind: 'text',
    label: labels.date,
    stored: stored.date === '' ? '' : shortDate(DateTime.fromISO(stored.date)),
    behavior: 'show-weekday',
  });
  const typedDate = readTypedDate(date.value);
  return [
    number('number'),
    { ...date, hint: typedDate === undefined ? dateHint : weekday(DateTime.fromISO(typedDate), language) },
    number('min'),
    number('max'),
    time('startsAt'),
    time('endsAt'),
    time('doorOpensAt'),
    time('lateFrom'),
    time('doorClosesAt'),
    deadline('registrationDeadline'),
    deadline('answerDeadline'),
    make('venue', { kind: 'text', label: labels.venue, stored: stored.venue, isWide: true }),
  ];
}

/** `2023-03-29T17:00` → `17:00 29/3/2023` */
function typedMoment(moment: string | undefined): string {
  if (moment === undefined) return '';
  const time = DateTime.fromISO(moment);
  return `${clock(time)} ${shortDate(time)}`;
}
