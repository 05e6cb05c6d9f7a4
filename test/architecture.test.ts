/** Holds the rules of the house's shape: who may import whom, where SQL lives, what a view may contain. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { expect } from 'chai';
import { iconSprite } from '../scripts/icons.ts';
import { root } from '../server/root.ts';

type Source = { path: string; text: string };
/** What is wrong with a file, in words; nothing when all is well. */
type Rule = (source: Source) => string[];

function filesUnder(folder: string, ending: RegExp): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const isIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));

/** Without comments, so that a rule may be named where it is explained. */
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

function importsOf({ path, text }: Source, { withTypes = true } = {}): string[] {
  const code = withTypes ? codeOf(text) : codeOf(text).replace(/\b(?:import|export) type\b[^;]*;/g, '');
  const found = code.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)'([^']+)'/g);
  return [...found].map(([, name = '']) => (name.startsWith('.') ? posix.join(dirname(path), name) : name));
}

/** What is handed down or found out once; every layer but the domain and the database may know it. */
const GROUND = ['context', 'config', 'keys', 'root', 'random', 'errors'].map((name) => `server/${name}.ts`);
const ENTRANCES = ['app', 'main', 'start', 'serve', 'create-context'].map((name) => `server/${name}.ts`);
const isFile = (name: string) => /\.(ts|mjs|cjs|js)$/.test(name) && name.includes('/');

/** The rooms of ours that each room may import from; the first entry that fits a path counts. */
const MAY_IMPORT: [room: string, rooms: readonly string[]][] = [
  ['server/domain', ['server/domain']],
  ['db', ['db', 'server/domain']],
  ['server/actions', ['server/actions', 'db', 'server/domain', ...GROUND]],
  ['server/i18n', ['server/i18n', 'server/domain']],
  ['server/documents', ['server/documents', 'server/domain', 'server/root.ts']],
  ['server/mail', ['server/mail', 'db', 'server/domain', 'server/i18n', 'server/documents', ...GROUND]],
  // The addresses import nothing themselves: the tabs and the way to the sign-in lead to pages without knowing them.
  ['server/http', ['server/http', 'db', 'server/domain', 'server/i18n', 'server/pages/links.ts', ...GROUND]],
  ['server/pages/links.ts', []],
];
/** What a request may reach: every page, and every route of the API. */
const BELOW_PAGES = [
  'server/actions',
  'db',
  'server/domain',
  'server/http',
  'server/i18n',
  'server/documents',
  'server/mail',
  ...GROUND,
];

const journeyOf = (path: string) => /^server\/(?:api|pages\/[a-z]+)\//.exec(path)?.[0].slice(0, -1);

const isInOrIs = (name: string, rooms: readonly string[]) => rooms.some((room) => name === room || isIn(name, room));

/** Of a layer: which files of ours and which packages it may import. */
function mayImport(path: string, name: string): boolean {
  const isOurs = isFile(name) && /^(server|db|public|scripts|test)\//.test(name);
  if (!isOurs) return mayImportPackage(path, name);
  if (isIn(path, 'public/src')) return isIn(name, 'public/src', 'server/domain');
  if (ENTRANCES.includes(path) || GROUND.includes(path)) return !isIn(name, 'scripts', 'test', 'public');
  const [, rooms] = MAY_IMPORT.find(([room]) => path === room || isIn(path, room)) ?? [];
  if (rooms) return isInOrIs(name, rooms);
  const journey = journeyOf(path);
  return (
    journey !== undefined && isInOrIs(name, [...BELOW_PAGES, 'server/pages/shared', 'server/pages/links.ts', journey])
  );
}

function mayImportPackage(path: string, name: string): boolean {
  if (isIn(path, 'server/domain')) return ['luxon', 'zod'].includes(name);
  if (isIn(path, 'db')) {
    return name === 'kysely' || name.startsWith('node:') || (isIn(path, 'db/engine') && name === 'better-sqlite3');
  }
  if (isIn(path, 'public/src')) return !name.startsWith('node:');
  return true;
}

