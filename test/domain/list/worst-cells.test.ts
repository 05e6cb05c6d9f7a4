/** However a cell is filled, a list is judged in a moment: the whole of it is judged at every step, in the server's own process. */
import { expect } from 'chai';
import type { Category } from '../../../server/domain/category.ts';
import type { ListRules } from '../../../server/domain/list/rules.ts';
import { rowFields, type TypedRow } from '../../../server/domain/list/row.ts';
import { readPastedRows } from '../../../server/domain/sheet/pasted-rows.ts';
import { quickFixes } from '../../../server/domain/list/quick-fixes.ts';
import { planRegistration } from '../../../server/domain/list/registration-plan.ts';
import { inventedRow } from '../../support/cast.ts';
import { worstCells, worstIn, worstRow } from '../../support/worst-cells.ts';

const category = (code: string, name: string): Category => ({
  id: `id-${code}`,
  code,
  name,
  level: 'district',
  hostOnly: false,
  rank: 10,
});
const rules: ListRules = {
  categories: [category('B1', 'Chủ tịch UBND quận, huyện'), category('B2', 'Trưởng phòng chuyên môn')],
  isHost: false,
  mayOverride: false,
  level: 'district',
  known: [],
};
const capacity = { max: 60, quota: 15, seatedInCluster: 0, seatedInUnit: 0, waitingInUnit: 0 };

/** All that is said of 500 rows and offered for them. */
function judge(rowOf: (number: number) => TypedRow) {
  const rows = Array.from({ length: 500 }, (_, number) => rowOf(number));
  const { lines } = planRegistration(rows, rules, capacity);
  return { lines, fixes: quickFixes(lines) };
}

describe('500 rows of the worst cells', () => {
  for (const [what, text] of worstCells) {
    it(`are judged in few words: ${what}`, () => {
      for (const most of [text.length, 200, 40]) {
        const { lines, fixes } = judge(() => worstRow(text, most));
        const size = JSON.stringify([lines.map(({ problems }) => problems), fixes]).length;
        expect(size / lines.length, 'bytes said of a row').to.be.below(16_000);
      }
    });
  }

  it('are judged to the end whichever cell it is', () => {
    for (const field of rowFields) {
      const { lines } = judge((number) =>
        worstIn(field, worstCells[number % worstCells.length]?.[1] ?? '', inventedRow(number)),
      );
      expect(lines, field).to.have.length(500);
    }
  });

  for (const [what, text] of worstCells) {
    it(`are read to the end when they are pasted: ${what}`, () => {
      // Two million characters are all that fits in a form.
      const line = rowFields.map(() => text.replaceAll(/[\n"]/g, ' ')).join('\t');
      const { rows, skipped } = readPastedRows(Array.from({ length: 62 }, () => line).join('\n'));
      expect(rows.length + skipped.length).to.be.at.most(62);
    });
  }
});
