/**
 * `node scripts/structure.ts [FOLDER]`: the shape of the source in numbers, measured alike on every version of it.
 * FOLDER is the root of another checkout to be measured by the same rules.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Code, readCode } from './structure/code.ts';
import { functionsIn } from './structure/functions.ts';

type Source = Code & { path: string; text: string };

const LONGEST_FUNCTION = 60;
const LONGEST_VIEW_LINE = 160;
/** Rooms that several features shared before actions stood apart from pages, and the one action among the letters. */
const SIDE_ROOM = /^server\/(seats\/|mail\/issue-invitation\.ts)/;
const FEATURES = ['accounts', 'checkin', 'events', 'invitations', 'overview', 'registration', 'reports'];

const root = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..'));

function filesUnder(folder: string, ending: RegExp): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

const linesOf = (text: string): string[] => text.trimEnd().split('\n');

function sourcesUnder(folder: string): Source[] {
  return filesUnder(folder, /\.(ts|mjs|cjs)$/).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, ...readCode(text) };
  });
}

/** The value below which this share of the numbers lies. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function showRooms(sources: readonly Source[]): void {
  console.log('## Files and lines by folder\n\nfiles  median  p90   most  folder');
  for (const [folder, files] of groupBy(sources, ({ path }) => dirname(path))) {
    const counts = files.map(({ text }) => linesOf(text).length);
    const numbers = [files.length, quantile(counts, 0.5), quantile(counts, 0.9), Math.max(...counts)];
    console.log(`${numbers.map((number) => String(number).padStart(5)).join('  ')}  ${folder}`);
  }
  const all = sources.map(({ text }) => linesOf(text).length);
  const lines = all.reduce((sum, count) => sum + count, 0);
  console.log(
    `\nin all ${all.length} files, ${lines} lines, median ${quantile(all, 0.5)}, p90 ${quantile(all, 0.9)}\n`,
  );
}

function showFunctions(sources: readonly Source[]): void {
  const long = sources
    .flatMap((source) => functionsIn(source.code).map((found) => ({ ...found, path: source.path })))
    .filter(({ lines }) => lines > LONGEST_FUNCTION)
    .sort((a, b) => b.lines - a.lines);
  console.log(`## Functions over ${LONGEST_FUNCTION} lines: ${long.length}\n`);
  for (const { lines, path, line, name } of long) console.log(`${String(lines).padStart(5)}  ${path}:${line} ${name}`);
  console.log('');
}

/** What a file imports of ours, types included. */
const importsOf = ({ path, code, text }: Source): string[] =>
  [...code.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)(?=['"])/g)].flatMap(({ index, 0: found }) => {
    const name = /^['"](\.[^'"]+)/.exec(text.slice(index + found.length))?.[1];
    return name === undefined ? [] : [posix.join(dirname(path), name)];
  });

/** Groups of files that all import each other, by way of others or directly (Tarjan's strong components). */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  function visit(file: string): void {
    order.set(file, order.size);
    lowest.set(file, order.get(file) ?? 0);
    open.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) circles.push(circle.sort());
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

function showCircles(sources: readonly Source[]): void {
  const circles = circlesIn(new Map(sources.map((source) => [source.path, importsOf(source)])));
  console.log(`## Circles of imports, types included: ${circles.length}\n`);
  for (const circle of circles) console.log(`  ${circle.join('\n    ')}`);
  console.log('');
}

/** The journey that a file belongs to: a folder of `server/pages`, or a feature where pages have no folder yet. */
function journeyOf(path: string): string | undefined {
  const pages = /^server\/pages\/([\w-]+)\//.exec(path)?.[1];
  if (pages !== undefined) return pages === 'shared' ? undefined : pages;
  const feature = /^server\/([\w-]+)\//.exec(path)?.[1] ?? '';
  return FEATURES.includes(feature) ? feature : undefined;
}

function showJourneys(sources: readonly Source[]): void {
  const imports = sources.flatMap((source) => importsOf(source).map((to) => ({ from: source.path, to })));
  const across = imports.filter(({ from, to }) => {
    const [mine, other] = [journeyOf(from), journeyOf(to)];
    return mine !== undefined && other !== undefined && mine !== other;
  });
  const side = imports.filter(({ from, to }) => SIDE_ROOM.test(to) && !SIDE_ROOM.test(from));
  console.log(`## Imports across journeys: ${across.length}`);
  for (const { from, to } of across) console.log(`  ${from} → ${to}`);
  console.log(`\n## Imports of side rooms that exist because journeys may not import each other: ${side.length}`);
  for (const [to, list] of groupBy(side, (one) => one.to)) console.log(`  ${to}: ${list.length}`);
  console.log('');
}

function showViews(): void {
  const views = filesUnder('views', /\.ejs$/).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const lines = views.flatMap(({ text }) => linesOf(text)).map(({ length }) => length);
  const icons = views.flatMap(({ text }) => text.match(/<svg\b[^>]*>\s*<use\b/g) ?? []).length;
  const over = (most: number) => lines.filter((length) => length > most).length;
  console.log(`## Views: ${views.length} files, ${lines.length} lines\n`);
  console.log(`lines over ${LONGEST_VIEW_LINE} characters: ${over(LONGEST_VIEW_LINE)}; over 400: ${over(400)}`);
  console.log(`longest line: ${Math.max(...lines)}\nplaces with the markup of an icon: ${icons}\n`);
}

/** Lines that are nothing but comment, of all lines with anything on them. */
function showComments(sources: readonly Source[]): void {
  console.log('## Share of comment\n');
  const share = (files: readonly Source[]) => {
    const lines = files.flatMap(({ text, code }) => {
      const bare = code.split('\n');
      return text.split('\n').map((line, index) => ({ line, code: bare[index] ?? '' }));
    });
    const written = lines.filter(({ line }) => line.trim() !== '');
    const comments = written.filter(({ code }) => code.trim() === '');
    return `${((100 * comments.length) / Math.max(1, written.length)).toFixed(1)} % of ${written.length} lines`;
  };
  const areas = groupBy(sources, ({ path }) => /^(server\/[\w-]+(?=\/)|\w+)/.exec(path)?.[1] ?? '');
  for (const [area, files] of areas) console.log(`${area.padEnd(20)} ${share(files)}`);
  console.log(`${'in all'.padEnd(20)} ${share(sources)}`);
}

const program = ['server', 'db', 'public/src', 'scripts'].flatMap(sourcesUnder);
const tests = sourcesUnder('test');
showRooms([...program, ...tests]);
showFunctions(program);
showCircles(program);
showJourneys(program);
showViews();
showComments([...program, ...tests]);
