import { expect } from 'chai';
import fc from 'fast-check';
import { localPath } from '../../server/http/local-path.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { loginOf, PASSWORD } from '../support/cast.ts';

const EVIL = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https://evil.example',
  'HTTPS://evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\nSet-Cookie: x=1',
  '\t//evil.example',
  ' //evil.example',
  '/ /evil.example',
  '/\u0000/evil.example',
  '/a\\..\\..\\evil',
  'evil.example',
  '@evil.example',
  '?next=//evil.example',
  '#//evil.example',
  '/ｅvil',
  `/${'a'.repeat(500)}`,
  '',
];

const GOOD = [
  '/',
  '/registration',
  '/clusters/1/letters?show=all&q=ng%C3%B4',
  '/a/../b',
  '/%2F%2Fevil.example',
  '/@evil',
  '/.//x',
];

describe('where the house sends people', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  const afterSignIn = async (next: string) =>
    (await app.visitor().post('/login', { login: loginOf('an'), password: PASSWORD, next })).location;

  it('after signing in, to the page that was wanted', async () => {
    const answer = await app.visitor().get('/clusters/1/letters?show=all');
    expect(answer.status).to.equal(303);
    expect(answer.location).to.equal('/login?next=%2Fclusters%2F1%2Fletters%3Fshow%3Dall');
    expect(await afterSignIn('/clusters/1/letters?show=all')).to.equal('/clusters/1/letters?show=all');
  });

  it('never away, by the form of sign-in', async () => {
    for (const next of ['//evil.example', '/\\evil.example', 'https:evil.example', '/\t/evil.example']) {
      expect(await afterSignIn(next), JSON.stringify(next)).to.equal('/');
    }
  });

  it('never away, for somebody who is signed in already', async () => {
    const an = await app.as('an');
    for (const next of EVIL) {
      const { status, location } = await an.get(`/login?next=${encodeURIComponent(next)}`);
      expect([status, location], JSON.stringify(next)).to.deep.equal([303, '/']);
    }
    const twice = await an.get('/login?next=/a&next=//evil.example');
    expect(twice.location).to.equal('/');
    expect((await an.get('/login?next=/registration')).location).to.equal('/registration');
  });

  it('never away, after a choice of language or text size', async () => {
    for (const path of ['/preferences/language', '/preferences/text-size']) {
      for (const back of EVIL) {
        const { location } = await app.visitor().post(path, { value: 'en', back });
        expect(location, JSON.stringify(back)).to.equal('/');
      }
    }
  });

  it('shows no foreign address in the form of sign-in', async () => {
    const { text } = await app.visitor().get(`/login?next=${encodeURIComponent('//evil.example')}`);
    expect(text).to.include('name="next" value="/"');
    expect(text).not.to.match(/(?:href|action|value)="(?:https?:)?\/\/evil/);
  });

  it('keeps paths of its own as they are', () => {
    for (const path of GOOD) expect(localPath(path), path).to.equal(path);
  });

  it('makes "/" of everything that is no path of its own', () => {
    for (const path of EVIL) expect(localPath(path), JSON.stringify(path)).to.equal('/');
    for (const value of [undefined, null, 7, ['/a'], { path: '/a' }]) expect(localPath(value)).to.equal('/');
  });

  it('reads every path it keeps as its own, as a browser would', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      ':',
      '@',
      'evil.example',
      'https',
      '.',
      '?',
      '#',
      ' ',
      '\t',
      '\r',
      '%2f',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const kept = localPath(pieces.join(''));
        expect(new URL(kept, 'https://dontiep.example.gov.vn/x/y').origin).to.equal('https://dontiep.example.gov.vn');
      }),
      { numRuns: 2000 },
    );
  });
});
