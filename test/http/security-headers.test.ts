import { expect } from 'chai';
import { everyone, get } from '../../server/http/route.ts';
import { type Answer, startApp, type TestApp } from '../support/app.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob: mediastream:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join(';');

/** Exactly these, on every answer; a change here is a decision. */
const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
  'strict-transport-security': null,
  'x-powered-by': null,
};

const securityOf = ({ headers }: Answer) =>
  Object.fromEntries(Object.keys(HEADERS).map((name) => [name, headers.get(name)]));

describe('security headers', () => {
  const breaks = get('/breaks', everyone, () => {
    throw new Error('select secret from drawer');
  });
  let app: TestApp;
  before(async () => {
    app = await startApp({ more: [breaks] });
  });
  after(() => app.close());

  const answers: [what: string, status: number, ask: () => Promise<Answer>][] = [
    ['a page', 200, () => app.visitor().get('/login')],
    ['an API document', 200, () => app.visitor().get('/api/openapi.json')],
    ['a redirect', 303, () => app.visitor().get('/')],
    ['a form that failed', 422, () => app.visitor().post('/login', { login: 'ai', password: 'sai' })],
    ['what does not exist', 404, () => app.visitor().get('/khong-co')],
    ['what a stranger may not have', 401, () => app.visitor().get('/api/v1/clusters')],
    ['what another site sent', 403, () => app.visitor().post('/login', {}, { 'sec-fetch-site': 'cross-site' })],
    ['a malformed body', 400, () => app.visitor().send('/api/v1/door/pair', JSON_OF('{'))],
    ['our own mistake', 500, () => app.visitor().get('/breaks')],
    ['a static file', 200, () => app.visitor().get('/static/fonts/tinos-latin-400.woff2')],
    ['a static file that is not there', 404, () => app.visitor().get('/static/khong-co.css')],
  ];
  for (const [what, status, ask] of answers) {
    it(`stand on ${what} (${status})`, async () => {
      const answer = await ask();
      expect(answer.status).to.equal(status);
      expect(securityOf(answer)).to.deep.equal(HEADERS);
    });
  }

  it('come with HSTS when the address is https', async () => {
    const https = await startApp({ settings: { PUBLIC_BASE_URL: 'https://dontiep.example.gov.vn' } });
    const answer = await https.visitor().get('/login');
    expect(answer.headers.get('strict-transport-security')).to.equal('max-age=31536000; includeSubDomains');
    await https.close();
  });

  it('keep pages out of every cache', async () => {
    expect((await app.visitor().get('/login')).headers.get('cache-control')).to.equal('no-store');
    const an = await app.as('an');
    expect((await an.get('/')).headers.get('cache-control')).to.equal('no-store');
    expect((await an.get('/khong-co')).headers.get('cache-control')).to.equal('no-store');
  });

  it('let built files stay for a year: their names change with them', async () => {
    const { text } = await app.visitor().get('/login');
    const css = /href="(\/build\/[^"]+\.css)"/.exec(text)?.[1] ?? '';
    const answer = await app.visitor().get(css);
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('cache-control')).to.equal('public, max-age=31536000, immutable');
  });

  it('tell nothing of our own mistakes but a reference', async () => {
    const { text } = await app.visitor().get('/breaks');
    expect(text).not.to.include('secret');
    expect(text).not.to.include('at ');
    expect(text).to.match(/Mã tra cứu: [0-9a-f-]{36}/);
  });
});

const JSON_OF = (body: string) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
