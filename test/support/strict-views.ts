/**
 * A view that reads a key nobody passed prints nothing, and no type notices. Under test every view reads its model
 * through a proxy that throws instead. A page passes `undefined` for what it does not have. A view says in its opening
 * comment what may be left out: `hint?` is an optional key, `problems[]` a table that is looked up and may lack the key.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ejs from 'ejs';
import { root } from '../../server/root.ts';

/** What the language itself asks of any object. */
const ASKED_OF_ALL = ['toJSON', 'toString', 'valueOf', 'then', 'constructor', 'length'];

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null));

/** What the opening comment of a view says may be missing. */
type Optional = { keys: ReadonlySet<string>; tables: ReadonlySet<string> };

export function optionalIn(view: string): Optional {
  const [comment = ''] = /^<%#[\s\S]*?%>/.exec(view) ?? [];
  const names = (pattern: RegExp) => new Set([...comment.matchAll(pattern)].map(([, name = '']) => name));
  return { keys: names(/\b(\w+)\?/g), tables: names(/\b(\w+)\[\]/g) };
}

/** Reads like `model`, and throws on a key it does not have. `name` says where the model came from. */
export function strict<Model extends object>(model: Model, name: string, optional: Optional): Model {
  return new Proxy(model, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || ASKED_OF_ALL.includes(key)) return value;
      if (!(key in target) && !mayLack(target, { key, name, optional }))
        throw new Error(`${name}.${key} was not passed`);
      return isPlain(value) ? strict(value, `${name}.${key}`, optional) : value;
    },
  });
}

function mayLack(target: object, { key, name, optional }: { key: string; name: string; optional: Optional }): boolean {
  if (Array.isArray(target)) return /^\d+$/.test(key);
  return optional.keys.has(key) || optional.tables.has(name.slice(name.lastIndexOf('.') + 1));
}

/** From now on every view of this process reads strictly. Once is enough: ejs keeps compiled views. */
export function readViewsStrictly(): void {
  Object.assign(globalThis, { strictView: (model: object, path: string) => strict(model, path, optionalOf(path)) });
  ejs.fileLoader = (path: string) =>
    `<% it = globalThis.strictView(it, ${JSON.stringify(relative(root, path))}) %>${readFileSync(path, 'utf8')}`;
}

const known = new Map<string, Optional>();

function optionalOf(path: string): Optional {
  const before = known.get(path);
  if (before) return before;
  const found = optionalIn(readFileSync(join(root, path), 'utf8'));
  known.set(path, found);
  return found;
}