/** The words reach the browser through the page; their shape alone may be imported. */
const isWordType = (source: Source, name: string) =>
  isIn(source.path, 'public/src') &&
  isIn(name, 'server/i18n') &&
  !importsOf(source, { withTypes: false }).includes(name);

const importsWithinItsLayer: Rule = (source) =>
  importsOf(source)
    .filter((name) => !mayImport(source.path, name) && !isWordType(source, name))
    .map((name) => `imports ${name}`);

const matches =
  (what: string, pattern: RegExp): Rule =>
  ({ text }) =>
    [...codeOf(text).matchAll(pattern)].map(([found]) => `${what}: ${found.trim().slice(0, 60)}`);

/** `!== 'registrar'` lets an accountant pass for an organiser. */
const comparesNoRole = matches('compares a role', /\.role\s*[!=]==|'\s*[!=]==\s*\w+\.role\b/g);

const hasNoSql: Rule = (source) => [
  ...importsOf(source)
    .filter((name) => ['kysely', 'better-sqlite3', 'pg'].includes(name))
    .map((name) => `imports ${name}`),
  ...matches('SQL', /\.(?:selectFrom|insertInto|updateTable|deleteFrom|replaceInto)\(/g)(source),
  ...matches('SQL', /[`'"]\s*(?:select\s[^`'"]*\sfrom|insert into|update\s+\w+\s+set|delete from|pragma)\s/g)(source),
];

/** The file that picks one is the door; an engine's own tests look behind it. */
const namesNoEngine: Rule = (source) =>
  importsOf(source)
    .filter((name) => isIn(name, 'db/engine') && name !== 'db/engine/index.ts')
    .filter(() => !isIn(source.path, 'db/engine', 'test/db/engine'))
    .map((name) => `imports ${name}`);

/** Who writes beside the actions: signing in renews its session, the postman notes what became of a letter. */
const WRITERS = ['server/http/session.ts', 'server/mail/postman.ts'];
const opensNoTransaction = matches('a transaction outside an action', /\bdb\.write\(/g);
/** So that every entry has its moment, its actor by the one spelling, and an action of the union. */
const writesAuditByOneWay = matches('an audit entry past `audited`', /\bappendAudit\b/g);
const knowsNoRequest: Rule = (source) => [
  ...importsOf(source)
    .filter((name) => name === 'express')
    .map(() => 'imports express'),
  ...matches('a request', /\b(?:req|res)\b|:\s*(?:Request|Response)\b/g)(source),
];

/** Route tables name an address with get or post, and a pattern by its `:parameters`; files that are served are none. */
const spellsNoAddress = matches(
  'an address of its own',
  /(?<!\b(?:get|post)\(\s*)(['"`])\/(?!api\b|build\b|static\b)(?![^'"`\n]*\/:)[A-Za-z][^\n]*\1/g,
);

const writesNoMarkup = matches(
  'markup from text',
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write(?:ln)?)\b/g,
);
const hasNoDice = matches('randomness of no use for secrets', /\bMath\.random\b/g);
const asksNoClock = matches('a clock of its own', /\b(?:Date\.now\(\)|new Date\(\)|DateTime\.(?:now|utc|local)\(\))/g);
const isShort: Rule = ({ text }) => {
  const lines = text.split('\n').length - 1;
  return lines > 300 ? [`has ${lines} lines`] : [];
};

/** The text of a call's brackets, however deep they go. */
function callsOf(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`\\b${name}\\(`, 'g'))].map((match) => {
    const from = match.index + match[0].length;
    let depth = 1;
    let at = from;
    for (; at < text.length && depth > 0; at += 1) {
      if (text[at] === '(') depth += 1;
      if (text[at] === ')') depth -= 1;
    }
    return text.slice(from, at - 1);
  });
}

const handsNoRequestToViews: Rule = ({ text }) =>
  ['sendPage', 'renderView', 'render', 'renderFile']
    .flatMap((name) => callsOf(codeOf(text), name))
    .filter((call) => /\breq\.(?:body|query|params|headers)\b/.test(call))
    .map((call) => `hands the request to a view: ${call.slice(0, 60)}`);

const escapesEverything: Rule = ({ text }) =>
  [...text.matchAll(/<%-(?!\s*include\()[^%]*/g)].map(([found]) => `unescaped: ${found.trim().slice(0, 60)}`);

const hasNothingInline: Rule = ({ text }) => [
  ...[...text.matchAll(/\sstyle\s*=/gi)].map(() => 'has a style attribute'),
  ...[...text.matchAll(/<style\b/gi)].map(() => 'has a style element'),
  ...[...text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/gi)].map(([found]) => `has an inline script: ${found}`),
  ...[...text.matchAll(/\s(on[a-z]+)\s*=\s*["']/gi)].map(([, name]) => `has ${name}`),
  ...[...text.matchAll(/(?:href|src|action)\s*=\s*["']\s*(?:javascript|data):/gi)].map(() => 'has a script in a link'),
];

const hasShortLines: Rule = ({ text }) =>
  text
    .split('\n')
    .flatMap((line, index) => (line.length > 160 ? [`line ${index + 1} has ${line.length} characters`] : []));

/** The icon's markup is written in its partials alone; drawings of other shapes name no sprite. */
const ICON_PARTIALS = ['icon', 'small-icon', 'styled-icon'].map((name) => `views/layout/${name}.ejs`);
const drawsIconsByPartial = matches('the markup of an icon', /<svg class="ic\b[^"]*" aria-hidden/g);

const sprite = new Set([...iconSprite().matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1] ?? ''));
const knowsItsIcons: Rule = ({ text }) =>
  [...callsOf(text, 'icon').flatMap((call) => [...`(${call.split(',')[0]}`.matchAll(/[(?:]\s*'([a-z-]+)'/g)])]
    .concat([...text.matchAll(/\bicon: '([a-z-]+)'/g)])
    .map((match) => match[1] ?? '')
    .filter((name) => !sprite.has(name))
    .map((name) => `no icon "${name}"`);

/**
 * Files that import each other round about, types included, each group once in the order of a depth-first walk
 * (Tarjan's strongly connected components).
 */
function circlesAmong(files: Source[]): string[][] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  const met = new Map<string, { order: number; lowest: number }>();
  const open: string[] = [];
  const circles: string[][] = [];

  function visit(path: string) {
    const mark = { order: met.size, lowest: met.size };
    met.set(path, mark);
    open.push(path);
    for (const next of imports.get(path) ?? []) {
      if (!imports.has(next)) continue;
      const known = met.get(next);
      if (!known) mark.lowest = Math.min(mark.lowest, visit(next).lowest);
      else if (open.includes(next)) mark.lowest = Math.min(mark.lowest, known.order);
    }
    if (mark.lowest === mark.order) {
      const group = open.splice(open.indexOf(path));
      if (group.length > 1 || imports.get(path)?.includes(path)) circles.push(group);
    }
    return mark;
  }

  for (const { path } of files) if (!met.has(path)) visit(path);
  return circles;
}

function faults(files: Source[], rule: Rule): string[] {
  return files.flatMap((file) => rule(file).map((fault) => `${file.path} ${fault}`));
}

const server = filesUnder('server', /\.(ts|mjs)$/);
const db = filesUnder('db', /\.ts$/);
const browser = filesUnder('public/src', /\.ts$/);
const views = filesUnder('views', /\.ejs$/);
const allScripts = filesUnder('scripts', /\.(ts|mjs)$/);
/** Measurements and made accidents look at the database from outside, past the house's own doors. */
const scripts = allScripts.filter(({ path }) => !isIn(path, 'scripts/bench', 'scripts/faults'));
const tests = filesUnder('test', /\.ts$/).filter(({ path }) => path !== 'test/architecture.test.ts');
const pages = views.filter(({ path }) => !isIn(path, 'views/mail'));

describe('the shape of the house', () => {
  const rules: [what: string, files: Source[], rule: Rule][] = [
    ['every file imports only what its layer may', [...server, ...db, ...browser], importsWithinItsLayer],
    ['SQL is in db/ and nowhere else', [...server, ...browser, ...scripts], hasNoSql],
    [
      'an engine is named in db/engine/index.ts and nowhere else',
      [...server, ...db, ...scripts, ...tests],
      namesNoEngine,
    ],
    [
      'only actions open a transaction',
      server.filter(({ path }) => !isIn(path, 'server/actions') && !WRITERS.includes(path)),
      opensNoTransaction,
    ],
    [
      'the audit chain is written by `audited` alone',
      [...server, ...scripts].filter(({ path }) => path !== 'server/actions/audited.ts'),
      writesAuditByOneWay,
    ],
    [
      'requests are known to pages, api and http alone',
      [...server, ...db].filter(
        ({ path }) => !isIn(path, 'server/pages', 'server/api', 'server/http') && !ENTRANCES.includes(path),
      ),
      knowsNoRequest,
    ],
    [
      'every address of a page is in links.ts, and in the table of its route',
      server.filter(({ path }) => path !== 'server/pages/links.ts'),
      spellsNoAddress,
    ],
    ['views escape everything; only include is written as it is', views, escapesEverything],
    ['pages have no inline style, script or handler: the policy of the pages forbids them', pages, hasNothingInline],
    ['nothing writes markup from text', [...server, ...browser, ...views], writesNoMarkup],
    ['nothing throws dice', [...server, ...db, ...browser], hasNoDice],
    [
      'the time comes by the context',
      [...server, ...db].filter(({ path }) => path !== 'server/create-context.ts'),
      asksNoClock,
    ],
    ['nothing of a request goes to a view as it is', server, handsNoRequestToViews],
    ['every icon that is asked for is in the sprite', [...views, ...server, ...browser], knowsItsIcons],
    ['views have no line above 160 characters', views, hasShortLines],
    [
      'icons are drawn by their partials',
      views.filter(({ path }) => !ICON_PARTIALS.includes(path)),
      drawsIconsByPartial,
    ],
    [
      'a role is compared by the predicates of domain/account.ts alone',
      server.filter(({ path }) => path !== 'server/domain/account.ts' && path !== 'server/http/policy.ts'),
      comparesNoRole,
    ],
    ['no file of the server is longer than 300 lines', [...server, ...db], isShort],
    ['no test is skipped, and none runs alone', tests, matches('skips', /\b(?:describe|it|context)\.(?:skip|only)\(/g)],
  ];
  for (const [what, files, rule] of rules) {
    it(what, () => {
      expect(files).not.to.deep.equal([]);
      expect(faults(files, rule)).to.deep.equal([]);
    });
  }

  it('no files import each other in a circle, types included', () => {
    expect(circlesAmong([...server, ...db, ...browser, ...allScripts])).to.deep.equal([]);
  });
});

const titleOf = (path: string, text: string) => `${path}: ${text.replace(/\s+/g, ' ').slice(0, 70)}`;

describe('control: what each rule is there for, it finds', () => {
  const samples: [rule: Rule, path: string, text: string][] = [
    [importsWithinItsLayer, 'server/domain/x.ts', "import { readFileSync } from 'node:fs';"],
    [importsWithinItsLayer, 'server/domain/x.ts', "import { sha256 } from '../keys.ts';"],
    [importsWithinItsLayer, 'server/domain/vietnamese/x.ts', "import type { Tx } from '../../../db/schema.ts';"],
    [importsWithinItsLayer, 'server/domain/x.ts', "const pino = await import('pino');"],
    [importsWithinItsLayer, 'db/x.ts', "import { instant } from '../server/context.ts';"],
    [importsWithinItsLayer, 'db/x.ts', "import Database from 'better-sqlite3';"],
    [importsWithinItsLayer, 'server/http/x.ts', "import { signIn } from '../actions/accounts/sign-in.ts';"],
    [importsWithinItsLayer, 'server/pages/door/x.ts', "import { showDesk } from '../desk/desk-page.ts';"],
    [importsWithinItsLayer, 'server/pages/shared/x.ts', "import { showDesk } from '../desk/desk-page.ts';"],
    [importsWithinItsLayer, 'server/pages/door/x.ts', "export { createApp } from '../../app.ts';"],
    [importsWithinItsLayer, 'server/api/x.ts', "import { showDesk } from '../pages/desk/desk-page.ts';"],
    [importsWithinItsLayer, 'server/actions/lists/x.ts', "import { sendPage } from '../../http/page/page.ts';"],
    [importsWithinItsLayer, 'server/actions/lists/x.ts', "import { wordsIn } from '../../i18n/catalogue.ts';"],
    [importsWithinItsLayer, 'server/actions/lists/x.ts', "import { deskForm } from '../../pages/desk/forms.ts';"],
    [
      importsWithinItsLayer,
      'server/mail/x.ts',
      "import { promoteWaiting } from '../actions/places/promote-waiting.ts';",
    ],
    [importsWithinItsLayer, 'server/documents/x.ts', "import { vi } from '../i18n/vi/files.ts';"],
    [importsWithinItsLayer, 'server/i18n/x.ts', "import type { HistoryEntry } from '../../db/audit/history.ts';"],
    [importsWithinItsLayer, 'server/domain/x.ts', "import { settleList } from '../actions/lists/settle-list.ts';"],
    [importsWithinItsLayer, 'server/registration/x.ts', "import { fold } from '../domain/vietnamese/fold.ts';"],
    [importsWithinItsLayer, 'public/src/scanner/x.ts', "import { openDb } from '../../../db/open.ts';"],
    [importsWithinItsLayer, 'public/src/x.ts', "import { wordsIn } from '../../server/i18n/catalogue.ts';"],
    [importsWithinItsLayer, 'public/src/x.ts', "import { createHash } from 'node:crypto';"],
    [importsWithinItsLayer, 'public/src/x.ts', "import { checkin } from '../../server/i18n/vi/door.ts';"],
    [hasNoSql, 'server/actions/door/x.ts', "import { sql } from 'kysely';"],
    [hasNoSql, 'server/actions/door/x.ts', "await db.read.selectFrom('scan').execute();"],
    [hasNoSql, 'server/actions/door/x.ts', 'await run(`delete from scan where 1`);'],
    [hasNoSql, 'server/actions/door/x.ts', "run('select id from scan');"],
    [namesNoEngine, 'db/migrations/x.ts', "import { makeAppendOnly } from '../engine/sqlite.ts';"],
    [namesNoEngine, 'server/x.ts', "import type { Connections } from '../db/engine/postgres.ts';"],
    [opensNoTransaction, 'server/pages/desk/x.ts', 'await context.db.write((tx) => insertLetter(tx, letter));'],
    [
      writesAuditByOneWay,
      'server/actions/lists/x.ts',
      "await appendAudit(tx, context.keys.auditMac, { at, actor: 'system' });",
    ],
    [spellsNoAddress, 'server/pages/people/x.ts', 'href: `/registrations/${person.id}`,'],
    [spellsNoAddress, 'server/domain/plan/x.ts', 'const href = `/clusters/${id}/registrations?unit=${unitId}`;'],
    [spellsNoAddress, 'server/pages/accounts/x.ts', "res.redirect(303, '/accounts');"],
    [importsWithinItsLayer, 'server/pages/links.ts', "import { withEvent } from '../http/event-asked.ts';"],
    [importsWithinItsLayer, 'server/domain/plan/x.ts', "import { links } from '../../pages/links.ts';"],
    [knowsNoRequest, 'server/actions/lists/x.ts', "import type { Request } from 'express';"],
    [knowsNoRequest, 'server/actions/lists/x.ts', 'const id = param(req, name);'],
    [knowsNoRequest, 'db/x.ts', 'export function load(request: Request) {}'],
    [escapesEverything, 'views/x.ejs', '<p><%- it.name %></p>'],
    [escapesEverything, 'views/x.ejs', '<%-it.name%>'],
    [hasNothingInline, 'views/x.ejs', '<p style="color:red">'],
    [hasNothingInline, 'views/x.ejs', '<script>alert(1)</script>'],
    [hasNothingInline, 'views/x.ejs', '<button type="button" onclick="go()">'],
    [hasNothingInline, 'views/x.ejs', '<a href="javascript:go()">'],
    [writesNoMarkup, 'public/src/x.ts', 'list.innerHTML = name;'],
    [writesNoMarkup, 'public/src/x.ts', "list.insertAdjacentHTML('beforeend', name);"],
    [writesNoMarkup, 'public/src/x.ts', 'document.write(name);'],
    [hasNoDice, 'server/x.ts', 'const code = Math.random();'],
    [asksNoClock, 'server/x.ts', 'const at = new Date().toISOString();'],
    [handsNoRequestToViews, 'server/x.ts', "await sendPage(req, res, 'x', { title: (t.a), ...req.body });"],
    [handsNoRequestToViews, 'server/x.ts', "res.render('x', req.query);"],
    [knowsItsIcons, 'views/x.ejs', `<use href="<%= it.icon(it.ok ? 'check' : 'nope') %>"/>`],
    [knowsItsIcons, 'server/x.ts', "return { icon: 'nope', tone: 'bad' };"],
    [comparesNoRole, 'server/x.ts', "if (actor.role !== 'registrar') return;"],
    [comparesNoRole, 'server/x.ts', "const isIt = 'admin' === actor.role;"],
    [isShort, 'server/x.ts', 'x\n'.repeat(301)],
    [hasShortLines, 'views/x.ejs', `<p>\n${'x'.repeat(161)}`],
    [
      drawsIconsByPartial,
      'views/x.ejs',
      `<svg class="ic s" aria-hidden="true"><use href="<%= it.icon('check') %>"/></svg>`,
    ],
  ];
  for (const [rule, path, text] of samples) {
    it(titleOf(path, text), () => {
      expect(rule({ path, text })).not.to.deep.equal([]);
    });
  }

  const fine: [rule: Rule, path: string, text: string][] = [
    [importsWithinItsLayer, 'server/domain/plan/x.ts', "import { fold } from '../vietnamese/fold.ts';"],
    [importsWithinItsLayer, 'server/pages/desk/review/x.ts', "import { showDesk } from '../desk-page.ts';"],
    [importsWithinItsLayer, 'server/pages/desk/x.ts', "import { passCard } from '../shared/pass-card.ts';"],
    [
      importsWithinItsLayer,
      'server/actions/events/x.ts',
      "import { promoteWaiting } from '../places/promote-waiting.ts';",
    ],
    [importsWithinItsLayer, 'public/src/x.ts', "import type { Words } from '../../server/i18n/catalogue.ts';"],
    [namesNoEngine, 'db/migrations/x.ts', "import type { MigratingEngine } from '../engine/index.ts';"],
    [hasNoSql, 'server/actions/door/x.ts', '// select the rows from the roster\nconst x = 1;'],
    [spellsNoAddress, 'server/pages/people/x.ts', "get('/registrations/:registrationId', registers, show),"],
    [spellsNoAddress, 'server/pages/desk/x.ts', "post(\n  '/registration',\n  registers,"],
    [spellsNoAddress, 'server/http/x.ts', "next: '/'"],
    [escapesEverything, 'views/x.ejs', "<%- include('/layout/start', it) %>"],
    [hasNothingInline, 'views/x.ejs', '<script src="<%= it.asset(\'app.js\') %>" defer></script>'],
    [knowsItsIcons, 'views/x.ejs', `<use href="<%= it.icon(it.kind === 'nope' ? 'check' : 'clock') %>"/>`],
    [comparesNoRole, 'server/x.ts', 'if (isOrganiser(actor)) return t.roles[actor.role];'],
    [isShort, 'server/x.ts', 'x\n'.repeat(300)],
  ];
  for (const [rule, path, text] of fine) {
    it(`and leaves alone ${titleOf(path, text)}`, () => {
      expect(rule({ path, text })).to.deep.equal([]);
    });
  }

  it('a circle of three files, one link of it a type, and a file beside it', () => {
    const files = [
      { path: 'server/a.ts', text: "import { b } from './b.ts';" },
      { path: 'server/b.ts', text: "import type { C } from './domain/c.ts';" },
      { path: 'server/domain/c.ts', text: "import { a } from '../a.ts';\nimport { d } from './d.ts';" },
      { path: 'server/domain/d.ts', text: 'export const d = 1;' },
    ];
    expect(circlesAmong(files)).to.deep.equal([['server/a.ts', 'server/b.ts', 'server/domain/c.ts']]);
  });
});
