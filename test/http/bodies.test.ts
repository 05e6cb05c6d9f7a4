import { expect } from 'chai';
import { type Answer, type Client, startApp, type TestApp } from '../support/app.ts';
import { inventedRow } from '../support/cast.ts';

type ApiError = { error: { code: string; message: string } };

describe('bodies that no page of ours sends', () => {
  let app: TestApp;
  let binh: Client;
  let api: string;
  let desk: string;
  before(async () => {
    app = await startApp();
    binh = await app.as('binh');
    desk = `/clusters/${app.cast.cluster(2)}/registrations`;
    api = `/api/v1${desk}`;
  });
  after(() => app.close());

  const raw = (body: string, type = 'application/json') =>
    binh.send(api, { method: 'POST', headers: { 'content-type': type }, body });

  function expectError(answer: Answer, status: number, code: string) {
    expect(answer.status).to.equal(status);
    const { error } = answer.json<ApiError>();
    expect(error.code).to.equal(code);
    expect(error.message).to.be.a('string').and.not.equal('');
    expect(Object.keys(answer.json<object>())).to.deep.equal(['error']);
  }

  describe('to the API', () => {
    const malformed: [what: string, body: string, code: string][] = [
      ['half an object', '{"rows":', 'malformed_json'],
      ['a trailing comma', '{"rows":[],}', 'malformed_json'],
      ['a bare word', 'rows', 'malformed_json'],
      ['a bare text', '"rows"', 'malformed_json'],
      ['nothing', '', 'malformed_body'],
      ['null', 'null', 'malformed_json'],
      ['an array', '[]', 'malformed_body'],
      ['an empty object', '{}', 'malformed_body'],
      ['no rows', '{"rows":[]}', 'malformed_body'],
      ['rows that are none', '{"rows":"ba dòng"}', 'malformed_body'],
      ['rows of numbers', '{"rows":[1,2]}', 'malformed_body'],
      ['a cell that is an object', '{"rows":[{"fullName":{"$ne":""}}]}', 'malformed_body'],
      ['a cell that is a list', '{"rows":[{"fullName":["a"]}]}', 'malformed_body'],
      ['a cell of 4001 characters', JSON.stringify({ rows: [{ fullName: 'a'.repeat(4001) }] }), 'malformed_body'],
      ['a switch that is text', '{"rows":[{}],"dryRun":"yes"}', 'malformed_body'],
      ['501 rows', JSON.stringify({ rows: Array(501).fill({}) }), 'too_many_rows'],
      ['deep nesting', `{"rows":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'malformed_body'],
    ];
    for (const [what, body, code] of malformed) {
      it(`${what}: ${code}`, async () => expectError(await raw(body), 400, code));
    }

    it('a body of more than 256 kB: 413', async () => {
      expectError(await raw(JSON.stringify({ rows: [{ note: 'a'.repeat(300_000) }] })), 413, 'too_large');
    });

    it('a body in another character set or another packing: refused, not guessed', async () => {
      expectError(await raw('{}', 'application/json; charset=koi8-r'), 415, 'malformed_body');
      const packed = await binh.send(api, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': 'zip' },
        body: '{}',
      });
      expectError(packed, 415, 'malformed_body');
    });

    it('a form where JSON is wanted, or plain text: refused', async () => {
      expectError(await raw('rows=1', 'application/x-www-form-urlencoded'), 400, 'malformed_body');
      expectError(await raw('{"rows":[]}', 'text/plain'), 400, 'malformed_body');
    });

    it('a list that is a form posted as JSON changes nothing on a page', async () => {
      const answer = await binh.postJson(desk, { text: 'Ông\tA\tB' });
      expect(answer.status).to.equal(422);
    });

    it('keys that reach for the prototype go nowhere', async () => {
      const row = JSON.stringify({ ...inventedRow(1), honorific: 'constructor' });
      const body = `{"rows":[${row}],"dryRun":true,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`;
      const answer = await raw(body);
      expect(answer.status).to.equal(200);
      expect(answer.json<{ results: unknown[] }>().results[0]).to.deep.include({ kind: 'problem' });
      expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    });

    it('fields nobody knows are left aside', async () => {
      const answer = await binh.postJson(api, { rows: [{ ...inventedRow(2), seat: 'seated', id: 'x' }], dryRun: true });
      expect(answer.status).to.equal(200);
    });
  });

  describe('to a page', () => {
    const odd: [what: string, form: string][] = [
      ['nothing', ''],
      ['a field twice', 'text=a&text=b'],
      ['a field as a list', 'text[]=a&text[]=b'],
      ['a field as an object', 'text[a]=1&unit[$ne]=x'],
      ['the prototype as a field', '__proto__=1&__proto__[polluted]=1&constructor=1&lines=1&row.1.__proto__=1'],
      ['a count that is none', 'lines=nhi%E1%BB%81u'],
      ['a count beyond measure', 'lines=1e309'],
      ['a count below nothing', 'lines=-5'],
      ['broken percent signs', 'text=%E0%A4%A&unit=%zz'],
      ['control characters', 'text=%00%01%07&unit=%00'],
    ];
    for (const [what, form] of odd) {
      it(`${what}: an answer in words, never a failure of ours`, async () => {
        for (const path of [desk, `${desk}/check`]) {
          const answer = await binh.post(path, form);
          expect(answer.status, path).to.be.oneOf([200, 400, 422]);
        }
        expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
      });
    }

    it('more than 2 MB: 413 with a sentence', async () => {
      const answer = await binh.post(desk, `text=${'a'.repeat(2_200_000)}`);
      expect(answer.status).to.equal(413);
      expect(answer.text).to.include('Nội dung gửi lên quá lớn.');
    });

    it('more than 12,000 fields: refused', async () => {
      const answer = await binh.post(desk, Array.from({ length: 12_001 }, (_, index) => `f${index}=1`).join('&'));
      expect(answer.status).to.equal(413);
    });

    it('a sign-in with fields twice or of other kinds is a wrong sign-in', async () => {
      for (const form of ['login=a&login=b&password=x', 'login[a]=1&password[]=2', '__proto__=1', '']) {
        expect((await app.visitor().post('/login', form)).status, form).to.equal(422);
      }
    });

    it('another character set: refused with a sentence', async () => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=koi8-r' };
      const answer = await binh.post(desk, 'text=a', headers);
      expect(answer.status).to.equal(415);
      expect(answer.text).to.include('Biểu mẫu gửi lên không đọc được.');
    });
  });

  describe('addresses that no page of ours has', () => {
    const odd: [path: string, status: number][] = [
      ['/clusters/%E0%A4%A/registrations', 400],
      ['/clusters/%00/registrations', 404],
      ["/clusters/'%20or%201=1--/registrations", 404],
      [`/clusters/${'a'.repeat(3000)}/registrations`, 404],
      ['/clusters/../../etc/passwd', 404],
      ['/build/..%2f..%2fpackage.json', 404],
      ['/static/%2e%2e/%2e%2e/package.json', 404],
      ['/static/..%5c..%5cpackage.json', 404],
      ['/registrations/__proto__/withdraw', 404],
      ['/letters/constructor', 404],
    ];
    for (const [path, status] of odd) {
      it(`${path.slice(0, 50)}: ${status}`, async () => {
        const answer = await binh.get(path);
        expect(answer.status).to.equal(status);
        expect(answer.text).not.to.include('"devDependencies"');
      });
    }

    it('methods nobody offers: 404, or 200 for HEAD of a page', async () => {
      expect((await binh.send('/', { method: 'HEAD' })).status).to.equal(200);
      for (const method of ['PUT', 'DELETE', 'PATCH']) {
        expect((await binh.send('/', { method })).status, method).to.equal(404);
      }
    });
  });
});
