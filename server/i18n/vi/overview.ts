export const overview = {
  title: '',
};
export type OverviewWords = typeof overview;
