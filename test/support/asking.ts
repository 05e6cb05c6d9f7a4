import { expect } from 'chai';
import type { Answer } from './app.ts';

/** An answer that is checked while the test waits for it: `await asking(client.get('/lists')).expect(200)`. */
export type Asking = Promise<Answer> & {
  expect: ((status: number) => Asking) & ((header: string, value: string | RegExp) => Asking);
};

export function asking(answer: Promise<Answer>): Asking {
  const checked = async (check: (answer: Answer) => void) => {
    const got = await answer;
    check(got);
    return got;
  };
  return Object.assign(answer, {
    expect(what: number | string, value: string | RegExp = '') {
      return asking(
        checked(({ status, headers }) => {
          if (typeof what === 'number') expect(status).to.equal(what);
          else if (value instanceof RegExp) expect(headers.get(what)).to.match(value);
          else expect(headers.get(what)).to.equal(value);
        }),
      );
    },
  });
}
