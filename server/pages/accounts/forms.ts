import { z } from 'zod';
import { PASSWORD_MAX, type PasswordProblem, passwordProblem } from '../../domain/account.ts';
import { tidy } from '../../domain/vietnamese/person-name.ts';

const text = z.string().max(1000).catch('');

/** `kept` is a whole form that came after the session had ended. */
export const signInForm = z.object({ login: text, password: text, next: text, kept: z.string().catch('') });
export const joinForm = z.object({ login: text, fullName: text, password: text, repeat: text });
export const passwordForm = z.object({ current: text, password: text, repeat: text });
export const inviteForm = z.object({ login: text, fullName: text, role: text, unit: text });

export const moveForm = z.object({ unit: text });

export type AccountProblem =
  | PasswordProblem
  | 'missing'
  | 'login_shape'
  | 'login_taken'
  | 'not_repeated'
  | 'wrong_password'
  | 'unit_missing'
  | 'unit_ended'
  | 'unit_same'
  | 'role_unknown';
export type Problems = Partial<
  Record<'login' | 'fullName' | 'role' | 'unit' | 'current' | 'password' | 'repeat', AccountProblem>
>;

/** Letters, digits, dot, dash, underscore, or an e-mail address: what people can say over the phone. */
const LOGIN = /^[a-z0-9][a-z0-9._-]{2,60}(@[a-z0-9.-]+)?$/i;

export function loginProblem(login: string): AccountProblem | undefined {
  if (tidy(login) === '') return 'missing';
  return LOGIN.test(tidy(login)) ? undefined : 'login_shape';
}

export function newPasswordProblems({
  password,
  repeat,
  login,
}: {
  password: string;
  repeat: string;
  login: string;
}): Problems {
  if (password === '') return { password: 'missing' };
  const problem = passwordProblem(password.slice(0, PASSWORD_MAX + 1), login);
  if (problem) return { password: problem };
  return password === repeat ? {} : { repeat: 'not_repeated' };
}
