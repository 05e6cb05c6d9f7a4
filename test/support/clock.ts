import { DateTime } from 'luxon';

export type Clock = {
  now: () => DateTime<true>;
  set: (local: string) => void;
  advance: (duration: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void;
};

/** A clock that stands still until told otherwise. Local times are Can Tho's: `2023-03-30T08:30`. */
export function clockAt(local: string): Clock {
  const read = (text: string): DateTime<true> => {
    const time = DateTime.fromISO(text, { zone: 'Asia/Ho_Chi_Minh' });
    if (!time.isValid) throw new Error(`Not a time: ${text}`);
    return time;
  };
  let current = read(local);
  return {
    now: () => current,
    set: (text) => {
      current = read(text);
    },
    advance: (duration) => {
      current = current.plus(duration);
    },
  };
}
