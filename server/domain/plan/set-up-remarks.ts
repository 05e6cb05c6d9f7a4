/**
 * "Cần xem": all that deserves a look before an event can start. First what a plan file would be refused or warned for,
 * then what only the stored event knows: the day by which invitations must be out, days gone by, merged units, people
 * who wait or may not stand where they do, letters that tell an old day, items of the agenda for which nobody comes.
 */
import type { DateTime } from 'luxon';
import { lastDayToInvite } from '../cluster-clock.ts';
import { inZone } from '../words/document-date.ts';
import { waitingWhileFree } from '../seats/seating.ts';
import { itemsWithoutSpeaker } from './agenda-speakers.ts';
import { checkPlan } from './check-plan.ts';
import {
  agendaOutside,
  holidaysMissing,
  notAllowed,
  overUnseen,
  registrationOver,
  announcedOtherwise,
} from './cluster-remarks.ts';
import { type EventSetup, planOfEvent, type SetupCluster } from './event-setup.ts';
import { spotOf, type SetUpSpot } from './problem-spot.ts';
import type { At, RemarkFacts, SetUpRemark } from './set-up-remark.ts';

const NO_FACTS: RemarkFacts = { present: new Map(), announcedOtherwise: new Map(), registered: [] };

/** Blocks first, then warnings, then what is good to know. */
export function setUpRemarks(setup: EventSetup, now: DateTime, facts: RemarkFacts = NO_FACTS): SetUpRemark[] {
  const remarks = [
    ...planRemarks(setup),
    ...holidaysMissing(setup, now),
    ...setup.clusters.flatMap((cluster, index) => clusterRemarks(setup, cluster, { index, now, facts })),
  ];
  const ofTone = (tone: SetUpRemark['tone']) => remarks.filter((remark) => remark.tone === tone);
  return [...ofTone('block'), ...ofTone('warning'), ...ofTone('info')];
}

function planRemarks(setup: EventSetup): SetUpRemark[] {
  const problems = checkPlan(planOfEvent(setup));
  const remarks = problems
    .filter(({ code }) => code !== 'agenda_outside_cluster')
    .map((problem): SetUpRemark => {
      return { kind: 'plan', problem, spot: spotOf(problem.path), tone: problem.severity };
    });
  return [...remarks, ...agendaOutside(setup, problems)];
}

function clusterRemarks(setup: EventSetup, cluster: SetupCluster, at: At): SetUpRemark[] {
  const starts = inZone(cluster.startsAt, setup.event.zone);
  if (starts <= at.now) return overUnseen(setup, cluster, at);
  return [
    ...registrationOver(setup, cluster, at),
    ...invitationRemarks(setup, cluster, at),
    ...announcedOtherwise(cluster, at),
    ...mergedUnits(setup, cluster, at.index),
    ...waitingWithSeats(setup, cluster, at),
    ...notAllowed(setup, cluster, at),
    ...nobodySpeaks(setup, cluster, at.now),
  ];
}

function invitationRemarks({ event }: EventSetup, cluster: SetupCluster, { index, now }: At): SetUpRemark[] {
  const { number } = cluster;
  const day = lastDayToInvite(inZone(cluster.startsAt, event.zone), event.daysOff).startOf('day');
  const deadline = inZone(cluster.registrationDeadline, event.zone);
  const isPast = now.setZone(event.zone).startOf('day') > day;
  const at = (field: string): SetUpSpot => ({ section: 'cluster', index, field });
  const inviteBy: SetUpRemark = {
    kind: 'invite_by',
    number,
    day,
    isPast,
    spot: at('date'),
    tone: isPast ? 'warning' : 'info',
  };
  if (deadline <= day.endOf('day')) return [inviteBy];
  const spot = at('registrationDeadline');
  return [{ kind: 'registers_too_late', number, day, deadline, spot, tone: 'warning' }, inviteBy];
}

function mergedUnits({ units }: EventSetup, cluster: SetupCluster, index: number): SetUpRemark[] {
  return cluster.participants.flatMap(({ unitId }, row): SetUpRemark[] => {
    const unit = units.find(({ id }) => id === unitId);
    const successor = units.find(({ id }) => id === unit?.successorId);
    if (!unit || !successor) return [];
    const spot: SetUpSpot = { section: 'participants', index, row };
    return [
      {
        kind: 'merged_unit',
        number: cluster.number,
        unit: unit.name,
        successor: successor.name,
        spot,
        tone: 'warning',
      },
    ];
  });
}

/** Where the event does not give free places away by itself, somebody has to: at the desk, where it is seen. */
function waitingWithSeats({ units }: EventSetup, cluster: SetupCluster, { index, now }: At): SetUpRemark[] {
  const stuck = waitingWhileFree(cluster, cluster.participants, now.toUTC().toISO() ?? '');
  return (stuck?.withinQuota ?? []).map(({ unit: participant, free: places }): SetUpRemark => {
    const { unitId, waiting } = participant;
    const row = cluster.participants.indexOf(participant);
    const unit = units.find(({ id }) => id === unitId)?.name ?? '';
    const spot: SetUpSpot = { section: 'participants', index, row };
    return {
      kind: 'waiting_with_places',
      number: cluster.number,
      clusterId: cluster.id,
      unitId,
      unit,
      waiting,
      places,
      spot,
      tone: 'warning',
    };
  });
}

/** Leads to the list the missing delegate belongs on; of several units, to the first. */
function nobodySpeaks({ event, units, categories, agenda }: EventSetup, cluster: SetupCluster, now: DateTime) {
  const speaking = cluster.participants.map(({ unitId, listState, registered }) => ({
    id: unitId,
    name: units.find(({ id }) => id === unitId)?.name ?? '',
    isLead: unitId === event.leadUnitId,
    isHost: unitId === cluster.hostUnitId,
    listState,
    registered,
  }));
  const isRegistrationOver = inZone(cluster.registrationDeadline, event.zone) < now;
  return itemsWithoutSpeaker({ agenda, categories, units: speaking, isRegistrationOver }).map(
    (missing): SetUpRemark => ({
      kind: 'nobody_speaks',
      number: cluster.number,
      item: missing.title,
      owner: missing.owner,
      units: missing.units.map(({ name }) => name),
      categories: missing.categories,
      clusterId: cluster.id,
      unitId: missing.units[0]?.id ?? '',
      spot: { section: 'agenda', row: missing.row },
      tone: 'warning',
    }),
  );
}
