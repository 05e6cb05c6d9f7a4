import { UNIT_LEVELS } from '../../../domain/unit.ts';
import { lineField } from '../../../actions/units/add-units.ts';
import { standingUnits } from '../event-form.ts';
import { type Field, fieldId, fieldMaker, plainField } from '../fields.ts';
import { attemptOf, formOf, type Making } from '../form.ts';
import { links } from '../../links.ts';

const PREFIX = 'many-units';
const ROWS = 8;

/** The box for many units at once; each wrong line is named below it. */
export function manyUnitsForm(making: Making) {
  const { setup, t } = making;
  const words = t.unitPage.many;
  const attempt = attemptOf(making, 'many-units');
  const make = fieldMaker(PREFIX, attempt);
  const wrong = wrongLines(attempt?.problems ?? new Map(), words.line);
  const names = make('names', { kind: 'lines', label: words.names, stored: '', hint: words.hint, isWide: true });
  const notes = wrong.length > 0 ? { notes: `${PREFIX}-lines` } : {};
  return {
    ...formOf(making, {
      section: 'many-units',
      prefix: PREFIX,
      action: links.manyUnits(setup.id),
      version: '',
      fields: [
        make('many.level', {
          kind: 'choice',
          label: t.setup.units.level,
          stored: 'commune',
          options: UNIT_LEVELS.map((value) => ({ value, label: t.setup.units.levels[value] })),
        }),
        make('many.parent', {
          kind: 'choice',
          label: t.setup.units.parent,
          stored: '',
          options: standingUnits(setup.units),
          empty: t.setup.units.noParent,
        }),
        { ...names, rows: ROWS, ...notes },
      ],
      cells: wrong,
    }),
    wrongId: `${PREFIX}-lines`,
    wrong,
  };
}

/** As fields, so that the summary above names each line and leads to it. */
function wrongLines(problems: ReadonlyMap<string, string>, labelOf: (line: number) => string): Field[] {
  return [...problems].flatMap(([name, problem]): Field[] => {
    const line = Number(/^line\.(\d+)$/.exec(name)?.[1]);
    if (!line) return [];
    const id = fieldId(PREFIX, lineField(line));
    return [{ ...plainField, id, name, kind: 'text', label: labelOf(line), value: '', problem }];
  });
}
