/** The last things that happened, in the scope of who looks. */
import type { Cluster } from '../../../db/events/clusters.ts';
import { historyNames, historyOf } from '../../../db/audit/history.ts';
import type { Reader } from '../../../db/schema.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { historyLine } from '../../i18n/history-sentence.ts';
import { links } from '../links.ts';

const LINES = 5;

export async function recentLines(db: Reader, actor: Actor, clusters: readonly Cluster[], t: Words) {
  const scope = scopeOf(actor);
  const unitId = scope.kind === 'unit' ? scope.unitId : undefined;
  const entries = await historyOf(db, { clusterIds: clusters.map(({ id }) => id), unitId, limit: LINES });
  const names = await historyNames(db, scope, entries);
  return entries.flatMap((entry) => {
    const cluster = clusters.find(({ id }) => id === entry.clusterId);
    if (!cluster) return [];
    const { at, who, what } = historyLine(entry, { names, scope, words: t.history, zone: cluster.zone });
    return [
      {
        at,
        who,
        what,
        cluster: t.layout.cluster(cluster.number),
        href: links.clusterHistory({ clusterId: cluster.id }),
      },
    ];
  });
}
