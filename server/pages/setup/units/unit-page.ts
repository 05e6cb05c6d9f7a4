/** One unit: its names, its place and code, and its end. */
import type { Request, Response } from 'express';
import { loadEventSetup } from '../../../../db/events/event-setup.ts';
import { formerNamesOf, unitUses } from '../../../../db/units/unit-changes.ts';
import type { Context } from '../../../context.ts';
import type { SetupUnit } from '../../../domain/plan/event-setup.ts';
import { isStanding, isUsed } from '../../../domain/plan/unit-rules.ts';
import { UNIT_LEVELS } from '../../../domain/unit.ts';
import { found } from '../../../errors.ts';
import { sendPage } from '../../../http/page/page.ts';
import { languageOf } from '../../../http/reader.ts';
import { param } from '../../../http/route.ts';
import { wordsIn } from '../../../i18n/catalogue.ts';
import { standingUnits } from '../event-form.ts';
import { type Field, fieldMaker, unstored } from '../fields.ts';
import { attemptOf, formOf, type Making, type ReturnedForm } from '../form.ts';
import { versions } from '../../../actions/events/section.ts';
import { links } from '../../links.ts';
import { dayInWords } from './units-part.ts';

type UnitSection = 'rename' | 'facts' | 'merge' | 'end' | 'restore' | 'removal';

export async function showUnit(context: Context, req: Request, res: Response, returned?: ReturnedForm): Promise<void> {
  const setup = found(await loadEventSetup(context.db.read, param(req, 'eventId')));
  const unit = found(setup.units.find(({ id }) => id === param(req, 'unitId')));
  const t = wordsIn(languageOf(req));
  const words = t.setup.units;
  const making: Making = { setup, t, returned, open: undefined };
  const successor = setup.units.find(({ id }) => id === unit.successorId);
  const forms = unitForms(making, unit);
  const until = unit.validTo ? dayInWords(unit.validTo) : t.layout.none;
  const ended = successor ? words.mergedSince(successor.name, until) : t.unitPage.endedSince(until);
  const isRemovable = !isUsed(await unitUses(context.db.read, unit.id));
  await sendPage(req, res, 'setup/unit', {
    status: returned ? (returned.isStale ? 409 : 422) : 200,
    tab: 'setup',
    title: words.unitTitle(unit.name),
    sub: words.levels[unit.level],
    address: links.unit({ eventId: setup.id, unitId: unit.id }),
    backHref: links.setUpPart(setup.id, { section: 'units', id: 'part-new-unit' }),
    formerNames: (await formerNamesOf(context.db.read, unit.id)).map(({ name, validTo }) =>
      words.formerName(name, dayInWords(validTo)),
    ),
    ...forms,
    ended: isStanding(unit) ? undefined : ended,
    restoreLabel: successor ? words.restore : t.unitPage.restoreEnd,
    isRemovable,
    removeQuestion: t.unitPage.removeQuestion(unit.name),
    notice: Object.values(forms).find(({ section }) => section === returned?.section),
  });
}

/** A form for each thing that can become of a unit. */
function unitForms(making: Making, unit: SetupUnit) {
  const { setup, t } = making;
  const words = t.setup.units;
  const version = versions.unit(unit);
  const rename = fieldMaker('rename', attemptOf(making, 'rename'));
  const renameFrom = fieldMaker('rename', unstored(attemptOf(making, 'rename')));
  const merge = fieldMaker('merge', unstored(attemptOf(making, 'merge')));
  const end = fieldMaker('end', unstored(attemptOf(making, 'end')));
  const form = (section: UnitSection, path: string, fields: Field[]) =>
    formOf(making, {
      section,
      prefix: section,
      action: links.changeUnit({ eventId: setup.id, unitId: unit.id, change: path }),
      version,
      fields,
    });
  return {
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
    facts: form('facts', 'facts', factFields(making, unit)),
    end: form('end', 'end', [
      end('endedFrom', {
        kind: 'text',
        label: t.unitPage.endedFrom,
        stored: '',
        hint: words.fromHint,
        isOptional: true,
      }),
    ]),
    restore: form('restore', 'restore', []),
    removal: form('removal', 'remove', []),
  };
}

function factFields(making: Making, unit: SetupUnit): Field[] {
  const { setup, t } = making;
  const words = t.setup.units;
  const make = fieldMaker('facts', attemptOf(making, 'facts'));
  const options = standingUnits(setup.units, unit.parentId).filter(({ value }) => value !== unit.id);
  const levels = UNIT_LEVELS.map((value) => ({ value, label: words.levels[value] }));
  return [
    make('level', { kind: 'choice', label: words.level, stored: unit.level, options: levels }),
    make('parent', {
      kind: 'choice',
      label: words.parent,
      stored: unit.parentId ?? '',
      options,
      empty: words.noParent,
      hint: t.unitPage.parentHint,
    }),
    make('code', { kind: 'text', label: words.code, stored: unit.code }),
  ];
}
