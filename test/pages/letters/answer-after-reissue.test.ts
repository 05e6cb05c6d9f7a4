/** An answer is the person's: a new code for the same registration does not take it back, on any page. */
import { expect } from 'chai';
import { listedDelegates } from '../../../db/lists/reports.ts';
import { revokeInvitationsOf } from '../../../db/letters/invitations.ts';
import { acceptList } from '../../../server/actions/lists/accept-list.ts';
import { issueInvitation } from '../../../server/actions/letters/issue-invitation.ts';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { codesIn, inventedRows, invite, register } from '../../support/cast.ts';

describe('an answer, after the invitation was issued again', () => {
  let app: TestApp;
  let an: Client;
  let clusterId: string;
  let id: string;
  let oldToken: string;
  before(async () => {
    app = await startApp();
    clusterId = app.cast.cluster(2);
    const by = app.cast.actor('an');
    const unitId = app.cast.unit('927');
    [id = ''] = await register(app.context, by, { clusterId, unitId, rows: inventedRows(1) });
    await acceptList(app.context, by, { clusterId, unitId });
    const codes = await invite(app.context, by, clusterId);
    oldToken = codes.get(id)?.token ?? '';
    await app.visitor().post(`/I/${oldToken}/decline`, { reason: 'trùng lịch họp' });
    app.context.clock.advance({ minutes: 1 });
    const at = app.context.now().toUTC().toISO() ?? '';
    await app.context.db.write(async (tx) => {
      await revokeInvitationsOf(tx, id, { at, why: 'reissued', reason: '' });
      await issueInvitation(tx, app.context, { registrationId: id, at });
    });
    an = await app.as('an');
  });
  after(() => app.close());

  const token = async () => (await codesIn(app.context, clusterId)).get(id)?.token ?? '';

  it('control: there is a new code', async () => {
    expect(await token()).not.to.equal(oldToken);
  });

  it('is the same on the list, the letters page, the person’s page and the delegate’s own', async () => {
    const listed = await listedDelegates(app.context.db.read, clusterId, { kind: 'all' });
    expect(listed.find((one) => one.id === id)?.answer).to.include({ kind: 'declined', reason: 'trùng lịch họp' });
    const pages = [`/clusters/${clusterId}/letters?show=declined`, `/registrations/${id}`];
    for (const path of pages) {
      expect(wordsOf((await an.get(path)).text), path).to.include('Báo vắng: trùng lịch họp');
    }
    expect(wordsOf((await app.visitor().get(`/I/${await token()}`)).text)).to.include('Lý do: trùng lịch họp');
  });

  it('is counted on the overview as on the letters page', async () => {
    const declined = new RegExp(`/clusters/${clusterId}/letters\\?show=declined[^>]*>([^<]+)<`);
    expect(declined.exec((await an.get('/')).text)?.[1]).to.equal('1');
  });

  it('is no news when it is given again with the new code', async () => {
    await app.visitor().post(`/I/${await token()}/decline`, { reason: 'trùng lịch họp' });
    expect(await app.context.db.read.selectFrom('answer').select('id').execute()).to.have.length(1);
  });
});
