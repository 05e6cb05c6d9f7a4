import { participantsOf, setListState } from '../../../db/events/clusters.ts';
import { knownPeople } from '../../../db/people/registrations.ts';
import type { Tx } from '../../../db/schema.ts';
import type { Context } from '../../context.ts';
import { isLocked, type RowsAct, settledState, standingOf } from '../../domain/list/list-status.ts';
import { audited } from '../audited.ts';

export type SettledList = {
  event: { acceptsByHand: boolean };
  clusterId: string;
  unitId: string;
  at: string;
  act: RowsAct;
};

/**
 * Brings a unit's list to the state its rows deserve, in the caller's transaction and after its act. A locked list stays
 * as it is: whoever changed it has the right to, and has looked. What moves by itself is in the audit as the system's.
 */
export async function settleList(
  context: Context,
  tx: Tx,
  { event, clusterId, unitId, at, act }: SettledList,
): Promise<void> {
  const list = (await participantsOf(tx, clusterId)).find((participant) => participant.unitId === unitId);
  if (!list || isLocked(standingOf(list), event)) return;
  const before = list.listState;
  const people = await knownPeople(tx, clusterId, unitId);
  const state = settledState({ state: before, people, acceptsByHand: event.acceptsByHand, act });
  // Handing in is a moment of its own; a list that is looked at again was handed in when it was.
  const isHandIn = act === 'handed_in';
  if (isHandIn) await setListState(tx, { clusterId, unitId, state: 'submitted', at });
  if (state !== (isHandIn ? 'submitted' : before)) {
    await setListState(tx, { clusterId, unitId, state, at: state === 'submitted' ? (list.submittedAt ?? at) : at });
  }
  // Handing in is the unit's act and is audited as such; losing an acceptance is the system's.
  if (state === before || (state === 'submitted' && before !== 'accepted')) return;
  await audited(context, tx, 'system', {
    action: state === 'accepted' ? 'list_accepted' : 'list_reopened',
    subject: `cluster:${clusterId}`,
    detail: { unit: unitId },
  });
}
