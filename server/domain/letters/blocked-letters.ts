/**
 * An invitation tells a day, hours and a deadline. While the set-up itself calls one of them wrong (another year than
 * the plan's, before the plan was signed) a cluster's letters stay here: a wrong day in sixty mailboxes cannot be taken
 * back. Saving stays possible, since an event is moved to another year step by step. One rule for the page, the form,
 * the API, the letter of a substitute and the postman.
 */
import { checkMoments } from '../plan/check-clusters.ts';
import { localMoments, type Moments } from '../plan/event-setup.ts';
import { isBlocking, type PlanProblem } from '../plan/plan-problem.ts';

export type DatedEvent = {
  year: number;
  lastYear: number | undefined;
  documentDate: string | undefined;
};

/** What must be fixed before letters of a cluster may go out; warnings hold nothing back. Instants as UTC ISO text. */
export function datesBlockingLetters(
  { year, lastYear, documentDate }: DatedEvent,
  cluster: Moments & { number: number; zone: string },
): PlanProblem[] {
  const value = { number: cluster.number, ...localMoments(cluster, cluster.zone) };
  return checkMoments({ path: 'clusters[0]', value }, { year, lastYear, documentDate }).filter(isBlocking);
}
