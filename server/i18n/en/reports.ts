import type { ReportsWords } from '../vi/reports.ts';

export const reports: ReportsWords = {
  title: '',
};
