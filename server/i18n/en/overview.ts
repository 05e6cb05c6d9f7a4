import type { OverviewWords } from '../vi/overview.ts';

export const overview: OverviewWords = {
  title: '',
};
