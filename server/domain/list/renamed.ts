/** People left over on both sides of a comparison who may be one: a name spelt anew matches no one by name. */
import { fold } from '../vietnamese/fold.ts';

type Somebody = Record<'position' | 'workplace' | 'phone' | 'email', string>;

export type SamePerson<Gone, Added> = {
  gone: Gone;
  added: Added;
  /** What they share: a phone or e-mail, or only the post, which a successor has too. */
  by: 'contact' | 'post';
};

/**
 * Each gone and each added person stands in one pair at most, and only where no other would fit as well: colleagues share
 * mailboxes and posts. Whether it is one person, somebody has to say.
 */
export function perhapsSame<Gone extends Somebody, Added extends Somebody>(
  gone: readonly Gone[],
  added: readonly Added[],
): SamePerson<Gone, Added>[] {
  const byContact = onlyPairs(gone, added, sharesContact).map((pair) => ({ ...pair, by: 'contact' as const }));
  const isLeft = (one: Gone | Added) => !byContact.some((pair) => pair.gone === one || pair.added === one);
  const byPost = onlyPairs(gone.filter(isLeft), added.filter(isLeft), sharesPost);
  return [...byContact, ...byPost.map((pair) => ({ ...pair, by: 'post' as const }))];
}

function onlyPairs<Gone, Added>(
  gone: readonly Gone[],
  added: readonly Added[],
  isAlike: (one: Gone, other: Added) => boolean,
): { gone: Gone; added: Added }[] {
  return gone.flatMap((one) => {
    const [other, second] = added.filter((candidate) => isAlike(one, candidate));
    if (other === undefined || second !== undefined) return [];
    return gone.filter((rival) => isAlike(rival, other)).length === 1 ? [{ gone: one, added: other }] : [];
  });
}

const sharesContact = (one: Somebody, other: Somebody): boolean =>
  (one.phone !== '' && one.phone === other.phone) ||
  (one.email !== '' && one.email.toLowerCase() === other.email.toLowerCase());

const sharesPost = (one: Somebody, other: Somebody): boolean =>
  one.position !== '' &&
  one.workplace !== '' &&
  fold(one.position) === fold(other.position) &&
  fold(one.workplace) === fold(other.workplace);
