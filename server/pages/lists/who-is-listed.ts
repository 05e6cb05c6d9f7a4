import { inZone } from '../../domain/words/document-date.ts';
import type { ListFacts } from './load-list.ts';

/** Before the door opens nobody is absent yet; a first arrival opens it early. */
export const hasDoorOpened = ({ presence, cluster, now }: ListFacts): boolean =>
  presence.size > 0 || now.toMillis() >= inZone(cluster.doorOpensAt, cluster.zone).toMillis();
