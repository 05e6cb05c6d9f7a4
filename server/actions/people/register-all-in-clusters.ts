import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { registerInCluster } from './register-in-clusters.ts';

export type WantedRegistration = { registrationId: string; clusterId: string };

/** The outcome of the registrations wanted in one cluster. Those registered already are in none of the counts. */
export type ClusterOutcome = { clusterNumber: number; seated: number; waiting: number; leftOut: number };

/**
 * Gives guests of the city places in further clusters, each by the rule of `registerInClusters` on the counts of this
 * transaction, in the order given. A namesake in the other list leaves that place out and no other; whoever has left
 * meanwhile is passed over. The same places sent twice are there once.
 */
export async function registerAllInClusters(
  context: Context,
  actor: Actor,
  wanted: readonly WantedRegistration[],
): Promise<ClusterOutcome[]> {
  return await context.db.write(async (tx) => {
    const outcomes = new Map<number, ClusterOutcome>();
    const at = (clusterNumber: number): ClusterOutcome => {
      const outcome = outcomes.get(clusterNumber) ?? { clusterNumber, seated: 0, waiting: 0, leftOut: 0 };
      outcomes.set(clusterNumber, outcome);
      return outcome;
    };
    for (const registration of wanted) {
      const result = await registerInCluster(context, tx, { actor, ...registration, anotherPerson: false });
      switch (result.kind) {
        case 'registered':
          at(result.clusterNumber)[result.seat] += 1;
          break;
        case 'problems':
          at(result.clusterNumber).leftOut += 1;
          break;
        case 'registered_already':
        case 'withdrawn':
          break;
        default:
          throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
      }
    }
    return [...outcomes.values()].sort((left, right) => left.clusterNumber - right.clusterNumber);
  });
}
