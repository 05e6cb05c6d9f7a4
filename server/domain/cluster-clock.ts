/**
 * The moments of a cluster, each judged once. Instants are UTC ISO text with milliseconds, as the database holds them
 * and `instant(context)` gives them. The queries of `db/` that choose clusters use the same boundaries.
 */
import type { DateTime } from 'luxon';
import { workingDaysBefore } from './days-off.ts';

/** A cluster is over from its end on, that moment included. */
export const isOver = ({ endsAt }: { endsAt: string }, at: string): boolean => at >= endsAt;

/** Its attendance is closed: the list is what the meeting was held and paid with. */
export const isClosed = ({ closedAt }: { closedAt?: string | undefined }): boolean => closedAt !== undefined;

/** Neither over nor closed: somebody can still come, answer or take a free seat. */
export const isOpenToPeople = (cluster: { endsAt: string; closedAt?: string | undefined }, at: string): boolean =>
  !isOver(cluster, at) && !isClosed(cluster);

/** Units register until the deadline, that moment included. */
export const isPastDeadline = ({ registrationDeadline }: { registrationDeadline: string }, at: string): boolean =>
  at > registrationDeadline;

/** After the answer deadline an answer comes late, and still counts until the cluster is over. */
export const isPastAnswerDeadline = ({ answerDeadline }: { answerDeadline: string }, at: string): boolean =>
  at > answerDeadline;

/** QĐ 45/2018/QĐ-TTg: an invitation is sent at least three working days before. */
const INVITE_WORKING_DAYS = 3;

/** The last day on which an invitation to a meeting at `startsAt` goes out in time; in the zone of `startsAt`. */
export const lastDayToInvite = (startsAt: DateTime, daysOff: readonly string[]): DateTime =>
  workingDaysBefore(startsAt, INVITE_WORKING_DAYS, daysOff);
