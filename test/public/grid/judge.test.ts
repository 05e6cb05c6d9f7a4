import { expect } from 'chai';
import { judge, type Rulebook, whileEntering } from '../../../public/src/grid/judge.ts';
import type { ProblemCode } from '../../../server/domain/list/problem.ts';
import { emptyRow, type TypedRow } from '../../../server/domain/list/row.ts';
import { planRegistration } from '../../../server/domain/list/registration-plan.ts';
import { fold } from '../../../server/domain/vietnamese/fold.ts';
import { wordsIn } from '../../../server/i18n/catalogue.ts';
import { problemTemplates } from '../../../server/pages/desk/grid-facts.ts';
import { problemSentence } from '../../../server/i18n/problem-sentence.ts';
import { inventedRow, inventedRows } from '../../support/cast.ts';

const category = (code: string, hostOnly = false) => ({
  id: `id-${code}`,
  code,
  name: `Thành phần ${code}`,
  level: 'district' as const,
  hostOnly,
  rank: 1,
});
const thoai = { fullName: 'Bùi Nhựt Thoại', position: 'Chủ tịch', workplace: '' };
const rulebook: Rulebook = {
  rules: {
    categories: [category('B2'), category('B4'), category('B7', true)],
    isHost: false,
    mayOverride: false,
    level: 'district',
    known: [{ ...thoai, nameFolded: fold(thoai.fullName) }],
  },
  capacity: { max: 60, quota: 15, seatedInCluster: 20, seatedInUnit: 10, waitingInUnit: 0 },
  words: { problems: problemTemplates(wordsIn('vi')) },
};
const row = (number: number, changes: Partial<TypedRow> = {}) => inventedRow(number, changes);

describe('the grid judges as the server will', () => {
  it('by the very same plan', () => {
    const rows = [
      row(1),
      row(2, { email: 'sai@' }),
      row(3, { fullName: 'Bùi Nhựt Thoại', position: 'Chủ tịch' }),
      row(1),
      ...inventedRows(6, 20),
    ];
    const plan = planRegistration(rows, rulebook.rules, rulebook.capacity);
    const judged = judge(rows, rulebook);
    expect(judged.rows.map((one) => one?.kind)).to.deep.equal(plan.lines.map((line) => line.kind));
  });

  it('in the very same sentences, every code in both languages', () => {
    for (const language of ['vi', 'en'] as const) {
      const t = wordsIn(language);
      const templates = problemTemplates(t);
      for (const code of Object.keys(t.registration.problems) as ProblemCode[]) {
        for (const where of ['list', 'registered'] as const) {
          const detail = Object.fromEntries(
            [...templates[code][where].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `<${name}>`]),
          );
          const filled = templates[code][where].replace(/\{(\w+)\}/g, '<$1>');
          const said = problemSentence({ field: 'note', code, severity: 'error', detail: { ...detail, where } }, t);
          expect(filled, `${language} ${code}`).to.equal(said);
        }
      }
    }
  });

  it('marks the cell and says why', () => {
    const { rows } = judge([row(1, { category: 'B7', email: '' })], rulebook);
    expect(rows[0]?.state).to.equal('problem');
    expect(rows[0]?.marks.category).to.deep.equal({
      tone: 'bad',
      sentences: ['Thành phần B7 chỉ dành cho đơn vị đăng cai'],
    });
    expect(rows[0]?.marks.email?.tone).to.equal('quiet');
  });

  it('passes over empty rows, and names the row that people see', () => {
    const { rows, tally } = judge([emptyRow(), row(1), emptyRow(), row(1)], rulebook);
    expect(rows.map((one) => one?.state)).to.deep.equal([undefined, 'ready', undefined, 'duplicate']);
    expect(rows[3]?.marks.fullName?.sentences[0]).to.match(/^Trùng với dòng 2:/);
    expect(tally).to.include({ rows: 2, ready: 1, duplicate: 1 });
  });

  it('shows who would wait', () => {
    const { rows, tally, heads } = judge(inventedRows(7), rulebook);
    expect(rows.map((one) => one?.state).slice(4)).to.deep.equal(['ready', 'waiting', 'waiting']);
    expect(tally.waiting).to.equal(2);
    expect(heads).to.equal(7);
  });

  it('counts heads without duplicates, and people in every category they hold', () => {
    const { heads, byCategory } = judge(
      [row(1, { category: 'B2, B4' }), row(1, { category: 'B2, B4' }), row(2)],
      rulebook,
    );
    expect(heads).to.equal(2);
    expect(Object.fromEntries(byCategory)).to.deep.equal({ 'id-B2': 2, 'id-B4': 1 });
  });

  describe('a row somebody is in the middle of', () => {
    const half = { ...emptyRow(), honorific: 'Ông', fullName: 'Trương Thoại Vĩ' };

    it('is being entered, without reproach for what is missing', () => {
      const { rows, tally } = whileEntering(judge([row(1), half], rulebook), 1);
      expect(rows[1]).to.include({ state: 'entering' });
      expect(rows[1]?.marks).to.deep.equal({});
      expect(tally).to.include({ rows: 2, ready: 1, entering: 1, problem: 0 });
    });

    it('is wrong as soon as the cursor is elsewhere', () => {
      const { rows } = whileEntering(judge([row(1), half], rulebook), 0);
      expect(rows[1]?.state).to.equal('problem');
      expect(rows[1]?.marks.position?.sentences).to.deep.equal(['Thiếu chức vụ']);
    });

    it('still hears what is wrong with what was typed', () => {
      const { rows } = whileEntering(judge([{ ...half, category: 'B9' }], rulebook), 0);
      expect(rows[0]?.state).to.equal('problem');
      expect(rows[0]?.marks.category?.tone).to.equal('bad');
    });
  });
});
