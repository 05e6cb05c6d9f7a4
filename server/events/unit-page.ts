/** One unit: its names, and the unit it was merged into. */
import type { Request, Response } from 'express';
import { loadEventSetup } from '../../db/event-setup.ts';
import { formerNamesOf } from '../../db/unit-changes.ts';
import type { Context } from '../context.ts';
import { found } from '../http/errors.ts';
import { sendPage } from '../http/page.ts';
import { languageOf } from '../http/reader.ts';
import { param } from '../http/route.ts';
import { wordsIn } from '../i18n/catalogue.ts';
import { standingUnits } from './event-form.ts';
import { type Field, fieldMaker, unstored } from './fields.ts';
import { attemptOf, formOf, type Making, type ReturnedForm } from './form.ts';
import { versions } from './section.ts';
import { dayInWords } from './units-part.ts';

export async function showUnit(context: Context, req: Request, res: Response, returned?: ReturnedForm): Promise<void> {
  const setup = found(await loadEventSetup(context.db.read, param(req, 'eventId')));
  const unit = found(setup.units.find(({ id }) => id === param(req, 'unitId')));
  const t = wordsIn(languageOf(req));
  const words = t.events.units;
  const making: Making = { setup, t, returned, open: undefined };
  const address = `/events/${setup.id}/units/${unit.id}`;
  const version = versions.unit(unit);
  const successor = setup.units.find(({ id }) => id === unit.successorId);
  const rename = fieldMaker('rename', attemptOf(making, 'rename'));
  const renameFrom = fieldMaker('rename', unstored(attemptOf(making, 'rename')));
  const merge = fieldMaker('merge', unstored(attemptOf(making, 'merge')));
  const form = (section: 'rename' | 'merge' | 'restore', path: string, fields: Field[]) =>
    formOf(making, { section, prefix: section, action: `${address}/${path}`, version, fields });
  const forms = {
    rename: form('rename', 'name', [
      rename('name', { kind: 'text', label: words.newName, stored: unit.name, isWide: true }),
      renameFrom('from', { kind: 'text', label: words.from, stored: '', hint: words.fromHint, isOptional: true }),
    ]),
    merge: form('merge', 'merge', [
      merge('successor', {
        kind: 'choice',
        label: words.successor,
        stored: '',
        options: standingUnits(setup.units).filter(({ value }) => value !== unit.id),
        empty: words.chooseSuccessor,
      }),
      merge('mergedFrom', { kind: 'text', label: words.from, stored: '', hint: words.fromHint, isOptional: true }),
    ]),
    restore: form('restore', 'restore', []),
  };
  await sendPage(req, res, 'events/unit', {
    status: returned ? (returned.isStale ? 409 : 422) : 200,
    tab: 'setup',
    title: words.unitTitle(unit.name),
    sub: words.levels[unit.level],
    address,
    backHref: `/events/${setup.id}/setup?open=units#part-new-unit`,
    formerNames: (await formerNamesOf(context.db.read, unit.id)).map(({ name, validTo }) =>
      words.formerName(name, dayInWords(validTo)),
    ),
    ...forms,
    merged: successor && words.mergedSince(successor.name, unit.validTo ? dayInWords(unit.validTo) : t.layout.none),
    notice: Object.values(forms).find(({ section }) => section === returned?.section),
  });
}
