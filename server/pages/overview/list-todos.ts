/** What is to be done about the lists of the units. */
import type { Cluster } from '../../../db/events/clusters.ts';
import { isOver, isPastDeadline } from '../../domain/cluster-clock.ts';
import { clock, clockInWords, dayMonth, inZone, type Language, weekday } from '../../domain/words/document-date.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import type { OverviewWords } from '../../i18n/vi/overview.ts';
import { links } from '../links.ts';
import type { ClusterState } from './cluster-state.ts';

export type Todo = { icon: string; tone: 'bad' | 'warn' | 'info'; text: string; when: string; href: string };

export type TodoReading = { at: string; language: Language; words: OverviewWords };

const REMIND_DAYS = 3;

/** From three days before the registration deadline until the cluster begins. */
export function isTimeToRemind(cluster: Cluster, at: string): boolean {
  const deadline = inZone(cluster.registrationDeadline, cluster.zone);
  const from = deadline.minus({ days: REMIND_DAYS }).toUTC().toISO() ?? '';
  return from <= at && at < cluster.startsAt;
}

export function deadlineOf(cluster: Cluster, language: Language): string {
  const deadline = inZone(cluster.registrationDeadline, cluster.zone);
  return `${clockInWords(deadline, language)}, ${weekday(deadline, language)} ${dayMonth(deadline)}`;
}

export function listsToAccept(state: ClusterState, { at, words }: TodoReading): Todo[] {
  const { cluster, units } = state;
  if (isOver(cluster, at)) return [];
  return units
    .filter((unit) => unit.listState === 'submitted')
    .map((unit) => {
      const sent = unit.submittedAt ? inZone(unit.submittedAt, cluster.zone) : undefined;
      return {
        icon: 'inbox',
        tone: 'info',
        text: words.todos.accept(unit.unitName, cluster.number),
        when: sent ? words.todos.acceptWhen(`${clock(sent)}, ${dayMonth(sent)}`) : '',
        href: links.desk({ clusterId: cluster.id, unitId: unit.unitId }),
      };
    });
}

export function requestsToDecide(state: ClusterState, { at, words }: TodoReading): Todo[] {
  const { cluster, requests } = state;
  if (isOver(cluster, at)) return [];
  return requests.map((request) => {
    const asked = inZone(request.askedAt, cluster.zone);
    return {
      icon: 'inbox',
      tone: 'warn',
      text: request.correction
        ? words.todos.decideCorrection(request.unitName, addressed(request.correction), cluster.number)
        : words.todos.decide(request.unitName, request.rowCount, cluster.number),
      when: words.todos.decideWhen(`${clock(asked)}, ${dayMonth(asked)}`),
      href: links.changeRequest(request.id),
    };
  });
}

export function listsReturned(state: ClusterState, { at, words }: TodoReading): Todo[] {
  const { cluster, units } = state;
  if (isOver(cluster, at)) return [];
  return units
    .filter((unit) => unit.listState === 'returned')
    .map((unit) => {
      const returned = inZone(unit.decidedAt ?? at, cluster.zone);
      return {
        icon: 'undo',
        tone: 'info',
        text: words.todos.returned(unit.unitName, cluster.number),
        when: words.todos.returnedWhen(`${clock(returned)}, ${dayMonth(returned)}`),
        href: links.desk({ clusterId: cluster.id, unitId: unit.unitId }),
      };
    });
}

/**
 * Lists that were never handed in, drafts among them: typed rows hold no place. Told from three days before the deadline
 * until the cluster begins; once the deadline has passed it is late, and more urgent, not over.
 */
export function unitsToRemind({ cluster, units }: ClusterState, { at, language, words }: TodoReading): Todo[] {
  if (!isTimeToRemind(cluster, at)) return [];
  const isLate = isPastDeadline(cluster, at);
  const due = isLate ? words.todos.overdue : words.todos.deadline(deadlineOf(cluster, language));
  return units
    .filter(({ listState }) => listState === 'not_started' || listState === 'draft')
    .map((unit) => ({
      icon: unit.drafts > 0 ? 'pencil' : 'clock',
      tone: isLate ? 'bad' : 'warn',
      text: words.todos.remind(unit.unitName, cluster.number),
      when: unit.drafts > 0 ? `${words.todos.draftRows(unit.drafts)} · ${due}` : due,
      href: links.desk({ clusterId: cluster.id, unitId: unit.unitId }),
    }));
}
