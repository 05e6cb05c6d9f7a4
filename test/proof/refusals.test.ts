/** The pages that come back after a POST: what is wrong beside each field, what was typed, what is to be reviewed. */
import { expect } from 'chai';
import { routesOf } from '../../server/app.ts';
import type { Answer } from '../support/app.ts';
import { upload } from '../support/upload.ts';
import { answerText } from './answer-text.ts';
import { complain, compareGolden, expectGolden } from './golden.ts';
import { fieldsOf, withChanges } from './forms.ts';
import { expectStatus } from './journey-world.ts';
import { findIds } from './page-samples.ts';
import { SOFT_SPACE } from './page-text.ts';
import { type Sending, sendingsOf } from './refusal-samples.ts';
import { openStoredHouse, type StoredHouse } from './stored-house.ts';

describe('the pages that come back', function () {
  this.timeout(180_000);
  let house: StoredHouse;
  let sendings: Sending[];
  before(async () => {
    house = await openStoredHouse('before');
    sendings = await sendingsOf(await findIds(house));
  });
  after(() => house.close());

  let asked = 0;

  async function send(sending: Sending): Promise<Answer> {
    const { who, page, action, changes = {}, json, file, review, headers = {} } = sending;
    const client = await house.client(who);
    asked += 1;
    // Each from an address of its own: limits on guessing have their own tests.
    const from = { 'x-forwarded-for': `10.0.0.${asked}`, ...headers };
    const uploaded = file && (await upload(client, action.replace(/\/\w+$/, ''), file));
    if (uploaded && !review) return uploaded;
    if (json !== undefined) return await client.postJson(action, json, from);
    const shown = page ? expectStatus(await client.get(page), 200, page) : uploaded;
    const fields = shown ? fieldsOf(shown.text, review ?? action) : [];
    return await client.post(action, new URLSearchParams(withChanges(fields, changes)).toString(), from);
  }

  /** The set-up page offers every unit many times; `pages.test.ts` has them all. */
  function shorter(answer: Answer): Answer {
    const isHtml = answer.headers.get('content-type')?.includes('html');
    if (!isHtml) return answer;
    const text = answer.bytes
      .toString('utf8')
      .replace(/<option\b(?![^>]*\sselected)[^>]*>[^<]*<\/option>/g, '')
      .replace(/<table\b[^>]*\sid="all-units">.*?<\/table>/s, '');
    return { ...answer, text, bytes: Buffer.from(text) };
  }

  it('say the same', async () => {
    const differences: string[] = [];
    for (const sending of sendings) {
      const text = answerText(shorter(await send(sending)));
      const difference = compareGolden(`refusals/${sending.name}.txt`, text, SOFT_SPACE);
      if (difference) differences.push(difference);
    }
    complain(differences);
  });

  it('are of forms that have names of their own', () => {
    expect(new Set(sendings.map(({ name }) => name)).size).to.equal(sendings.length);
  });

  it('are asked for at these addresses, and not at these', () => {
    const paths = sendings.map(({ action }) => action);
    const lines = routesOf(house.context)
      .filter(({ method }) => method === 'POST')
      .map(({ path }) => {
        const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
        return `${paths.some((action) => pattern.test(action)) ? 'asked' : 'not  '}  ${path}`;
      });
    expectGolden('refused-routes.txt', lines.sort().join('\n'));
  });
});
