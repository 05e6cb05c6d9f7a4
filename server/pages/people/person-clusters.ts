/** The clusters of one person: where there is a place, and where a guest of the city could have one as well. */
import { type Cluster, participantsIn } from '../../../db/events/clusters.ts';
import type { Person, PersonsRegistration } from '../../../db/people/people.ts';
import type { Reader } from '../../../db/schema.ts';
import { type Actor, isOrganiser } from '../../domain/account.ts';
import { found } from '../../errors.ts';
import type { Words } from '../../i18n/catalogue.ts';
import type { PeopleWords } from '../../i18n/vi/people.ts';
import type { Lock } from '../../actions/people/affected-registrations.ts';
import { links } from '../links.ts';

export type RegisteredWhere = { registrations: readonly PersonsRegistration[]; clusters: readonly Cluster[]; t: Words };

const clusterOf = (registration: PersonsRegistration, clusters: readonly Cluster[]) =>
  found(clusters.find((cluster) => cluster.id === registration.clusterId));

/** Said above the form: a correction reaches every cluster. Undefined for a place in one cluster only. */
export function namesOfClusters({ registrations, clusters, t }: RegisteredWhere): string | undefined {
  const active = registrations.filter((registration) => !registration.isWithdrawn);
  if (active.length < 2) return undefined;
  return t.people.everywhere(
    active.map((registration) => t.layout.cluster(clusterOf(registration, clusters).number)).join(', '),
  );
}

export function registrationLines(person: Person, { registrations, clusters, t }: RegisteredWhere) {
  if (registrations.length < 2) return [];
  return registrations.map((registration) => ({
    label: t.people.place(
      clusterOf(registration, clusters).number,
      registration.isWithdrawn ? t.people.withdrawn : t.people[registration.seat],
    ),
    href: registration.registrationId === person.registrationId ? undefined : links.person(registration.registrationId),
  }));
}

/** The clusters in which a guest of the city could have a place as well; only the organiser gives it. */
export async function otherClusters(
  db: Reader,
  actor: Actor,
  person: Person,
  { registrations, clusters }: Pick<RegisteredWhere, 'registrations' | 'clusters'>,
) {
  if (!isOrganiser(actor) || !person.isOfCity || person.withdrawn) return undefined;
  const held = new Set(
    registrations.filter((registration) => !registration.isWithdrawn).map((registration) => registration.clusterId),
  );
  const participants = await participantsIn(
    db,
    clusters.map(({ id }) => id),
  );
  const open = clusters.filter(
    ({ id }) => !held.has(id) && participants.get(id)?.some(({ unitId }) => unitId === person.unitId),
  );
  if (open.length === 0) return undefined;
  return {
    action: links.personsClusters(person.registrationId),
    choices: open.map(({ id, number, venue }) => ({ value: id, label: `${number} · ${venue}` })),
  };
}

/** Why who comes can no longer be changed directly: for the list the page is of, or for another one of the person. */
export const lockedNote = ({ clusterNumber, why }: Lock, ofPage: number, t: PeopleWords): string =>
  clusterNumber === ofPage ? t.lockedBy[why] : t.lockedInOtherCluster(clusterNumber);
