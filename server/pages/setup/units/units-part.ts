import { DateTime } from 'luxon';
import { shortDate } from '../../../domain/words/document-date.ts';
import type { SetupUnit } from '../../../domain/plan/event-setup.ts';
import { isStanding } from '../../../domain/plan/unit-rules.ts';
import { UNIT_LEVELS } from '../../../domain/unit.ts';
import type { Words } from '../../../i18n/catalogue.ts';
import { standingUnits } from '../event-form.ts';
import { fieldMaker } from '../fields.ts';
import { attemptOf, formOf, type Making } from '../form.ts';
import { links } from '../../links.ts';

/** Every unit of the house, each with a page of its own for its name and its end, and the form for one more. */
export function unitsPart(making: Making) {
  const { setup, t } = making;
  const words = t.setup.units;
  const nameOf = (id: string | undefined) => setup.units.find((unit) => unit.id === id)?.name;
  const make = fieldMaker('new-unit', attemptOf(making, 'units'));
  const levels = UNIT_LEVELS.map((value) => ({ value, label: words.levels[value] }));
  return {
    ...formOf(making, {
      section: 'units',
      prefix: 'new-unit',
      action: links.units(setup.id),
      version: '',
      fields: [
        make('unit.name', { kind: 'text', label: words.name, stored: '' }),
        make('unit.level', { kind: 'choice', label: words.level, stored: 'commune', options: levels }),
        make('unit.parent', {
          kind: 'choice',
          label: words.parent,
          stored: '',
          options: standingUnits(setup.units),
          empty: words.noParent,
        }),
        make('unit.code', { kind: 'text', label: words.code, stored: '', hint: words.codeHint, isOptional: true }),
      ],
    }),
    count: words.count(setup.units.length),
    rows: setup.units.map((unit) => {
      const successor = nameOf(unit.successorId);
      return {
        name: unit.name,
        code: unit.code,
        level: words.levels[unit.level],
        parent: nameOf(unit.parentId) ?? t.layout.none,
        isActive: isStanding(unit),
        icon: successor === undefined ? 'stop' : 'swap',
        state: stateOf(unit, successor, t),
        href: links.unit({ eventId: setup.id, unitId: unit.id }),
        edit: words.editUnit(unit.name),
      };
    }),
  };
}

function stateOf(unit: SetupUnit, successor: string | undefined, t: Words): string {
  if (isStanding(unit)) return t.setup.units.active;
  return successor === undefined
    ? t.unitPage.ended(dayInWords(unit.validTo ?? ''))
    : t.setup.units.mergedInto(successor);
}

/** `2025-06-30` → `30/6/2025` */
export const dayInWords = (date: string): string => shortDate(DateTime.fromISO(date));
