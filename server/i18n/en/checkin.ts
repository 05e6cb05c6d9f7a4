import type { CheckinWords } from '../vi/checkin.ts';

export const checkin: CheckinWords = {
  title: '',
};
