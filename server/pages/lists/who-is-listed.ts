import type { ListedDelegate } from '../../../db/lists/reports.ts';
import { inZone } from '../../domain/words/document-date.ts';
import type { ListFacts } from './load-list.ts';

/** The attendance list holds everyone who has a place, and everyone who came in, whatever happened to the place since. */
export const isExpected = ({ presence }: Pick<ListFacts, 'presence'>, delegate: ListedDelegate): boolean =>
  (delegate.seat === 'seated' && !delegate.isWithdrawn) || presence.has(delegate.id);

/** Before the door opens nobody is absent yet; a first arrival opens it early. */
export const hasDoorOpened = ({ presence, cluster, now }: ListFacts): boolean =>
  presence.size > 0 || now.toMillis() >= inZone(cluster.doorOpensAt, cluster.zone).toMillis();
