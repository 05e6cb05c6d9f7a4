export const reports = {
  title: '',
};
export type ReportsWords = typeof reports;
