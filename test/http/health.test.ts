import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { root } from '../../server/root.ts';
import { startApp } from '../support/app.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

describe('GET /healthz', () => {
  it('says 200 while the database answers, and 503 when it does not', async () => {
    const app = await startApp();
    const well = await app.visitor().get('/healthz');
    expect(well.status).to.equal(200);
    expect(well.json<object>()).to.deep.equal({ ok: true, version, engine: 'sqlite' });
    expect(well.headers.get('cache-control')).to.equal('no-store');

    await app.context.db.close();
    const ill = await app.visitor().get('/healthz');
    expect(ill.status).to.equal(503);
    expect(ill.json<object>()).to.deep.equal({ ok: false, version, engine: 'sqlite' });
    await app.close();
  });
});
