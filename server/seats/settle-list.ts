import { participantsOf, setListState } from '../../db/clusters.ts';
import { knownPeople } from '../../db/registrations.ts';
import type { Tx } from '../../db/schema.ts';
import { countNamesakes, isLocked, listStateAfterSubmit, standingOf } from '../domain/list-life.ts';

export type SettledList = {
  event: { acceptsByHand: boolean };
  clusterId: string;
  unitId: string;
  at: string;
  isHandIn: boolean;
};

/**
 * Brings a unit's list to the state its rows deserve: handed in it is "submitted", and "accepted" as soon as nothing in
 * it waits or looks doubtful. When a place came free or somebody left instead, only a submitted list can move on. A
 * locked list stays accepted: whoever added to it has the right to, and has looked.
 */
export async function settleList(tx: Tx, { event, clusterId, unitId, at, isHandIn }: SettledList): Promise<void> {
  const list = (await participantsOf(tx, clusterId)).find((participant) => participant.unitId === unitId);
  if (!list || isLocked(standingOf(list), event)) return;
  if (isHandIn) await setListState(tx, { clusterId, unitId, state: 'submitted', at });
  else if (list.listState !== 'submitted') return;
  const people = await knownPeople(tx, clusterId, unitId);
  if (people.length === 0) return;
  const state = listStateAfterSubmit({
    waiting: people.filter((person) => person.seat === 'waiting').length,
    doubts: countNamesakes(people),
    acceptsByHand: event.acceptsByHand,
  });
  if (state === 'accepted') await setListState(tx, { clusterId, unitId, state, at });
}
