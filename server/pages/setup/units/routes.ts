/** The units of the house: one more in the list, and what can become of each on its page. */
import type { Request, Response } from 'express';
import { loadEventSetup } from '../../../../db/events/event-setup.ts';
import type { Context } from '../../../context.ts';
import type { Actor } from '../../../domain/account.ts';
import { found } from '../../../errors.ts';
import { setFlash } from '../../../http/page/flash.ts';
import { actorOf, get, organisers, param, post, type Route } from '../../../http/route.ts';
import { addUnit } from '../../../actions/units/add-unit.ts';
import { addUnits } from '../../../actions/units/add-units.ts';
import { endUnit } from '../../../actions/units/end-unit.ts';
import { returnedForm } from '../form.ts';
import { mergeUnit } from '../../../actions/units/merge-unit.ts';
import { removeUnit } from '../../../actions/units/remove-unit.ts';
import { renameUnit, type UnitForm } from '../../../actions/units/rename-unit.ts';
import { restoreUnit } from '../../../actions/units/restore-unit.ts';
import { saveUnitFacts } from '../../../actions/units/save-unit-facts.ts';
import type { Outcome } from '../../../actions/events/section.ts';
import { showSetup } from '../setup-page.ts';
import { readTyped, textOf } from '../../../domain/words/typed-fields.ts';
import { links } from '../../links.ts';
import { showUnit } from './unit-page.ts';

export const unitRoutes = (context: Context): Route[] => {
  const change = (path: string, made: UnitChange): Route =>
    post(`/events/:eventId/units/:unitId/${path}`, organisers, (req, res) => submitChange(context, req, res, made));
  return [
    post('/events/:eventId/units', organisers, (req, res) => submitNewUnit(context, req, res)),
    post('/events/:eventId/units/many', organisers, (req, res) => submitManyUnits(context, req, res)),
    get('/events/:eventId/units/:unitId', organisers, (req, res) => showUnit(context, req, res)),
    change('name', { section: 'rename', act: renameUnit, flash: 'unit_renamed' }),
    change('facts', { section: 'facts', act: saveUnitFacts, flash: 'unit_corrected' }),
    change('merge', { section: 'merge', act: mergeUnit, flash: 'unit_merged' }),
    change('end', { section: 'end', act: endUnit, flash: 'unit_ended' }),
    change('restore', { section: 'restore', act: restoreUnit, flash: 'unit_restored' }),
    change('remove', { section: 'removal', act: removeUnit, flash: 'unit_removed' }),
  ];
};

const listOf = (req: Request) => links.setUpPart(param(req, 'eventId'), { section: 'units', id: 'part-new-unit' });

/** What fits in the sentence on the next page. */
const shortName = (name: string): string => name.slice(0, 150);

async function submitNewUnit(context: Context, req: Request, res: Response) {
  found(await loadEventSetup(context.db.read, param(req, 'eventId')));
  const typed = readTyped(req.body);
  const returned = returnedForm(await addUnit(context, actorOf(res), typed), 'units', typed);
  if (returned) return showSetup(context, req, res, returned);
  setFlash(res, 'unit_added', shortName(textOf(typed, 'unit.name')));
  res.redirect(303, listOf(req));
}

/** A list of names is longer than any other field. */
const MOST_PASTED = 200_000;

async function submitManyUnits(context: Context, req: Request, res: Response) {
  found(await loadEventSetup(context.db.read, param(req, 'eventId')));
  const typed = readTyped(req.body, MOST_PASTED);
  const outcome = await addUnits(context, actorOf(res), typed);
  if (outcome.kind !== 'saved') return showSetup(context, req, res, returnedForm(outcome, 'many-units', typed));
  setFlash(res, 'units_added', String(outcome.count));
  res.redirect(303, listOf(req));
}

type UnitChange = {
  section: string;
  act: (context: Context, actor: Actor, form: UnitForm) => Promise<Outcome>;
  flash: 'unit_renamed' | 'unit_corrected' | 'unit_merged' | 'unit_ended' | 'unit_restored' | 'unit_removed';
};

/** The unit in the path, on the page of an event that is there. */
async function submitChange(context: Context, req: Request, res: Response, { section, act, flash }: UnitChange) {
  const setup = found(await loadEventSetup(context.db.read, param(req, 'eventId')));
  const unit = found(setup.units.find(({ id }) => id === param(req, 'unitId')));
  const typed = readTyped(req.body);
  const returned = returnedForm(await act(context, actorOf(res), { unitId: unit.id, typed }), section, typed);
  if (returned) return showUnit(context, req, res, returned);
  setFlash(res, flash, shortName(flash === 'unit_renamed' ? textOf(typed, 'name') : unit.name));
  res.redirect(303, flash === 'unit_removed' ? listOf(req) : links.unit({ eventId: setup.id, unitId: unit.id }));
}
