/**
 * JSON text with the place of its first fault. `JSON.parse` words faults differently on every engine and often names
 * no place at all, so the place is found here.
 */
import { type PlanProblem, problemAt } from './plan-problem.ts';

export type PlanJson = { kind: 'json'; value: unknown } | { kind: 'not_json'; problem: PlanProblem };

/** Reads the text of a plan file. A byte order mark, as Notepad writes it, is no fault. */
export function readPlanJson(text: string): PlanJson {
  const json = text.replace(/^\ufeff/, '');
  try {
    return { kind: 'json', value: JSON.parse(json) };
  } catch {
    return { kind: 'not_json', problem: syntaxProblem(json) };
  }
}

function syntaxProblem(json: string): PlanProblem {
  const at = firstFault(json);
  const before = json.slice(0, at).split('\n');
  const near = json.slice(at).split('\n')[0]?.trim().slice(0, 30) ?? '';
  return problemAt('', 'json_syntax', { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, near });
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const ATOM = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** RFC 8259 as a walk along the text: the offset at which it stops being JSON. */
function firstFault(json: string): number {
  let at = 0;
  const isSkipped = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(json);
    at += found?.[0].length ?? 0;
    return found !== null;
  };
  const isPast = (character: string): boolean => {
    isSkipped(SPACE);
    if (json[at] !== character) return false;
    at += 1;
    return true;
  };
  const isMember = (): boolean => {
    isSkipped(SPACE);
    return isSkipped(STRING) && isPast(':') && isValue();
  };
  const isSequence = (isItem: () => boolean, end: string): boolean => {
    if (isPast(end)) return true;
    do {
      if (!isItem()) return false;
    } while (isPast(','));
    return isPast(end);
  };
  const isValue = (): boolean => {
    isSkipped(SPACE);
    if (isPast('{')) return isSequence(isMember, '}');
    if (isPast('[')) return isSequence(isValue, ']');
    return isSkipped(STRING) || isSkipped(ATOM);
  };
  if (isValue()) isSkipped(SPACE);
  return at;
}
