/** Whether an event may be removed: only while nothing of it is a record. */
import { type SetUpProblem, setUpProblem } from './set-up-problem.ts';

export type EventTraces = {
  /** With those that were withdrawn. */
  registrations: number;
  letters: number;
  /** Phones that were paired once. */
  phones: number;
  changeRequests: number;
};

/** All that keeps the event; nothing when it may go. */
export function removalProblems({ registrations, letters, phones, changeRequests }: EventTraces): SetUpProblem[] {
  return [
    ...(registrations > 0 ? [setUpProblem('event_has_delegates', { count: registrations })] : []),
    ...(letters > 0 ? [setUpProblem('event_has_letters', { count: letters })] : []),
    ...(changeRequests > 0 ? [setUpProblem('event_has_requests', { count: changeRequests })] : []),
    ...(phones > 0 ? [setUpProblem('event_has_phones', { count: phones })] : []),
  ];
}
