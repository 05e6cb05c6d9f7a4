import { expect } from 'chai';
import {
  type Actor,
  isAccountant,
  isOrganiser,
  isRegistrar,
  mayManage,
  passwordProblem,
  type Role,
  scopeOf,
} from '../../server/domain/account.ts';

const actor = (role: Role, unitId?: string): Actor => ({
  accountId: 'account',
  fullName: 'Lâm Hoài An',
  login: 'an.noivu',
  role,
  ...(unitId && { unitId }),
});

describe('how far an account sees', () => {
  for (const role of ['admin', 'organiser', 'accountant'] as const) {
    it(`${role}: everything, also when it belongs to a unit`, () => {
      expect(scopeOf(actor(role))).to.deep.equal({ kind: 'all' });
      expect(scopeOf(actor(role, 'so-noi-vu'))).to.deep.equal({ kind: 'all' });
    });
  }

  it('registrar: the own unit', () => {
    expect(scopeOf(actor('registrar', 'thoi-lai'))).to.deep.equal({ kind: 'unit', unitId: 'thoi-lai' });
  });

  it('a registrar without a unit is a mistake, not somebody who sees everything', () => {
    expect(() => scopeOf(actor('registrar'))).to.throw('has no unit');
  });
});

describe('what an account counts as', () => {
  for (const [role, organises, registers, accounts] of [
    ['admin', true, false, false],
    ['organiser', true, false, false],
    ['registrar', false, true, false],
    ['accountant', false, false, true],
  ] as const) {
    it(`${role}`, () => {
      expect([isOrganiser({ role }), isRegistrar({ role }), isAccountant({ role })]).to.deep.equal([
        organises,
        registers,
        accounts,
      ]);
    });
  }
});

describe('whom an account may manage', () => {
  const roles: Role[] = ['admin', 'organiser', 'registrar', 'accountant'];
  const managed: Record<Role, Role[]> = {
    admin: roles,
    organiser: ['registrar'],
    registrar: [],
    accountant: [],
  };
  for (const role of roles) {
    it(`${role}: ${managed[role].join(', ') || 'nobody'}`, () => {
      expect(roles.filter((other) => mayManage(actor(role), other))).to.deep.equal(managed[role]);
    });
  }
});

describe('a new password', () => {
  for (const password of [
    'nước nổi mênh mông',
    'cá linh về đồng',
    'con gà cục tác lá chanh',
    'Rạch Ngỗng 1 - Rạch Ngỗng 2',
    'correct horse battery',
    'password của bà Sáu bán bánh',
    '12 con giáp cùng đi',
    'ký tự 😀😀😀😀😀😀',
    'x'.repeat(100) + 'y'.repeat(100),
  ]) {
    it(`may be "${password.slice(0, 30)}"`, () => expect(passwordProblem(password, 'an.noivu')).to.equal(undefined));
  }

  const refused: [password: string, problem: string][] = [
    ['', 'too_short'],
    ['mười một ký', 'too_short'],
    ['ệ'.normalize('NFD').repeat(11), 'too_short'],
    [`${'x'.repeat(200)}y`, 'too_long'],
    ['123456789012', 'too_common'],
    ['aaaaaaaaaaaa', 'too_common'],
    ['            ', 'too_common'],
    ['password1234', 'too_common'],
    ['Password@2023', 'too_common'],
    ['matkhau123456', 'too_common'],
    ['Mật khẩu 2023', 'too_common'],
    ['mật khẩu mật khẩu', 'too_common'],
    ['Cần Thơ 2023!!', 'too_common'],
    ['admin admin admin', 'too_common'],
    ['123456 123456', 'too_common'],
    ['an.noivu rất đẹp', 'contains_login'],
    ['AN.NOIVU rất đẹp', 'contains_login'],
  ];
  for (const [password, problem] of refused) {
    it(`may not be "${password.slice(0, 30)}": ${problem}`, () => {
      expect(passwordProblem(password, 'an.noivu')).to.equal(problem);
    });
  }

  it('may hold a login so short that any sentence holds it', () => {
    expect(passwordProblem('an cư lạc nghiệp', 'an')).to.equal(undefined);
  });
});
