/**
 * The city's list takes part in every cluster, and a guest is entered once: a name that stands in another cluster is
 * pointed out, and the clerk says whether it is the same person. Never taken for the same by itself.
 */
import type { Problem } from './problem.ts';
import type { TypedRow } from './row.ts';
import type { KnownInOtherCluster } from './rules.ts';
import { fold } from '../vietnamese/fold.ts';

/**
 * Warns of a namesake in another cluster: people in the same post there come first.
 *
 * @param linked delegates that lines above stand for already; one person has one place in a cluster
 * @returns the delegate the line stands for, when somebody has said that it is the same person
 */
export function checkOtherClusters(
  { nameFolded, position, workplace, typed }: Row,
  {
    otherClusters,
    linked,
    add,
  }: { otherClusters: readonly KnownInOtherCluster[]; linked: Set<string>; add: (problem: Problem) => void },
): string | undefined {
  const namesakes = otherClusters.filter((one) => one.nameFolded === nameFolded && !linked.has(one.delegateId));
  const isInPost = (one: KnownInOtherCluster) =>
    fold(one.position) === fold(position) && fold(one.workplace) === fold(workplace);
  const known = namesakes.find(isInPost) ?? namesakes[0];
  if (!known) return undefined;
  const { fullName: name, clusterNumber } = known;
  const detail = { cluster: String(clusterNumber), name, position: known.position };
  add({ field: 'fullName', code: 'known_elsewhere', severity: 'warning', detail });
  if (!typed.sameElsewhere || typed.anotherPerson) return undefined;
  linked.add(known.delegateId);
  return known.delegateId;
}

type Row = { nameFolded: string; position: string; workplace: string; typed: TypedRow };
