import type { AccountsWords } from '../vi/accounts.ts';

export const accounts: AccountsWords = {
  title: '',
};
