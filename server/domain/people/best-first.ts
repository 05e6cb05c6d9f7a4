/** The order of search results: a match in the name comes before a match in other details. */
import type { PersonQuery } from './person-query.ts';
import { fold } from '../vietnamese/fold.ts';
import { plainName } from '../vietnamese/person-name.ts';

/**
 * How well a name answers a query, less is better, compared part by part: whole words of the name, beginnings of its
 * words, something else of the person; then the marks as typed; then the title as part of the name.
 */
function rankOf(fullName: string, { words, marked, titled }: PersonQuery): number[] {
  const spelt = plainName(fullName).toLowerCase().split(' ');
  const folded = spelt.map(fold);
  const isWhole = words.every((word) => folded.includes(word));
  const begins = (word: string) => folded.some((part) => part.startsWith(word));
  const isOfName = isWhole || words.every(begins);
  /** A word typed without marks means every one it may stand for. */
  const isSpelt = (word: string) =>
    word === fold(word) ? begins(word) : spelt.some((part) => (isWhole ? part === word : part.startsWith(word)));
  return [
    isWhole ? 0 : isOfName ? 1 : 2,
    isOfName && !marked.every(isSpelt) ? 1 : 0,
    isOfName && titled !== undefined && !titled.every(isSpelt) ? 1 : 0,
  ];
}

/** People found, those whose name answers the query best first; the rest keeps its order. */
export function bestFirst<Found extends { fullName: string }>(
  people: readonly Found[][],
  query: PersonQuery,
): Found[][] {
  return people
    .map((own) => ({ own, rank: rankOf(own[0]?.fullName ?? '', query) }))
    .sort((left, right) => {
      const differs = left.rank.findIndex((part, index) => part !== right.rank[index]);
      return (left.rank[differs] ?? 0) - (right.rank[differs] ?? 0);
    })
    .map(({ own }) => own);
}
