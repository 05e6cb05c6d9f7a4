export const checkin = {
  title: '',
};
export type CheckinWords = typeof checkin;
