/** The table of a cluster's units: order, share, who hosts, who leaves, who joins. */
import type { SetupCluster, SetupParticipant } from '../../domain/plan/event-setup.ts';
import { hasRegistrationBegun } from '../../domain/seats/capacity.ts';
import { quotaLengths, quotaSummary } from '../../domain/seats/quota-summary.ts';
import { links } from '../links.ts';
import { standingUnits } from './event-form.ts';
import { type Attempt, fieldId, fieldMaker, type Option, unstored } from './fields.ts';
import { attemptOf, formOf, type Making } from './form.ts';
import { versions } from '../../actions/events/section.ts';
import { rowKeys } from '../../domain/words/typed-fields.ts';

export const participantsSection = ({ id }: { id: string }): string => `participants:${id}`;
export const participantsPrefix = ({ number }: { number: number }): string => `units-${number}`;

/** @param picking shows every unit that could join, to tick many at once */
export function participantsTable(making: Making, cluster: SetupCluster, { picking }: { picking: boolean }) {
  const { setup, t } = making;
  const words = t.setup.participants;
  const [section, prefix] = [participantsSection(cluster), participantsPrefix(cluster)];
  const attempt = attemptOf(making, section);
  const make = fieldMaker(prefix, unstored(attempt));
  const isThere = (id: string) => cluster.participants.some(({ unitId }) => unitId === id);
  const others = standingUnits(setup.units).filter(({ value }) => !isThere(value));
  const sum = cluster.participants.reduce((total, { quota }) => total + quota, 0);
  const frame = { sum, min: cluster.min, max: cluster.max };
  const isPicking = picking || attempt?.typed.get('picking') === '1';
  const rows = cluster.participants.map((unit, index) => row(making, unit, { index, cluster, prefix, attempt }));
  const add = addFields(make, others, words);
  const pick = pickFields(make, isPicking ? others : [], words);
  const reason = hasRegistrationBegun(cluster.participants) ? [reasonField(make, words)] : [];
  const hostId = fieldId(prefix, 'host');
  const [hostProblem, now] = [attempt?.problems.get('host'), hostNow(making, cluster, attempt)];
  return {
    ...formOf(making, {
      section,
      prefix,
      action: links.participants({ eventId: setup.id, clusterId: cluster.id }),
      version: versions.participants(cluster),
      fields: reason,
      cells: [...rows.flatMap(({ order, quota }) => [order, quota]), ...Object.values(add), pick.quota],
    }),
    count: words.count(cluster.participants.length),
    saveLabel: words.save(cluster.number),
    gauge: { ...frame, lengths: quotaLengths(frame), ...quotaSummary(frame, words) },
    rows,
    hostProblem,
    hostNow: now,
    hostProblemId: hostId,
    hostNotes: [now && `${hostId}-now`, hostProblem && `${hostId}-error`].filter(Boolean).join(' '),
    add,
    isClosed: cluster.closedAt !== undefined,
    pick: isPicking ? pick : undefined,
    pickHref:
      others.length > 1
        ? links.pickUnits(setup.id, { clusterId: cluster.id, section, id: `${prefix}-pick` })
        : undefined,
    pickId: `${prefix}-pick`,
  };
}

type Make = ReturnType<typeof fieldMaker>;
type ParticipantWords = Making['t']['setup']['participants'];

const addFields = (make: Make, options: Option[], words: ParticipantWords) => ({
  unit: make('add.unit', { kind: 'choice', label: words.addUnit, stored: '', options, empty: words.chooseUnit }),
  quota: make('add.quota', { kind: 'number', label: words.addQuota, stored: '' }),
});

const pickFields = (make: Make, units: readonly Option[], words: ParticipantWords) => ({
  quota: make('pickQuota', { kind: 'number', label: words.pickQuota, stored: '0' }),
  units: units.map(({ value, label }) => make(`pick.${value}.on`, { kind: 'check', label, stored: '' })),
});

const reasonField = (make: Make, words: ParticipantWords) =>
  make('reason', {
    kind: 'text',
    label: words.reason,
    stored: '',
    hint: words.reasonHint,
    isOptional: true,
    isWide: true,
  });

/** Who hosts is one choice over all rows, so it is said once, above them. */
function hostNow({ setup }: Making, { hostUnitId }: SetupCluster, attempt: Attempt | undefined): string | undefined {
  if (!attempt?.now || attempt.typed.get('host') === hostUnitId) return undefined;
  return attempt.now.storedNow(setup.units.find(({ id }) => id === hostUnitId)?.name ?? '');
}

type RowContext = { index: number; cluster: SetupCluster; prefix: string; attempt: Attempt | undefined };

function row({ setup, t }: Making, unit: SetupParticipant, { index, cluster, prefix, attempt }: RowContext) {
  const words = t.setup.participants;
  const { unitId } = unit;
  const name = setup.units.find(({ id }) => id === unitId)?.name ?? '';
  // A unit that somebody else added meanwhile is not in the form that came back: it shows as stored.
  const typed = attempt && rowKeys(attempt.typed, 'unit').includes(unitId) ? attempt : undefined;
  const make = fieldMaker(prefix, typed);
  const ask = fieldMaker(prefix, unstored(typed));
  const hostId = attempt?.typed.get('host') ?? cluster.hostUnitId;
  return {
    name,
    isLead: unitId === setup.event.leadUnitId,
    order: make(`unit.${unitId}.order`, { kind: 'number', label: words.orderOf(name), stored: String(index + 1) }),
    quota: make(`unit.${unitId}.quota`, { kind: 'number', label: words.quotaOf(name), stored: String(unit.quota) }),
    seated: unit.seated,
    waiting: unit.waiting,
    host: { value: unitId, isChosen: hostId === unitId, label: words.hostIs(name) },
    remove: unit.hasHistory
      ? undefined
      : ask(`unit.${unitId}.remove`, { kind: 'check', label: words.removeUnit(name), stored: '' }),
  };
}

/** Where a unit of a cluster stands on the page. */
export const participantHref = (making: Making, cluster: SetupCluster, row: number | undefined): string => {
  const unitId = row === undefined ? undefined : cluster.participants[row]?.unitId;
  const prefix = participantsPrefix(cluster);
  const id = unitId === undefined ? `part-${prefix}` : fieldId(prefix, `unit.${unitId}.quota`);
  return links.setUpPart(making.setup.id, { section: participantsSection(cluster), id });
};
