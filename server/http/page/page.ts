/**
 * Renders a view. Views get one object, `it`: the model of the page and what every page needs. Nothing of the request
 * ever reaches the template engine's options (ejs takes settings from there).
 */

import { join } from 'node:path';
import ejs from 'ejs';
import type { Request, Response } from 'express';
import type { Actor } from '../../domain/account.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { root } from '../../root.ts';
import { links } from '../../pages/links.ts';
import { asset, icon } from './assets.ts';
import { eventSwitcher } from './event-switcher.ts';
import { takeFlash } from './flash.ts';
import { withEvent } from '../event-asked.ts';
import { hasLargeText, languageOf } from '../reader.ts';
import { type Tab, type TabName, tabsFor } from './tabs.ts';

const views = join(root, 'views');

/** Renders `views/<view>.ejs` to HTML. Indentation is for the reader of the view: it is left out of the page. */
export function renderView(view: string, model: object): Promise<string> {
  return ejs.renderFile(join(views, `${view}.ejs`), model, {
    root: views,
    cache: true,
    rmWhitespace: true,
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
  // On a broken machine the page that says so must not ask it once more.
  const shell = status < 500 ? await res.locals.loadShell?.() : undefined;
  const eventId = shell?.hasChoice ? shell.event?.id : undefined;
  const tabs = actor ? tabsFor(actor, { current: tab, eventId, work: shell?.work ?? 0, words: t.layout }) : [];
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
    homeHref: tabs[0]?.href ?? links.overview,
    eventId,
    searchHref: withEvent(links.search, eventId),
    switcher: shell && eventSwitcher(shell, { tab, words: t.layout }),
    canSearch: actor !== undefined && MAY_SEARCH.includes(actor.role),
  });
  res.status(status).set('Cache-Control', 'no-store').type('html').send(html);
}

/** Where to return after a change of language: a page that a POST answered has no address of its own. */
const wayBack = (req: Request, tabs: readonly Tab[]): string =>
  req.method === 'GET' ? req.originalUrl : (tabs.find((tab) => tab.isCurrent)?.href ?? links.overview);
