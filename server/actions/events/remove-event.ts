import { deleteEvent, eventHoldings } from '../../../db/events/event-removal.ts';
import { eventById } from '../../../db/events/events.ts';
import { isReferenced } from '../../../db/engine/index.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { removalProblems } from '../../domain/plan/event-removal.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { found } from '../../errors.ts';
import { audited } from '../audited.ts';
import { isStale, type Outcome, type SectionForm, versions } from './section.ts';

/** A mistake, or a copy made to try. What people did stays in the audit, and so does this. */
export async function removeEvent(
  context: Context,
  actor: Actor,
  { eventId, typed }: SectionForm,
): Promise<Outcome<{ title: string }>> {
  try {
    return await context.db.write(async (tx): Promise<Outcome<{ title: string }>> => {
      const event = found(await eventById(tx, eventId));
      const holdings = await eventHoldings(tx, eventId);
      const problems = removalProblems(holdings).map((problem) => ({ field: 'form', problem }));
      if (problems.length > 0) return { kind: 'problems', problems };
      if (isStale(typed, versions.holdings(holdings))) return { kind: 'stale' };
      await deleteEvent(tx, eventId);
      const { clusters, categories, draftRows } = holdings;
      await audited(context, tx, actor, {
        action: 'event_removed',
        subject: `event:${eventId}`,
        detail: { code: event.code, year: event.year, clusters, categories, draftRows },
      });
      return { kind: 'saved', title: event.title };
    });
  } catch (error) {
    // A paper, a frozen list: whatever still names the event keeps it.
    if (!isReferenced(error)) throw error;
    return { kind: 'problems', problems: [{ field: 'form', problem: setUpProblem('event_in_use', {}) }] };
  }
}
