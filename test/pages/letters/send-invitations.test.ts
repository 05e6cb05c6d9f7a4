import { expect } from 'chai';
import type { Actor } from '../../../server/domain/account.ts';
import type { PassCode } from '../../../server/domain/door/pass-code.ts';
import { sendInvitations } from '../../../server/actions/letters/send-invitations.ts';
import { sha256 } from '../../../server/keys.ts';
import { makeClient } from '../../support/app.ts';
import { CLUSTER, type InviteeWorld, makeInviteeWorld, OTHER_CLUSTER } from '../../support/invitee-world.ts';

const an: Actor = { accountId: 'an', fullName: 'An Nguyễn', login: 'an', role: 'organiser' };

describe('sending invitations', () => {
  let world: InviteeWorld;
  beforeEach(async () => {
    world = await makeInviteeWorld();
  });
  afterEach(() => world.close());

  type Who = keyof InviteeWorld['cookies'];
  const send = (who: Who, body: object, cluster = CLUSTER) =>
    makeClient(world.url).postJson(`/api/v1/clusters/${cluster}/invitations`, body, { cookie: world.cookies[who] });
  const letters = () => world.context.db.read.selectFrom('letter').selectAll().orderBy('id').execute();
  const invitations = () => world.context.db.read.selectFrom('invitation').selectAll().orderBy('id').execute();

  it('invites every seated delegate of accepted lists and queues a letter to each address', async () => {
    await world.register({ id: 'a' }, { id: 'b', unit: 'o-mon' }, { id: 'c', unit: 'snv' });
    const answer = await send('an', { send: 'unsent' });
    expect(answer.status).to.equal(200);
    expect(answer.json()).to.deep.equal({ queued: 3 });
    const queued = (await letters()).filter(({ state }) => state === 'queued').map(({ recipient }) => recipient);
    expect(queued).to.have.members(['a', 'b', 'c'].map((id) => `${id}@example.gov.vn`));
  });

  it('stores hashes of the codes and nothing that opens the invitation', async () => {
    await world.register({ id: 'a' });
    await send('an', { send: 'unsent' });
    const [invitation] = await invitations();
    if (!invitation) throw new Error('no invitation');
    const { id, version, kid } = invitation;
    const codes = world.context.keys.passCodes({ id, version, kid });
    expect(invitation.token_hash).to.equal(sha256(codes.token));
    expect(invitation.short_code_hash).to.equal(sha256(codes.shortCode));
    const everything = JSON.stringify([await invitations(), await letters()]);
    expect(everything).not.to.include(codes.token).and.not.include(codes.shortCode);
  });

  it('invites without a letter whoever has no e-mail', async () => {
    await world.register({ id: 'a', email: null });
    expect((await send('an', { send: 'unsent' })).json()).to.deep.equal({ queued: 0 });
    expect(await invitations()).to.have.length(1);
    expect(await letters()).to.have.length(0);
  });

  it('holds whoever waits, is withdrawn or is on a list not accepted', async () => {
    await world.register({ id: 'a', seat: 'waiting' }, { id: 'b' }, { id: 'c', unit: 'o-mon' });
    await world.withdraw('b');
    await world.setList('o-mon', 'submitted');
    expect((await send('an', { send: 'unsent' })).json()).to.deep.equal({ queued: 0 });
    expect((await send('an', { send: ['a', 'c'] })).json()).to.deep.equal({ queued: 0 });
    expect(await invitations()).to.have.length(0);
  });

  it('queues nothing new when sent twice, and only the new ones later', async () => {
    await world.register({ id: 'a' });
    expect((await send('an', { send: 'unsent' })).json()).to.deep.equal({ queued: 1 });
    const before = await world.census();
    expect((await send('an', { send: 'unsent' })).json()).to.deep.equal({ queued: 0 });
    expect(await world.census()).to.deep.equal(before);
    await world.register({ id: 'b' });
    expect((await send('an', { send: 'unsent' })).json()).to.deep.equal({ queued: 1 });
  });

  it('queues nothing twice when two people press at the same moment', async () => {
    await world.register({ id: 'a' }, { id: 'b' });
    const answers = await Promise.all([1, 2, 3].map(() => send('an', { send: 'unsent' })));
    expect(answers.map((answer) => answer.json<{ queued: number }>().queued).sort()).to.deep.equal([0, 0, 2]);
    expect(await letters()).to.have.length(2);
  });

  it('sends the same invitation again to exactly those named', async () => {
    await world.register({ id: 'a' }, { id: 'b' });
    await send('an', { send: 'unsent' });
    const before = await invitations();
    expect((await send('an', { send: ['a'] })).json()).to.deep.equal({ queued: 1 });
    expect(await invitations()).to.deep.equal(before);
    const byInvitee = (await letters()).map(({ recipient }) => recipient).sort();
    expect(byInvitee).to.deep.equal(['a@example.gov.vn', 'a@example.gov.vn', 'b@example.gov.vn']);
  });

  it('lets a registrar invite the own unit’s delegates and nobody else’s', async () => {
    await world.register({ id: 'a' }, { id: 'b', unit: 'o-mon' });
    expect((await send('binh', { send: 'unsent' })).json()).to.deep.equal({ queued: 1 });
    expect((await letters()).map(({ recipient }) => recipient)).to.deep.equal(['a@example.gov.vn']);
  });

  it('writes nothing at all when one of the ids is another unit’s, unknown, or withdrawn', async () => {
    await world.register({ id: 'a' }, { id: 'b', unit: 'o-mon' }, { id: 'gone' });
    await world.withdraw('gone');
    const before = await world.census();
    expect((await send('binh', { send: ['a', 'b'] })).status).to.equal(404);
    expect((await send('an', { send: ['a', 'nobody'] })).status).to.equal(404);
    expect((await send('an', { send: ['a', 'gone'] })).status).to.equal(404);
    expect(await world.census()).to.deep.equal(before);
  });

  it('does not find a delegate of another cluster by an id sent to this one', async () => {
    await world.register({ id: 'x', cluster: OTHER_CLUSTER, unit: 'snv' });
    expect((await send('an', { send: ['x'] })).status).to.equal(404);
  });

  it('does not know a cluster in which the registrar takes no part, or that does not exist', async () => {
    expect((await send('binh', { send: 'unsent' }, OTHER_CLUSTER)).status).to.equal(404);
    expect((await send('an', { send: 'unsent' }, 'nothing')).status).to.equal(404);
  });

  it('refuses the accountant and whoever is not signed in', async () => {
    expect((await send('em', { send: 'unsent' })).status).to.equal(403);
    const nobody = await makeClient(world.url).postJson(`/api/v1/clusters/${CLUSTER}/invitations`, { send: 'unsent' });
    expect(nobody.status).to.equal(401);
  });

  for (const body of [{}, { send: 'all' }, { send: [1] }, { send: [''] }, { send: { id: 'a' } }]) {
    it(`refuses ${JSON.stringify(body)} with a code`, async () => {
      const answer = await send('an', body);
      expect(answer.status).to.equal(400);
      expect(answer.json<{ error: { code: string } }>().error.code).to.equal('malformed_body');
    });
  }

  it('leaves an entry in the audit chain, with counts and without names', async () => {
    await world.register({ id: 'a' }, { id: 'b', email: null });
    await send('an', { send: 'unsent' });
    const entries = await world.context.db.read.selectFrom('audit_entry').selectAll().execute();
    expect(entries).to.have.length(1);
    expect(entries[0]).to.include({ actor: 'account:an', action: 'invitations_sent', subject: `cluster:${CLUSTER}` });
    expect(JSON.parse(entries[0]?.detail ?? '')).to.deep.equal({ letters: 1, toPrint: 1, chosen: false });
  });

  it('takes the next version when a short code is taken already', async () => {
    await world.register({ id: 'a' }, { id: 'b' });
    const { keys } = world.context;
    const shortOfFirst = 'CFGHKLMN' as PassCode;
    const context = {
      ...world.context,
      keys: {
        ...keys,
        passCodes: (invitation: Parameters<typeof keys.passCodes>[0]) =>
          invitation.version === 1
            ? { ...keys.passCodes(invitation), shortCode: shortOfFirst }
            : keys.passCodes(invitation),
      },
    };
    const plan = await sendInvitations(context, an, { clusterId: CLUSTER, send: 'unsent' });
    expect(plan).to.include({ kind: 'sent', letters: 2 });
    expect((await invitations()).map(({ version }) => version)).to.have.members([1, 2]);
  });
});
