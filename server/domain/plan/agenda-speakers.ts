/**
 * An item of the agenda whose owner sends nobody to a cluster. In the plan of 2023 a speaker stood in the agenda and on
 * no list; nobody would have missed them before the hall did.
 *
 * An item says its owner in words and the categories the owner is invited under. Meant are the units whose lists may
 * hold these categories, and among them those the owner's words name ("UBND huyện Thới Lai"), if any. One registered
 * delegate of these categories is enough, seated or waiting: who waits is shown elsewhere.
 *
 * Nothing is said while a list could still bring the missing person: not before every unit meant has handed in, or the
 * deadline has passed. A returned list is with its unit again. Items of the organisers or of everybody, and items whose
 * owner is invited under no category, are left to `check-agenda`.
 */
import { type CategoryLevel, mayRegister } from '../category.ts';
import type { ListState } from '../list/list-status.ts';
import { fold } from '../vietnamese/fold.ts';
import { NEEDS_NO_INVITATION } from './check-agenda.ts';

export type SpeakingUnit = {
  id: string;
  name: string;
  isLead: boolean;
  isHost: boolean;
  listState: ListState;
  /** Codes of the categories its delegates are registered under in the cluster. */
  registered: readonly string[];
};

type Item = { title: string; owner: string; from: readonly string[] };
type Invited = { code: string; level: CategoryLevel; hostOnly: boolean };

export type SpeakerlessItem = {
  /** Of the item in the agenda. */
  row: number;
  title: string;
  owner: string;
  /** In the order of the cluster; never empty. */
  units: SpeakingUnit[];
  categories: string[];
};

/** The items of the agenda for which a cluster has nobody, in the order of the agenda. */
export function itemsWithoutSpeaker({
  agenda,
  categories,
  units,
  isRegistrationOver,
}: {
  agenda: readonly Item[];
  categories: readonly Invited[];
  /** Those that take part in the cluster. */
  units: readonly SpeakingUnit[];
  isRegistrationOver: boolean;
}): SpeakerlessItem[] {
  return agenda.flatMap(({ title, owner, from }, row): SpeakerlessItem[] => {
    if (owner === '' || from.some((code) => NEEDS_NO_INVITATION.includes(code))) return [];
    const invited = categories.filter(({ code }) => from.includes(code));
    const bringing = units.filter((unit) => invited.some((category) => mayRegister(unit, category)));
    const named = namedIn(owner, bringing);
    const meant = named.length > 0 ? named : bringing;
    if (meant.length === 0) return [];
    if (!isRegistrationOver && !meant.every(isHandedIn)) return [];
    // The organiser may have put somebody on a list that could not hold the category by itself.
    const lists = named.length > 0 ? named : units;
    const isThere = lists.some(({ registered }) => invited.some(({ code }) => registered.includes(code)));
    return isThere ? [] : [{ row, title, owner, units: meant, categories: invited.map(({ code }) => code) }];
  });
}

const isHandedIn = ({ listState }: SpeakingUnit): boolean => listState === 'submitted' || listState === 'accepted';

/** Whole words only, and the longer name first: "xã Trường Xuân A" does not mean Xã Trường Xuân. */
function namedIn(owner: string, units: readonly SpeakingUnit[]): SpeakingUnit[] {
  const within = (text: string, part: string) => ` ${wordsOf(text)} `.includes(` ${wordsOf(part)} `);
  const named = units.filter(({ name }) => within(owner, name));
  return named.filter((unit) => !named.some((other) => other !== unit && within(other.name, unit.name)));
}

const wordsOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
