/** From an empty house to the second day at the door: every kind of change that leaves an entry in the audit. */
import { invitations, answers } from './journey-letters.ts';
import { doorOfClusterOne, doorOfClusterTwo } from './journey-door.ts';
import {
  drafts,
  listsOfClusterOne,
  listsOfClusterThree,
  listsOfClusterTwo,
  people,
  places,
  requests,
} from './journey-lists.ts';
import { accounts, eventAndClusters, firstAdmin, otherEvents, units } from './journey-setup.ts';
import { type Journey, startJourney } from './journey-world.ts';
import type { Phone } from '../support/cast.ts';

/** Two moments at which the house is full of work. */
export const MOMENTS = { before: '2023-03-30T16:00', day: '2023-04-07T14:30' };

/** `pause` may look at the house at each of the two moments; the phone is the one at the main gate. */
export async function makeJourney(
  pause: (moment: keyof typeof MOMENTS, journey: Journey, phone: Phone | undefined) => Promise<void>,
): Promise<Journey> {
  const journey = await startJourney('2023-03-20T08:00', firstAdmin);
  for (const step of [accounts, eventAndClusters, otherEvents, units]) await step(journey);
  journey.moveTo('2023-03-27T08:00');
  const lists = [listsOfClusterOne, listsOfClusterTwo, drafts, listsOfClusterThree, requests, people, places];
  for (const step of lists) await step(journey);
  journey.moveTo('2023-03-30T09:00');
  await invitations(journey);
  journey.moveTo(MOMENTS.before);
  await pause('before', journey, undefined);
  journey.moveTo('2023-03-31T09:00');
  await answers(journey);
  journey.moveTo('2023-04-05T13:05');
  await doorOfClusterOne(journey);
  journey.moveTo('2023-04-07T11:05');
  const phone = await doorOfClusterTwo(journey);
  journey.moveTo(MOMENTS.day);
  await pause('day', journey, phone);
  return journey;
}
