import { expect } from 'chai';
import { startApp, type TestApp } from '../support/app.ts';

const OWN = 'http://localhost:3000';
const EVIL = 'https://evil.example';

describe('who may start a change', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  /** What a browser says of itself; what decides is Sec-Fetch-Site, and Origin only where it is missing. */
  const table: [site: string | undefined, origin: string | undefined, isAllowed: boolean][] = [
    ['same-origin', OWN, true],
    ['same-origin', undefined, true],
    ['none', undefined, true],
    ['same-site', 'http://other.localhost:3000', false],
    ['same-site', OWN, false],
    ['cross-site', EVIL, false],
    ['cross-site', undefined, false],
    ['cross-site', OWN, false],
    ['', undefined, false],
    ['sAmE-oRiGiN', OWN, false],
    ['anything', OWN, false],
    [undefined, OWN, true],
    [undefined, EVIL, false],
    [undefined, 'null', false],
    [undefined, `${OWN}.evil.example`, false],
    [undefined, 'http://localhost:3001', false],
    [undefined, 'https://localhost:3000', false],
    // Neither: a script, which carries nobody's cookies by itself.
    [undefined, undefined, true],
  ];
  for (const [site, origin, isAllowed] of table) {
    const name = `Sec-Fetch-Site ${site === undefined ? 'absent' : `"${site}"`}, Origin ${origin ?? 'absent'}`;
    it(`${name}: ${isAllowed ? 'goes through' : 'is refused'}`, async () => {
      const headers = { ...(site !== undefined && { 'sec-fetch-site': site }), ...(origin && { origin }) };
      const answer = await app.visitor().post('/preferences/language', { value: 'en', back: '/login' }, headers);
      expect(answer.status).to.equal(isAllowed ? 303 : 403);
      expect(answer.headers.getSetCookie()).to.have.length(isAllowed ? 1 : 0);
    });
  }

  it('opening a page from anywhere is fine: it changes nothing', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: EVIL };
    expect((await app.visitor().get('/login', headers)).status).to.equal(200);
  });

  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    it(`${method} from another site is refused before anything else is asked`, async () => {
      const answer = await app.visitor().send('/login', { method, headers: { 'sec-fetch-site': 'cross-site' } });
      expect(answer.status).to.equal(403);
    });
  }

  it('the API says so with its code', async () => {
    const answer = await app.visitor().postJson('/api/v1/door/pair', { code: 'x' }, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).to.equal(403);
    expect(answer.json<{ error: { code: string } }>().error.code).to.equal('cross_site');
  });

  it('a signed-in person’s form from another site changes nothing', async () => {
    const an = await app.as('an');
    const answer = await an.post('/logout', {}, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).to.equal(403);
    expect((await an.get('/')).status).to.equal(200);
  });
});
