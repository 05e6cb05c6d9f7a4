import { clusterById, type Participant, participantsOf, setListState } from '../../../db/events/clusters.ts';
import { type Registration, registrationsOf } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import { found } from '../../errors.ts';
import { sha256 } from '../../keys.ts';
import { audited } from '../audited.ts';
import { fingerprintOf } from '../people/judge-person.ts';

export type Acceptance = {
  clusterId: string;
  unitId: string;
  /** The fingerprint of the list that was looked at; empty from a script that looked at nothing. */
  version?: string;
};

export type AcceptResult = {
  unit: Participant;
  /** `changed`: people were added, withdrawn or corrected since the page was shown. */
  kind: 'accepted' | 'accepted_before' | 'not_handed_in' | 'changed';
};

/** The organiser takes a handed-in list over, exactly as it was seen; letters may then go to its seated delegates. */
export async function acceptList(
  context: Context,
  actor: Actor,
  { clusterId, unitId, version = '' }: Acceptance,
): Promise<AcceptResult> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<AcceptResult> => {
    const scope = scopeOf(actor);
    const cluster = found(await clusterById(tx, scope, clusterId));
    const unit = found((await participantsOf(tx, cluster.id)).find((participant) => participant.unitId === unitId));
    if (unit.listState === 'accepted') return { kind: 'accepted_before', unit };
    if (unit.listState !== 'submitted') return { kind: 'not_handed_in', unit };
    const people = await registrationsOf(tx, { clusterId, scope, unitId });
    if (version !== '' && version !== listFingerprint(people)) return { kind: 'changed', unit };
    await setListState(tx, { clusterId, unitId, state: 'accepted', at, by: actor.accountId });
    await audited(context, tx, actor, {
      action: 'list_accepted',
      subject: `cluster:${clusterId}`,
      detail: { unit: unitId },
    });
    return { kind: 'accepted', unit };
  });
}

/** Changes with everybody who comes, goes or is corrected; who sits and who waits is the organiser's own doing. */
export const listFingerprint = (people: readonly Registration[]): string =>
  sha256(
    people
      .map((person) => `${person.id} ${fingerprintOf(person)}`)
      .sort()
      .join(),
  ).slice(0, 16);
