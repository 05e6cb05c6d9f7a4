/**
 * Renders a view. Views get one object, `it`: the model of the page and what every page needs. Nothing of the request
 * ever reaches the template engine's options (ejs takes settings from there).
 */

import { join } from 'node:path';
import ejs from 'ejs';
import type { Request, Response } from 'express';
import type { Actor } from '../domain/account.ts';
import { wordsIn } from '../i18n/catalogue.ts';
import { root } from '../root.ts';
import { asset, icon } from './assets.ts';
import { takeFlash } from './flash.ts';
import { hasLargeText, languageOf } from './reader.ts';

const views = join(root, 'views');

export type Tab = { href: string; label: string; isCurrent: boolean };
export type TabName = 'overview' | 'registration' | 'letters' | 'door' | 'lists' | 'setup' | 'accounts';

/** Renders `views/<view>.ejs` to text; also used for mails. */
export function renderView(view: string, model: object): Promise<string> {
  return ejs.renderFile(join(views, `${view}.ejs`), model, {
    root: views,
    cache: true,
    _with: false,
    localsName: 'it',
  });
}

/** Who looks people up; the same as the policy of `/search`. */
const MAY_SEARCH: readonly Actor['role'][] = ['admin', 'organiser', 'registrar'];

export type PageOptions = { status?: number; tab?: TabName; title: string };

/** Sends a page in the reader's language. `model` holds words and booleans ready to show. */
export async function sendPage(
  req: Request,
  res: Response,
  view: string,
  { status = 200, tab, title, ...model }: PageOptions & Record<string, unknown>,
): Promise<void> {
  const language = languageOf(req);
  const t = wordsIn(language);
  const actor = res.locals.actor;
  const tabs = actor ? tabsFor(actor, tab, t.layout) : [];
  const html = await renderView(view, {
    ...model,
    title,
    t,
    language,
    asset,
    icon,
    hasLargeText: hasLargeText(req),
    path: wayBack(req, tabs),
    flash: takeFlash(req, res),
    person: actor && {
      name: actor.fullName,
      role: actor.unitName
        ? t.layout.personWithUnit(t.layout.roles[actor.role], actor.unitName)
        : t.layout.roles[actor.role],
    },
    tabs,
    canSearch: actor !== undefined && MAY_SEARCH.includes(actor.role),
  });
  res.status(status).set('Cache-Control', 'no-store').type('html').send(html);
}

/** Where to return after a change of language: a page that a POST answered has no address of its own. */
const wayBack = (req: Request, tabs: readonly Tab[]): string =>
  req.method === 'GET' ? req.originalUrl : (tabs.find((tab) => tab.isCurrent)?.href ?? '/');

function tabsFor(
  actor: Actor,
  current: TabName | undefined,
  words: Record<TabName, string> & { unitWork: string },
): Tab[] {
  const all: [TabName, string, readonly Actor['role'][]][] = [
    ['overview', '/', ['admin', 'organiser', 'registrar', 'accountant']],
    ['registration', '/registration', ['admin', 'organiser', 'registrar']],
    ['letters', '/letters', ['admin', 'organiser', 'registrar']],
    ['door', '/welcome', ['admin', 'organiser', 'registrar']],
    ['lists', '/lists', ['admin', 'organiser', 'registrar', 'accountant']],
    ['setup', '/setup', ['admin', 'organiser']],
    ['accounts', '/accounts', ['admin', 'organiser']],
  ];
  return all
    .filter(([, , roles]) => roles.includes(actor.role))
    .map(([name, href]) => ({
      href,
      label: name === 'overview' && actor.role === 'registrar' ? words.unitWork : words[name],
      isCurrent: name === current,
    }));
}
