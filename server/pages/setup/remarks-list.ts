import type { DateTime } from 'luxon';
import type { SetUpSpot } from '../../domain/plan/problem-spot.ts';
import { setUpRemarks } from '../../domain/plan/set-up-remarks.ts';
import type { RemarkFacts, SetUpRemark } from '../../domain/plan/set-up-remark.ts';
import { links } from '../links.ts';
import { clusterPrefix, clusterSection } from './cluster-form.ts';
import { fieldId } from './fields.ts';
import { type Making } from './form.ts';
import { participantHref, participantsPrefix, participantsSection } from './participants-table.ts';
import { remarkSentence } from './sentences.ts';

const LOOKS = {
  block: { icon: 'stop', look: 'bad' },
  warning: { icon: 'alert', look: 'warn' },
  info: { icon: 'info', look: 'info' },
} as const satisfies Record<SetUpRemark['tone'], { icon: string; look: string }>;

/** "Cần xem": each line says what and leads to where it is fixed. */
export function remarksList(making: Making, now: DateTime, facts: RemarkFacts) {
  const { setup, t } = making;
  return setUpRemarks(setup, now, facts).map((remark) => ({
    ...LOOKS[remark.tone],
    tone: t.setup.tones[remark.tone],
    text: remarkSentence(remark, setup, t),
    href: hrefOfRemark(making, remark),
  }));
}

/** Some remarks are settled on another page; the others where they point to. */
function hrefOfRemark(making: Making, remark: SetUpRemark): string {
  switch (remark.kind) {
    case 'told_otherwise':
      return links.letters(remark.clusterId);
    case 'not_allowed':
    case 'waiting_with_places':
    case 'nobody_speaks':
      return links.desk({ clusterId: remark.clusterId, unitId: remark.unitId });
    default:
      return spotHref(making, remark.spot);
  }
}

export function spotHref(making: Making, spot: SetUpSpot): string {
  const { setup } = making;
  switch (spot.section) {
    case 'event':
      return links.setUpPart(setup.id, {
        section: 'event',
        id: spot.field ? fieldId('event', spot.field) : 'part-event',
      });
    case 'clusters':
      return links.setUpPart(setup.id, { section: 'new-cluster', id: fieldId('new-cluster', 'number') });
    case 'cluster': {
      const cluster = setup.clusters[spot.index];
      if (!cluster) return links.setUpOf(setup.id);
      const id = fieldId(clusterPrefix(cluster), spot.field ?? 'number');
      return links.setUpPart(setup.id, { section: clusterSection(cluster), id });
    }
    case 'participants': {
      const cluster = setup.clusters[spot.index];
      if (!cluster) return links.setUpOf(setup.id);
      if (spot.field !== 'host') return participantHref(making, cluster, spot.row);
      return links.setUpPart(setup.id, {
        section: participantsSection(cluster),
        id: fieldId(participantsPrefix(cluster), 'host'),
      });
    }
    case 'categories':
      return rowHref(making, { section: 'categories', prefix: 'category', rows: setup.categories }, spot);
    case 'agenda':
      return rowHref(making, { section: 'agenda', prefix: 'agenda', rows: setup.agenda }, spot);
    case 'units':
      return links.setUpPart(setup.id, { section: 'units', id: 'part-new-unit' });
    default:
      throw new Error(`No such place: ${JSON.stringify(spot satisfies never)}`);
  }
}

function rowHref(
  { setup }: Making,
  { section, prefix, rows }: { section: string; prefix: string; rows: readonly { id: string }[] },
  { row, field }: { row?: number; field?: string },
): string {
  const key = row === undefined ? undefined : rows[row]?.id;
  const first = section === 'agenda' ? 'title' : 'code';
  return links.setUpPart(setup.id, { section, id: fieldId(prefix, `row.${key ?? 'new1'}.${field ?? first}`) });
}
