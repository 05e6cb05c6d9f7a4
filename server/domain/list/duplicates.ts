/**
 * Whether a line stands for somebody who is on the list already, on a line above it, or was on the list and left. Nobody
 * is merged silently, nobody is written twice for being sent twice, and nobody who left comes back unasked.
 */
import type { Problem } from './problem.ts';
import type { TypedRow } from './row.ts';
import type { Known, Left } from './rules.ts';
import { fold } from '../vietnamese/fold.ts';

type Details = { honorific: string; phone: string | undefined; email: string | undefined; note: string };

/** Two people of one name in one post are told apart by these; where all are the same, nothing tells them apart. */
export const detailsKey = ({ honorific, phone = '', email = '', note }: Details): string =>
  JSON.stringify([honorific, phone, email, note]);

/** A line that could be written, were it not for who is there already. */
type Line = Omit<Known, 'fullName' | 'details'> & { details: string; typed: TypedRow };

/** Somebody of the same folded name, in the cluster already or on a line above. */
type Namesake = { where: 'registered' | 'list'; line: string; person: Known; post: string };

export type Roll = {
  /** Adds what there is to say of the line; true when it is not to be written. */
  isListed: (line: Line, add: (problem: Problem) => void) => boolean;
  /** The lines below meet this one. */
  remember: (line: string, person: Known) => void;
};

/** A line with this problem is a duplicate: the person it duplicates is named beside it. */
export const isTwin = (code: Problem['code']): boolean => code === 'duplicate' || code === 'identical';

/** A line with this names somebody who was on the list and left. */
export const isOfLeaver = (code: Problem['code']): boolean => code === 'left_withdrawn' || code === 'left_replaced';

export function openRoll({ known, left = [] }: { known: readonly Known[]; left?: readonly Left[] }): Roll {
  const namesakes = new Map<string, Namesake[]>();
  const enter = (where: Namesake['where'], line: string, person: Known) => {
    const namesake = { where, line, person, post: postKey(person) };
    const others = namesakes.get(person.nameFolded);
    if (others) others.push(namesake);
    else namesakes.set(person.nameFolded, [namesake]);
  };
  for (const person of known) enter('registered', '', person);
  const gone = new Map(left.map((person) => [person.nameFolded, person]));

  return {
    isListed(line, add) {
      const { nameFolded, typed } = line;
      const twins = namesakes.get(nameFolded);
      if (twins) return judgeTwins(line, twins, add);
      const leaver = gone.get(nameFolded);
      if (!leaver || typed.comesAgain || typed.anotherPerson) return false;
      add(leftBefore(leaver));
      return true;
    },
    remember: (line, person) => enter('list', line, person),
  };
}

/**
 * The same folded name, post and workplace in one unit is taken for the same person and not written twice, unless the
 * clerk says otherwise and something tells the two apart: of a list that is sent twice, everything is the same. The same
 * name in another post is two people, with a warning.
 */
function judgeTwins(line: Line, twins: readonly Namesake[], add: (problem: Problem) => void): boolean {
  const { typed } = line;
  const post = postKey(line);
  const inPost = twins.filter((twin) => twin.post === post);
  const same = inPost[0] ?? (typed.samePerson ? twins.find(({ where }) => where === 'registered') : undefined);
  const say = (code: Problem['code'], { where, line: number, person }: Namesake) =>
    add({
      field: 'fullName',
      code,
      severity: 'warning',
      detail: { where, line: number, name: person.fullName, position: person.position },
    });
  if (same && !typed.anotherPerson) {
    say('duplicate', same);
    return true;
  }
  const identical = inPost.find(({ person }) => person.details === line.details);
  if (identical) {
    say('identical', identical);
    return true;
  }
  const twin = same ?? twins[0];
  if (twin) say('possible_duplicate', twin);
  return false;
}

function leftBefore({ fullName, day, reason, replacedBy }: Left): Problem {
  const code = replacedBy === undefined ? 'left_withdrawn' : 'left_replaced';
  const detail = { name: fullName, day, reason, by: replacedBy ?? '' };
  return { field: 'fullName', code, severity: 'warning', detail };
}

const postKey = ({ position, workplace }: { position: string; workplace: string }): string =>
  `${fold(position)}\n${fold(workplace)}`.replace(/[–—]/g, '-');
