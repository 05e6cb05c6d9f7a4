import {
  clock,
  clockInWords,
  inZone,
  type Language,
  longDate,
  shortDate,
  weekday,
} from '../../domain/words/document-date.ts';
import type { SetupCluster } from '../../domain/plan/event-setup.ts';
import { lastDayToInvite } from '../../domain/cluster-clock.ts';
import { links } from '../links.ts';
import { clusterForm } from './cluster-form.ts';
import { formOf, type Making } from './form.ts';
import { participantsTable } from './participants-table.ts';
import { versions } from '../../actions/events/section.ts';

/** A cluster at a glance, and its two forms folded below. */
export function clusterCard(
  making: Making,
  cluster: SetupCluster,
  { language, picking }: { language: Language; picking: boolean },
) {
  const { setup, t } = making;
  const words = t.setup.clusters;
  const at = (instant: string) => inZone(instant, setup.event.zone);
  const starts = at(cluster.startsAt);
  const deadline = (instant: string) =>
    `${clock(at(instant))} ${weekday(at(instant), language)} ${shortDate(at(instant))}`;
  const seated = cluster.participants.reduce((sum, unit) => sum + unit.seated, 0);
  const waiting = cluster.participants.reduce((sum, unit) => sum + unit.waiting, 0);
  const host = setup.units.find(({ id }) => id === cluster.hostUnitId)?.name ?? '';
  const headingId = cardId(cluster);
  return {
    headingId,
    name: t.layout.cluster(cluster.number),
    when: words.when(clockInWords(starts, language), longDate(starts, language)),
    venue: cluster.venue,
    host: words.host(host),
    deadlines: words.deadlines(deadline(cluster.registrationDeadline), deadline(cluster.answerDeadline)),
    inviteBy: words.inviteBy(longDate(lastDayToInvite(starts, setup.event.daysOff), language)),
    seatedNow: words.seatedNow(seated, waiting),
    deskHref: links.desk({ clusterId: cluster.id }),
    closedNote: cluster.closedAt === undefined ? undefined : words.closed,
    form: { ...clusterForm(making, cluster, language), saveLabel: words.save(cluster.number) },
    units: participantsTable(making, cluster, { picking }),
    canRemove: !cluster.participants.some((unit) => unit.hasHistory),
    removal: {
      ...formOf(making, {
        section: `remove:${cluster.id}`,
        prefix: `remove-${cluster.number}`,
        action: links.removeCluster({ eventId: setup.id, clusterId: cluster.id }),
        version: versions.cluster(cluster),
        fields: [],
        headingId,
      }),
      label: words.remove(cluster.number),
    },
  };
}

export const cardId = ({ id }: { id: string }): string => `cluster-${id}`;
