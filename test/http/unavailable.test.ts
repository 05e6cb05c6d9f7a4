import { expect } from 'chai';
import { lockDatabase, startApp, type TestApp, wordsOf } from '../support/app.ts';
import { inventedRow } from '../support/cast.ts';

/** Another process holds the database for writing: a backup tool, a stuck copy. It passes by itself. */
describe('while nothing can be written', function () {
  this.timeout(30_000);
  let app: TestApp;
  before(async () => {
    app = await startApp({ on: 'disk' });
  });
  after(() => app.close());

  it('forms and phones hear 503 and when to try again, pages still open, and then all works', async () => {
    const binh = await app.as('binh');
    const desk = `/clusters/${app.cast.cluster(2)}/registrations`;
    const form = { text: Object.values(inventedRow(1)).join('\t') };
    const scan = {
      id: app.context.newId(),
      seq: 1,
      code: '',
      method: 'camera',
      at: app.context.now().toISO(),
      ageMs: 0,
    };
    // The next click writes when the person was last seen: it must not keep the page away.
    app.context.clock.advance({ minutes: 2 });

    const lock = lockDatabase(app.context);
    const [submitted, scanned, read] = await Promise.all([
      binh.post(desk, form),
      app.with(app.cast.phone).postJson('/api/v1/door/scans', { scans: [scan] }),
      app.visitor().get('/login'),
    ]);
    const page = await binh.get(desk);
    lock.release();

    expect(submitted.status).to.equal(503);
    expect(submitted.headers.get('retry-after')).to.equal('5');
    expect(wordsOf(submitted.text)).to.include('Hệ thống tạm thời chưa ghi được dữ liệu.');
    expect(scanned.status).to.equal(503);
    expect(scanned.headers.get('retry-after')).to.equal('5');
    expect(scanned.json<{ error: { code: string } }>().error.code).to.equal('unavailable');
    expect(read.status).to.equal(200);
    expect(page.status).to.equal(200);
    expect(wordsOf(page.text)).to.include('(0)');

    expect((await binh.post(desk, form)).status).to.equal(303);
    expect((await app.with(app.cast.phone).postJson('/api/v1/door/scans', { scans: [scan] })).status).to.equal(200);
  });
});
