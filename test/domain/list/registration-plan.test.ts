import { expect } from 'chai';
import type { Category } from '../../../server/domain/category.ts';
import type { ListRules } from '../../../server/domain/list/rules.ts';
import type { TypedRow } from '../../../server/domain/list/row.ts';
import { emptyRow } from '../../../server/domain/sheet/pasted-rows.ts';
import { needsReview, planRegistration } from '../../../server/domain/list/registration-plan.ts';
import type { Capacity } from '../../../server/domain/seats/seating.ts';

const category: Category = {
  id: 'id-B2',
  code: 'B2',
  name: 'Trưởng phòng',
  level: 'district',
  hostOnly: false,
  rank: 1,
};
const rules: ListRules = { categories: [category], isHost: false, mayOverride: false, level: 'district', known: [] };
const capacity: Capacity = { max: 60, quota: 15, seatedInCluster: 12, seatedInUnit: 12, waitingInUnit: 0 };

const row = (fullName: string, changes: Partial<TypedRow> = {}): TypedRow => ({
  ...emptyRow(),
  fullName,
  position: 'Trưởng phòng',
  category: 'B2',
  email: 'mot.cua@example.gov.vn',
  ...changes,
});

describe('the plan for a list', () => {
  const rows = [
    row('Hồ Út'),
    row('Lý Ẩn', { email: 'x' }),
    row('Kim Sa'),
    row('Hồ Út'),
    row('Sơn Danh', { phone: 'hỏi văn phòng' }),
    row('Thạch Thị Sa Rây', { email: '' }),
    row('Trần Thị Ý'),
  ];
  const plan = planRegistration(rows, rules, capacity);

  it('says of every line what becomes of it, in the order typed', () => {
    expect(plan.lines.map(({ line, kind }) => `${line} ${kind}`)).to.deep.equal([
      '1 seated',
      '2 problem',
      '3 seated',
      '4 duplicate',
      '5 seated',
      '6 waiting',
      '7 waiting',
    ]);
  });

  it('gives no place to a line with a problem or to one that is there already', () => {
    expect(plan).to.include({ seated: 3, waiting: 2, problems: 1, duplicates: 1 });
  });

  it('keeps what was typed, so that nothing has to be typed again', () => {
    expect(plan.lines.map((line) => line.typed)).to.deep.equal(rows);
  });

  it('counts as "to be looked at" the doubtful lines, not those that only lack an e-mail', () => {
    expect(plan.warnings).to.equal(2);
    expect(needsReview({ field: 'email', code: 'email_missing', severity: 'warning' })).to.equal(false);
    expect(needsReview({ field: 'phone', code: 'phone_unusual', severity: 'warning' })).to.equal(true);
  });

  it('is an empty plan for an empty list', () => {
    expect(planRegistration([], rules, capacity)).to.deep.equal({
      lines: [],
      seated: 0,
      waiting: 0,
      problems: 0,
      duplicates: 0,
      warnings: 0,
    });
  });
});
