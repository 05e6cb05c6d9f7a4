import { expect } from 'chai';
import { watchKeyBurst } from '../../../public/src/scanner/key-burst.ts';

/** Types the keys with the same gap between them and returns what the last one closed. */
function type(keys: string[], gap: number): string | undefined {
  const burst = watchKeyBurst();
  let closed: string | undefined;
  for (const [index, key] of keys.entries()) closed = burst.press(key, index * gap);
  return closed;
}

describe('scanner: keys of a USB scanner', () => {
  const code = [...'7KQ4XHPT'];

  it('takes a quick burst that ends in Enter', () => {
    expect(type([...code, 'Enter'], 12)).to.equal('7KQ4XHPT');
  });

  it('takes the burst of a slow Bluetooth scanner', () => {
    expect(type([...code, 'Enter'], 55)).to.equal('7KQ4XHPT');
  });

  it('leaves alone what a hand types', () => {
    expect(type([...code, 'Enter'], 110)).to.equal(undefined);
  });

  it('leaves alone a burst without Enter, and an Enter alone', () => {
    expect(type(code, 12)).to.equal(undefined);
    expect(type(['Enter'], 12)).to.equal(undefined);
  });

  it('leaves alone a burst that is too short for a code', () => {
    expect(type([...'7KQ4XHP', 'Enter'], 12)).to.equal(undefined);
  });

  it('does not count Shift and other keys as text', () => {
    expect(type(['Shift', ...code, 'Enter'], 12)).to.equal('7KQ4XHPT');
  });

  it('follows the corrections of Vietnamese typing software', () => {
    expect(type(['w', 'Backspace', 'W', ...code, 'Enter'], 12)).to.equal('W7KQ4XHPT');
  });

  it('forgets a hand’s keys before the burst', () => {
    const burst = watchKeyBurst();
    burst.press('a', 0);
    for (const [index, key] of code.entries()) burst.press(key, 500 + index * 10);
    expect(burst.press('Enter', 590)).to.equal('7KQ4XHPT');
  });
});
