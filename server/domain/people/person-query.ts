/** What somebody types to find a person, and how the people found are put together for reading. */
import { fold } from '../vietnamese/fold.ts';
import { compareNames, compareText } from '../vietnamese/name-order.ts';
import { plainName } from '../vietnamese/person-name.ts';
import { readPhone } from '../vietnamese/phone.ts';

export type PersonQuery = {
  /** Folded; each must begin a word of what is known of the person. "Ông", "Bà", "Đ/c" before them are put aside. */
  words: string[];
  /** The same words with the marks they were typed with, in lower case. */
  marked: string[];
  /** All that was typed, when something was put aside: the family name may be Ông. */
  titled: string[] | undefined;
  /** A single letter, which must be a whole word of the name: Ý, Y. Anywhere else it would find half of everybody. */
  isLetter: boolean;
  /** The query read as a whole phone number, if it can be one: "+84 900 000 011". */
  phone: string | undefined;
};

export const SHORTEST_QUERY = 2;

/** What is searched of a post and a workplace: folded, each word by itself, so that "Trưởng ban/Phó ban" has both. */
export const postWords = (...parts: string[]): string => fold(fold(parts.join(' ')).replace(/[()/,;:.–-]+/g, ' '));

/** Undefined when there is too little to search by: one sign that is no letter. */
export function readPersonQuery(typed: string): PersonQuery | undefined {
  const all = plainName(typed)
    .toLowerCase()
    .split(' ')
    .map((word) => word.replace(/^[.,;:()]+|[.,;:()]+$/g, ''))
    .filter((word) => fold(word) !== '');
  const marked = withoutTitle(all);
  const words = marked.map(fold);
  const isLetter = words.length === 1 && /^\p{L}$/u.test(words[0] ?? '');
  if (!isLetter && [...words.join('')].length < SHORTEST_QUERY) return undefined;
  const phone = readPhone(typed);
  return {
    words,
    marked,
    titled: marked.length < all.length ? all : undefined,
    isLetter,
    phone: phone.kind === 'mobile' || phone.kind === 'landline' ? phone.phone : undefined,
  };
}

const TITLES = ['ong', 'ba', 'ong/ba', 'd/c'];

/** Every list shows "Ông Lê Bảo": so people type it. What stands alone is a name. */
function withoutTitle(words: readonly string[]): string[] {
  const [first = '', second = '', ...rest] = words.map(fold);
  if (TITLES.includes(first) && second !== '') return withoutTitle(words.slice(1));
  if (first === 'dong' && second === 'chi' && rest.length > 0) return withoutTitle(words.slice(2));
  return [...words];
}

type Registration = {
  delegateId: string;
  eventId: string;
  unitId: string;
  unitName: string;
  fullName: string;
  position: string;
  workplace: string;
  clusterNumber: number;
  state: 'active' | 'withdrawn' | 'replaced';
};

/**
 * One entry per person with every place of theirs. A person is the row entered once for several clusters, and also the
 * same name, post and workplace of one unit entered again elsewhere. Two of that description who both hold a place in
 * one cluster are two people: somebody said so when they were registered.
 *
 * Sorted by given name as Vietnamese reads it, then by the rest of the name, then by unit.
 */
export function groupByPerson<Found extends Registration>(registrations: readonly Found[]): Found[][] {
  const people: Found[][] = [];
  for (const registration of [...registrations].sort(byCluster)) {
    const known = people.find(
      (own) => own.some((other) => isSame(other, registration)) && !holdsCluster(own, registration),
    );
    if (known) known.push(registration);
    else people.push([registration]);
  }
  return people.sort(([left], [right]) => (left && right ? byName(left, right) : 0));
}

const byCluster = (left: Registration, right: Registration): number => left.clusterNumber - right.clusterNumber;

const byName = (left: Registration, right: Registration): number =>
  compareNames(left.fullName, right.fullName) ||
  compareText(left.unitName, right.unitName) ||
  compareText(left.position, right.position);

const holdsCluster = (own: readonly Registration[], registration: Registration): boolean =>
  registration.state === 'active' &&
  own.some((other) => other.state === 'active' && other.clusterNumber === registration.clusterNumber);

function isSame(left: Registration, right: Registration): boolean {
  if (left.eventId !== right.eventId || left.unitId !== right.unitId) return false;
  if (left.delegateId === right.delegateId) return true;
  const identity = (registration: Registration) =>
    fold(`${registration.fullName}|${registration.position}|${registration.workplace}`);
  return identity(left) === identity(right);
}
