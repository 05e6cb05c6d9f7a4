import { fold } from './vietnamese/fold.ts';

/** Who signs in. Door staff have no account: they hold a paired device. Delegates hold a link. */
export type Role = 'admin' | 'organiser' | 'registrar' | 'accountant';

/** The person behind a request, as every loader needs it. A registrar always has a unit. */
export type Actor = {
  accountId: string;
  fullName: string;
  login: string;
  role: Role;
  unitId?: string;
  unitName?: string;
};

type HasRole = { role: Role };

/** Registers, corrects and withdraws the delegates of one unit. */
export const isRegistrar = ({ role }: HasRole): boolean => role === 'registrar';

/** Runs events: may act for every unit, decide, and override a rule with a reason. An administrator may as well. */
export const isOrganiser = ({ role }: HasRole): boolean => role === 'organiser' || role === 'admin';

/** Reads attendance and lists of the whole event and changes nothing of it. */
export const isAccountant = ({ role }: HasRole): boolean => role === 'accountant';

/** How far an actor sees: the whole organisation, or the rows of one unit. */
export type Scope = { kind: 'all' } | { kind: 'unit'; unitId: string };

export function scopeOf(actor: Actor): Scope {
  if (!isRegistrar(actor)) return { kind: 'all' };
  if (!actor.unitId) throw new Error(`Registrar ${actor.accountId} has no unit.`);
  return { kind: 'unit', unitId: actor.unitId };
}

/** Whom an actor may invite, disable and send new links to. */
export function mayManage(actor: Actor, role: Role): boolean {
  if (actor.role === 'admin') return true;
  return actor.role === 'organiser' && role === 'registrar';
}

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** Words every guesser tries first, with the words of this house among them; compared without marks ("mật khẩu"). */
const COMMON = [
  'password',
  'matkhau',
  'mat khau',
  '123456',
  'qwerty',
  'admin',
  'dontiep',
  'don tiep',
  'cantho',
  'can tho',
  'sonoivu',
  'noivu',
  'iloveyou',
];

export type PasswordProblem = 'too_short' | 'too_long' | 'too_common' | 'contains_login';

/**
 * Judges a new password: at least 12 characters, any characters, nothing truncated (ASVS 5.0 §6.2).
 * Long common words are refused when they make up most of the password.
 */
export function passwordProblem(password: string, login: string): PasswordProblem | undefined {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_MIN) return 'too_short';
  if (length > PASSWORD_MAX) return 'too_long';
  const folded = fold(password);
  if (login.length >= 4 && folded.includes(fold(login))) return 'contains_login';
  const rest = COMMON.reduce((text, word) => text.replaceAll(word, ''), folded).replace(/[\d\W_]+/g, '');
  if (rest.length < 4 && COMMON.some((word) => folded.includes(word))) return 'too_common';
  if (/^\d+$/.test(password) || /^(.)\1+$/su.test(password)) return 'too_common';
  return undefined;
}
