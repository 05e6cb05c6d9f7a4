/** Finds functions that have a name, and how many lines each takes, in code without comments and quoted text. */

export type FoundFunction = { name: string; line: number; lines: number };

const NO_METHOD = new Set('if for while switch catch return function with super await new typeof'.split(' '));
const PAIRS: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

const DECLARED = /\bfunction\s*\*?\s+(\w+)\s*/g;
/** A constant or a property, up to where its function begins. */
const ASSIGNED =
  /(?:\b(?:const|let)\s+(\w+)(?:\s*:(?:[^=;{]|=>)*)?\s*=|^[ \t]+(?:static |readonly )*(#?\w+)\s*[:=])\s*(?:async\s*)?(?:function\s*\*?\s*\w*\s*)?(?=[(<\w])/gm;
const METHOD = /^[ \t]+(?:(?:async|static|override|private|protected|public|get|set)\s+)*\*?(#?\w+)\s*(?=[(<])/gm;

export function functionsIn(code: string): FoundFunction[] {
  const found: FoundFunction[] = [];
  const lineOf = (at: number) => code.slice(0, at).split('\n').length;
  const add = (name: string, start: number, end: number) => {
    const line = lineOf(start);
    found.push({ name, line, lines: lineOf(end) - line + 1 });
  };
  const start = (match: RegExpMatchArray) => (match.index ?? 0) + (/^\s*/.exec(match[0])?.[0].length ?? 0);
  for (const match of code.matchAll(DECLARED)) {
    const end = bodyAfter(code, (match.index ?? 0) + match[0].length);
    if (end !== undefined) add(match[1] ?? '', start(match), end);
  }
  for (const match of code.matchAll(ASSIGNED)) {
    const at = (match.index ?? 0) + match[0].length;
    const end = /\bfunction\b/.test(match[0]) ? bodyAfter(code, at) : arrowAfter(code, at);
    if (end !== undefined) add(match[1] ?? match[2] ?? '', start(match), end);
  }
  for (const match of code.matchAll(METHOD)) {
    const name = match[1] ?? '';
    const end = NO_METHOD.has(name) ? undefined : bodyAfter(code, (match.index ?? 0) + match[0].length);
    if (end !== undefined) add(name, start(match), end);
  }
  return found;
}

const afterBlanks = (code: string, at: number): number =>
  at + (/^\s*/.exec(code.slice(at, at + 2000))?.[0].length ?? 0);

/** Where the pair that opens at `at` has closed. */
function closing(code: string, at: number): number | undefined {
  const wanted: string[] = [];
  for (let index = at; index < code.length; index += 1) {
    const one = code.charAt(index);
    if (one in PAIRS) wanted.push(PAIRS[one] ?? '');
    else if (one === wanted.at(-1)) wanted.pop();
    if (wanted.length === 0) return index + 1;
  }
  return undefined;
}

/** Past type parameters, if there are any. */
function pastGenerics(code: string, at: number): number | undefined {
  if (code.charAt(at) !== '<') return at;
  let depth = 0;
  for (let index = at; index < code.length; index += 1) {
    const one = code.charAt(index);
    if (one === '<') depth += 1;
    if (one === '>' && code.charAt(index - 1) !== '=') depth -= 1;
    if (depth === 0) return afterBlanks(code, index + 1);
    if (one === ';') return undefined;
  }
  return undefined;
}

/** Past the parameters and the type of what comes back: at the body's brace or at the arrow. */
function pastSignature(code: string, from: number): number | undefined {
  const at = pastGenerics(code, from);
  if (at === undefined || code.charAt(at) !== '(') return undefined;
  const closed = closing(code, at);
  if (closed === undefined) return undefined;
  let index = afterBlanks(code, closed);
  if (code.charAt(index) !== ':') return index;
  index += 1;
  while (index < code.length) {
    index = afterBlanks(code, index);
    const one = code.charAt(index);
    const isType = /[:|&<,=(]\s*$|=>\s*$|\b(?:is|extends|keyof|readonly)\s*$/.test(
      code.slice(Math.max(0, index - 20), index),
    );
    if (one === '{' && !isType) return index;
    if (code.startsWith('=>', index)) return index;
    if (one === ';' || one === ')' || one === '}' || one === '') return undefined;
    if (one in PAIRS) index = closing(code, index) ?? code.length;
    else if (one === '<') index = pastGenerics(code, index) ?? code.length;
    else index += 1;
  }
  return undefined;
}

/** The end of a function that has a body in braces after its signature. */
function bodyAfter(code: string, from: number): number | undefined {
  const at = pastSignature(code, from);
  return at !== undefined && code.charAt(at) === '{' ? closing(code, at) : undefined;
}

/** The end of an arrow function whose parameters begin at `from`. */
function arrowAfter(code: string, from: number): number | undefined {
  const single = /^\w+\s*(?==>)/.exec(code.slice(from, from + 80))?.[0];
  const at = single === undefined ? pastSignature(code, from) : from + single.length;
  if (at === undefined || !code.startsWith('=>', at)) return undefined;
  const body = afterBlanks(code, at + 2);
  if (code.charAt(body) === '{') return closing(code, body);
  for (let index = body; index < code.length; index += 1) {
    const one = code.charAt(index);
    if (one in PAIRS) index = (closing(code, index) ?? code.length) - 1;
    else if (one === ';' || one === ',' || one === ')' || one === '}' || one === ']') return index;
  }
  return undefined;
}
