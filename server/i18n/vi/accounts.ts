export const accounts = {
  title: '',
};
export type AccountsWords = typeof accounts;
