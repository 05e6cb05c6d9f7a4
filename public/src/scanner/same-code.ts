/**
 * A camera reads the same code 15 times a second. One code counts once: it is ignored until it has been out of sight
 * for a while, and for a few seconds after its verdict was on the screen.
 */
const UNSEEN_MS = 2000;
const AFTER_VERDICT_MS = 5000;

export type SameCode = {
  /** True when the code is to be judged, false when it is still the same sight. `now` in steady milliseconds. */
  isNew: (code: string, now: number) => boolean;
  /** The verdict on this code was shown, or taken off the screen. */
  hold: (code: string, now: number) => void;
};

export function watchSameCode(): SameCode {
  let lastCode: string | undefined;
  let lastSeen = Number.NEGATIVE_INFINITY;
  let heldCode: string | undefined;
  let heldUntil = Number.NEGATIVE_INFINITY;
  return {
    isNew(code, now) {
      const isSameSight = code === lastCode && now - lastSeen < UNSEEN_MS;
      lastCode = code;
      lastSeen = now;
      return !isSameSight && !(code === heldCode && now < heldUntil);
    },
    hold(code, now) {
      heldCode = code;
      heldUntil = now + AFTER_VERDICT_MS;
    },
  };
}
