import type { AccountProblemsWords } from '../vi/account-problems.ts';

export const accountProblems: AccountProblemsWords = {
  refused: 'The login or the password is not right. Please check both.',
  paused: (minutes) => `Too many wrong tries. Please try again in ${minutes} minutes.`,
  missing: 'Please fill this in.',
  login_shape: 'A login has plain letters, digits, dots and dashes (at least 3), or is an e-mail address.',
  login_taken: 'This login is taken.',
  too_short: 'The password needs at least 12 characters.',
  too_long: 'The password is longer than 200 characters.',
  too_common: 'This password is easy to guess. Please choose a longer sentence few would think of.',
  contains_login: 'The password must not contain the login.',
  not_repeated: 'The two passwords differ.',
  wrong_password: 'The current password is not right.',
  unit_missing: 'Please choose the unit of the registrar.',
  unit_ended: 'This unit was merged or has ended. Please choose another one.',
  unit_same: 'The account belongs to this unit already.',
  role_unknown: 'Please choose a role from the list.',
};
