import { expect } from 'chai';
import type { SetupUnit } from '../../../server/domain/plan/event-setup.ts';
import {
  codeProblem,
  isStanding,
  isUsed,
  levelProblem,
  mayStandAbove,
  nameProblem,
  parentProblem,
} from '../../../server/domain/plan/unit-rules.ts';
import type { UnitLevel } from '../../../server/domain/unit.ts';

const unit = (id: string, level: UnitLevel, parentId?: string, more: Partial<SetupUnit> = {}): SetupUnit => ({
  id,
  code: id,
  name: id,
  level,
  parentId,
  validFrom: undefined,
  validTo: undefined,
  successorId: undefined,
  ...more,
});

const city = unit('city', 'city');
const district = unit('district', 'district', 'city');
const commune = unit('commune', 'commune', 'district');
const ended = unit('ended', 'district', 'city', { validTo: '2025-06-30' });
const units = [city, district, commune, ended];

describe('the rules of units', () => {
  it('take a unit for standing until it has a last day or a successor', () => {
    expect(units.filter(isStanding)).to.deep.equal([city, district, commune]);
    expect(isStanding({ validTo: undefined, successorId: 'district' })).to.equal(false);
  });

  for (const [parent, child, isRight] of [
    ['city', 'district', true],
    ['city', 'commune', true],
    ['district', 'commune', true],
    ['city', 'city', true],
    ['other', 'city', true],
    ['commune', 'other', true],
    ['district', 'district', false],
    ['commune', 'commune', false],
    ['commune', 'city', false],
    ['district', 'city', false],
    ['commune', 'district', false],
  ] as const) {
    it(`${isRight ? 'let' : 'do not let'} a ${child} stand below a ${parent}`, () => {
      expect(mayStandAbove(parent, child)).to.equal(isRight);
    });
  }

  it('refuse a parent that is not there or has ended, unless it was the parent all along', () => {
    const code = (id: string | undefined, wanted: string) =>
      parentProblem({ ...(id && { id }), level: 'commune', wanted }, [...units, unit('below', 'commune', 'ended')])
        ?.code;
    expect(code(undefined, '')).to.equal(undefined);
    expect(code(undefined, 'district')).to.equal(undefined);
    expect(code(undefined, 'nowhere')).to.equal('parent_not_standing');
    expect(code('commune', 'ended')).to.equal('parent_not_standing');
    expect(code('below', 'ended')).to.equal(undefined);
  });

  it('refuse a ring of parents, however long', () => {
    const parents = ['city', 'district', 'commune'].map(
      (wanted) => parentProblem({ id: 'city', level: 'other', wanted }, units)?.code,
    );
    expect(parents).to.deep.equal(['parent_is_below', 'parent_is_below', 'parent_is_below']);
  });

  it('keep a unit above those that stand below it', () => {
    expect(levelProblem('district', 'commune', units)?.code).to.equal('children_not_lower');
    expect(levelProblem('district', 'city', units)).to.equal(undefined);
    expect(levelProblem('commune', 'commune', units)).to.equal(undefined);
  });

  it('compare names with their marks, whatever their case, beside units that stand', () => {
    const code = (name: string, parentId?: string) => nameProblem({ name, parentId }, units)?.code;
    expect(code('DISTRICT', 'city')).to.equal('unit_exists');
    expect(code('district')).to.equal(undefined);
    expect(code('ended', 'city')).to.equal(undefined);
    expect(code('')).to.equal('unit_name_missing');
    expect(code('x'.repeat(300))).to.equal(undefined);
    expect(code('x'.repeat(301))).to.equal('unit_name_too_long');
  });

  it('judge a code', () => {
    const codes = ['', 'x'.repeat(81), 'mã', 'city', 'x'.repeat(80)].map((code) => codeProblem(code, units)?.code);
    expect(codes).to.deep.equal(['code_missing', 'code_too_long', 'code_unreadable', 'code_taken', undefined]);
  });

  it('take a unit for used as soon as one thing names it', () => {
    const uses = { clusters: 0, events: 0, delegates: 0, accounts: 0, children: 0, predecessors: 0 };
    expect(isUsed(uses)).to.equal(false);
    for (const name of Object.keys(uses)) expect(isUsed({ ...uses, [name]: 1 }), name).to.equal(true);
  });
});
