/** How many statements a page takes: counted here, so that a later limit counts alike. `STATEMENTS=print` shows them. */
import { expect } from 'chai';
import { type Client, startApp, type TestApp } from '../support/app.ts';
import { inventedRows, invite, register } from '../support/cast.ts';
import { countStatements } from '../support/statements.ts';
import { fieldsOf } from './forms.ts';
import { expectStatus, pasted } from './journey-world.ts';

type Act = [what: string, work: () => Promise<unknown>];

describe('the statements of a page', function () {
  this.timeout(60_000);
  let app: TestApp;
  let an: Client;
  let binh: Client;
  let ids: string[];
  before(async () => {
    app = await startApp();
    const { context, cast } = app;
    const clusterId = cast.cluster(2);
    ids = await register(context, cast.actor('binh'), { clusterId, rows: inventedRows(12) });
    await register(context, cast.actor('cuc'), { clusterId, rows: inventedRows(5, 20) });
    await register(context, cast.actor('phong'), { clusterId, rows: inventedRows(4, 40) });
    await invite(context, cast.actor('an'), clusterId);
    an = await app.as('an');
    binh = await app.as('binh');
  });
  after(() => app.close());

  const counted = async (work: () => Promise<unknown>) => (await countStatements(app.context, work)).count;

  it('are all of them: reads and writes, but not what frames a transaction', async () => {
    const { db } = app.context;
    const one = () => db.read.selectFrom('event').select('id').execute();
    expect(await counted(one)).to.equal(1);
    expect(await counted(() => db.write((tx) => tx.selectFrom('event').select('id').execute()))).to.equal(1);
    expect(await counted(async () => await Promise.all([one(), one()]))).to.equal(2);
    expect(await counted(async () => undefined)).to.equal(0);
  });

  it('are counted for the pages that matter', async () => {
    const { cast } = app;
    const desk = `/clusters/${cast.cluster(2)}/registrations`;
    const text = pasted(inventedRows(20, 60));
    const page = (path: string) => async () => expectStatus(await an.get(path), 200, path);
    let review = '';
    const acts: Act[] = [
      ['desk page (Bình)', async () => expectStatus(await binh.get(desk), 200, desk)],
      ['desk page (An)', page(`${desk}?unit=${cast.unit('927')}`)],
      [
        'check of 20 rows',
        async () => {
          review = expectStatus(await binh.post(`${desk}/check`, { text }), 200, desk).text;
        },
      ],
      [
        'check of 20 rows with a draft',
        async () => {
          const fields = fieldsOf(review, desk);
          const form = new URLSearchParams([...fields, ['draft', '0']]).toString();
          review = expectStatus(await binh.post(`${desk}/check`, form), 200, desk).text;
        },
      ],
      [
        'hand-in of 20 rows',
        async () => {
          const form = new URLSearchParams(fieldsOf(review, desk)).toString();
          expectStatus(await binh.post(desk, form), 303, desk);
        },
      ],
      ['person page', page(`/registrations/${ids[0]}`)],
      ['overview (An)', page('/')],
      ['overview (Bình)', async () => expectStatus(await binh.get('/'), 200, '/')],
      ['set-up page', page(`/events/${cast.eventId}/setup`)],
      ['letters page', page(`/clusters/${cast.cluster(2)}/letters`)],
      ['board', page(`/clusters/${cast.cluster(2)}/board`)],
    ];
    const lines: string[] = [];
    for (const [what, work] of acts) {
      const count = await counted(work);
      expect(count, what).to.be.greaterThan(0);
      lines.push(`${String(count).padStart(4)}  ${what}`);
    }
    if (process.env['STATEMENTS'] === 'print') console.log(lines.join('\n'));
  });
});
