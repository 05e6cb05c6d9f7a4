/** The set-up of one event on one page: what needs a look, and a form for each part. */
import type { Request, Response } from 'express';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import { remarkFacts } from '../../../db/events/remark-facts.ts';
import type { Context } from '../../context.ts';
import type { EventSetup } from '../../domain/plan/event-setup.ts';
import { found } from '../../errors.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { param } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { agendaTable } from './agenda-table.ts';
import { categoriesTable } from './categories-table.ts';
import { clusterCard } from './cluster-card.ts';
import { newClusterForm } from './cluster-form.ts';
import { eventForm } from './event-form.ts';
import type { Making, ReturnedForm } from './form.ts';
import { manyUnitsForm } from './units/many-units-form.ts';
import { remarksList } from './remarks-list.ts';
import { unitsPart } from './units/units-part.ts';

/** @param returned the form that was not saved, with what was typed */
export async function showSetup(context: Context, req: Request, res: Response, returned?: ReturnedForm): Promise<void> {
  const setup = found(await loadEventSetup(context.db.read, param(req, 'eventId')));
  const language = languageOf(req);
  const t = wordsIn(language);
  const making: Making = { setup, t, returned, open: asked(req, 'open') };
  const clusterIds = setup.clusters.map(({ id }) => id);
  const remarks = remarksList(making, context.now(), await remarkFacts(context.db.read, clusterIds));
  const clusters = setup.clusters.map((cluster) =>
    clusterCard(making, cluster, { language, picking: asked(req, 'pick') === cluster.id }),
  );
  const parts = {
    event: eventForm(making),
    newCluster: newClusterForm(making, language),
    categories: categoriesTable(making),
    agenda: agendaTable(making),
    units: unitsPart(making),
    manyUnits: manyUnitsForm(making),
  };
  const forms = [...Object.values(parts), ...clusters.flatMap(({ form, units, removal }) => [form, units, removal])];
  const { title, kind, year } = setup.event;
  await sendPage(req, res, 'setup/setup', {
    status: returned ? (returned.isStale ? 409 : 422) : 200,
    tab: 'setup',
    title,
    sub: t.setup.setupSub({ kind, year, clusters: setup.clusters.length, units: countUnits(setup) }),
    address: links.setUpOf(setup.id),
    historyHref: links.eventHistory(setup.id),
    cloneHref: setup.clusters.length > 0 ? links.clone(setup.id) : undefined,
    removeHref: links.removeEvent(setup.id),
    remarks,
    remarkCount: t.setup.remarkCount(remarks.length),
    clusters,
    ...parts,
    notice: forms.find(({ section }) => section === returned?.section),
  });
}

const asked = (req: Request, name: string): string | undefined => {
  const value = req.query[name];
  return typeof value === 'string' ? value : undefined;
};

const countUnits = ({ clusters }: EventSetup): number =>
  new Set(clusters.flatMap(({ participants }) => participants.map(({ unitId }) => unitId))).size;
