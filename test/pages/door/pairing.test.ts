import { expect } from 'chai';
import { sha256 } from '../../../server/keys.ts';
import { type Answer, type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';

type Paired = { credential: string; device: { id: string; gate: string }; cluster: { id: string; number: number } };
type Refused = { error: { code: string } };

describe('pairing a phone', () => {
  let app: TestApp;
  let an: Client;
  let door: string;
  beforeEach(async () => {
    app = await startApp({ at: '2023-04-07T08:00' });
    an = await app.as('an');
    door = `/clusters/${app.cast.cluster(2)}`;
  });
  afterEach(() => app.close());

  const offer = async (gate = 'Cửa sau', client = an): Promise<string> => {
    const page = await client.post(`${door}/devices`, { gate });
    expect(page.status).to.equal(200);
    const code = /\/door\/pair\/([A-Z0-9]{10})/.exec(page.text)?.[1];
    if (!code) throw new Error('No pairing link on the page.');
    return code;
  };
  const pair = (code: unknown, headers: Record<string, string> = {}) =>
    app.visitor().postJson('/api/v1/door/pair', { code }, headers);
  const roster = (credential: string) =>
    app.visitor().get('/api/v1/door/roster', { authorization: `Bearer ${credential}` });
  const refusal = (answer: Answer) => [answer.status, answer.json<Refused>().error.code];

  it('trades a code for a credential that only the phone holds', async () => {
    const code = await offer();
    const answer = await pair(code);
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    const { credential, device, cluster } = answer.json<Paired>();
    expect(device.gate).to.equal('Cửa sau');
    expect(cluster).to.include({ id: app.cast.cluster(2), number: 2 });
    expect((await roster(credential)).status).to.equal(200);
    const row = await app.context.db.read
      .selectFrom('device')
      .selectAll()
      .where('id', '=', device.id)
      .executeTakeFirstOrThrow();
    expect(row).to.include({ pairing_hash: sha256(code), credential_hash: sha256(credential) });
    expect(JSON.stringify(row)).not.to.include(code).and.not.include(credential);
    expect(wordsOf((await an.get(`${door}/door`)).text)).to.include('Cửa sau');
  });

  it('works once', async () => {
    const code = await offer();
    const answers = await Promise.all([pair(code), pair(code)]);
    expect(answers.map((answer) => answer.status).sort()).to.deep.equal([200, 400]);
    expect(refusal(await pair(code))).to.deep.equal([400, 'pairing_invalid']);
  });

  it('takes the code in small letters, in groups or as the whole link', async () => {
    const readings = [
      (code: string) => code.toLowerCase(),
      (code: string) => ` ${code.slice(0, 5)} ${code.slice(5)}`,
      (code: string) => `http://localhost:3000/door/pair/${code}`,
    ];
    for (const read of readings) expect((await pair(read(await offer()))).status).to.equal(200);
  });

  it('ends after ten minutes', async () => {
    const code = await offer();
    app.context.clock.advance({ minutes: 9, seconds: 59 });
    const inTime = await offer();
    app.context.clock.advance({ seconds: 1 });
    expect(refusal(await pair(code))).to.deep.equal([400, 'pairing_invalid']);
    expect((await pair(inTime)).status).to.equal(200);
  });

  it('refuses what is no code', async () => {
    for (const code of ['', 'CFGHKLMNPQ', 'AAAAAAAAAA', 'CFGHK', 'CFGHKLMNPQR', '../../x']) {
      expect(refusal(await pair(code)), code).to.deep.equal([400, 'pairing_invalid']);
    }
    for (const code of [undefined, null, 7, ['CFGHKLMNPQ'], { $ne: '' }, 'C'.repeat(301)]) {
      expect(refusal(await pair(code)), String(code)).to.deep.equal([400, 'malformed_body']);
    }
  });

  it('slows down whoever guesses, twenty a minute from one address, and no other address', async () => {
    const from = { 'x-forwarded-for': '203.0.113.7' };
    for (let index = 0; index < 20; index += 1) expect((await pair('CFGHKLMNPQ', from)).status).to.equal(400);
    const code = await offer();
    const slowed = await pair(code, from);
    expect(refusal(slowed)).to.deep.equal([429, 'too_many']);
    expect(slowed.headers.get('retry-after')).to.equal('60');
    expect((await pair(code, { 'x-forwarded-for': '203.0.113.8' })).status).to.equal(200);
  });

  it('shows a page behind the link that changes nothing by being opened', async () => {
    const code = await offer();
    for (let time = 0; time < 3; time += 1) {
      const page = await app.visitor().get(`/door/pair/${code}`);
      expect(page.status).to.equal(200);
      expect(page.text).to.include(code);
    }
    expect((await pair(code)).status).to.equal(200);
  });

  it('is the organiser’s and the host’s business', async () => {
    const phong = await app.as('phong');
    expect((await pair(await offer('Bàn cấp xã', phong))).status).to.equal(200);
    const binh = await app.as('binh');
    expect((await binh.post(`${door}/devices`, { gate: 'Cửa sau' })).status).to.equal(403);
    expect((await binh.get(`${door}/door`)).status).to.equal(403);
    expect((await binh.get(`${door}/board`)).status).to.equal(200);
  });

  it('needs the name of the gate, of a length that fits', async () => {
    for (const [gate, sentence] of [
      ['', 'Vui lòng nhập tên cửa.'],
      ['   ', 'Vui lòng nhập tên cửa.'],
      ['Cửa '.repeat(16), 'Tên cửa dài quá 60 ký tự.'],
    ] as const) {
      const answer = await an.post(`${door}/devices`, { gate });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include(sentence);
      expect(answer.text).not.to.match(/\/door\/pair\/[A-Z0-9]{10}/);
    }
  });

  describe('ends', () => {
    const paired = async () => (await pair(await offer())).json<Paired>();

    it('two days later', async () => {
      const { credential } = await paired();
      app.context.clock.advance({ hours: 47, minutes: 59 });
      expect((await roster(credential)).status).to.equal(200);
      app.context.clock.advance({ minutes: 1 });
      expect((await roster(credential)).status).to.equal(401);
    });

    it('at once when the phone is revoked; what it scanned stays', async () => {
      const { credential, device } = await paired();
      const send = () =>
        app.visitor().postJson(
          '/api/v1/door/scans',
          {
            scans: [
              {
                id: app.context.newId(),
                seq: 1,
                code: 'x',
                method: 'camera',
                at: app.context.now().toISO(),
                ageMs: 0,
              },
            ],
          },
          { authorization: `Bearer ${credential}` },
        );
      expect((await send()).status).to.equal(200);
      const revoked = await an.post(`${door}/devices/${device.id}/revoke`);
      expect([revoked.status, revoked.location]).to.deep.equal([303, `${door}/door`]);
      for (const answer of [await send(), await roster(credential)]) {
        expect(refusal(answer)).to.deep.equal([401, 'device_unauthorised']);
      }
      expect(await app.context.db.read.selectFrom('scan').select('id').execute()).to.have.length(1);
      expect(wordsOf((await an.get(`${door}/door`)).text)).to.include('Đã thu hồi máy ở Cửa sau.');
    });

    it('before it began, when the offer is revoked', async () => {
      const code = await offer('Cửa phụ');
      const { id } = await app.context.db.read
        .selectFrom('device')
        .select('id')
        .where('gate', '=', 'Cửa phụ')
        .executeTakeFirstOrThrow();
      await an.post(`${door}/devices/${id}/revoke`);
      expect(refusal(await pair(code))).to.deep.equal([400, 'pairing_invalid']);
    });
  });
});
