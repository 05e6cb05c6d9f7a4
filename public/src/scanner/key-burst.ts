/**
 * A USB or Bluetooth scanner is a keyboard: a burst of keys that no hand can type, closed by Enter. The gap is generous
 * enough for slow Bluetooth scanners and still far below quick typing (about 100 ms).
 */
const MOST_GAP_MS = 60;
const FEWEST_KEYS = 8;

export type KeyBurst = {
  /** What was scanned, when this key closes a burst. `at` in steady milliseconds. */
  press: (key: string, at: number) => string | undefined;
};

export function watchKeyBurst(): KeyBurst {
  let text = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    press(key, at) {
      if (at - lastAt > MOST_GAP_MS) text = '';
      lastAt = at;
      if (key === 'Enter') {
        const burst = text;
        text = '';
        return burst.length >= FEWEST_KEYS ? burst : undefined;
      }
      // Vietnamese typing software corrects what it has sent with backspaces.
      if (key === 'Backspace') text = text.slice(0, -1);
      else if ([...key].length === 1) text += key;
      return undefined;
    },
  };
}
