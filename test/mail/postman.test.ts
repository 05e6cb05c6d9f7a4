import { expect } from 'chai';
import type { Actor } from '../../server/domain/account.ts';
import { sendInvitations } from '../../server/actions/letters/send-invitations.ts';
import { recover, runOnce, startPostman } from '../../server/mail/postman.ts';
import type { Transport } from '../../server/mail/transport.ts';
import { openTransport } from '../../server/mail/open-transport.ts';
import { CLUSTER, type InviteeWorld, makeInviteeWorld } from '../support/invitee-world.ts';
import { type MailSink, startMailSink } from '../support/mail-sink.ts';

const an: Actor = { accountId: 'an', fullName: 'An Nguyễn', login: 'an', role: 'organiser' };

describe('the postman', () => {
  let world: InviteeWorld;
  let sink: MailSink;
  let transport: Transport;
  beforeEach(async () => {
    sink = await startMailSink();
    world = await makeInviteeWorld({ SMTP_URL: sink.url, MAIL_FROM: 'Sở Nội vụ <moihop@example.gov.vn>' });
    transport = openTransport(world.context);
  });
  afterEach(async () => {
    transport.close();
    await sink.close();
    await world.close();
  });

  async function invite(...ids: string[]): Promise<void> {
    await world.register(...ids.map((id) => ({ id })));
    await sendInvitations(world.context, an, { clusterId: CLUSTER, send: ids });
  }
  const run = () => runOnce(world.context, transport);
  const letters = () =>
    world.context.db.read.selectFrom('letter').select(['state', 'attempts', 'last_error']).orderBy('id').execute();
  const letter = async () => (await letters())[0];

  it('hands a letter to the mail server, once, to exactly one address', async () => {
    await invite('guest');
    expect(await run()).to.equal(1);
    expect(await run()).to.equal(0);
    expect(sink.messages.map(({ from, recipients }) => ({ from, recipients }))).to.deep.equal([
      { from: 'moihop@example.gov.vn', recipients: ['guest@example.gov.vn'] },
    ]);
    expect(sink.messages[0]?.mail.from?.text).to.equal('"Sở Nội vụ" <moihop@example.gov.vn>');
    expect(await letter()).to.deep.equal({ state: 'sent', attempts: 1, last_error: null });
  });

  it('names one recipient on the wire even when the delegate is named like a command', async () => {
    await world.register({ id: 'guest', name: 'Bùi\r\nRCPT TO:<thief@example.org>\r\nThoại\u0000' });
    await sendInvitations(world.context, an, { clusterId: CLUSTER, send: 'unsent' });
    await run();
    expect(sink.recipients).to.deep.equal(['guest@example.gov.vn']);
    expect(sink.messages[0]?.raw.toString('latin1')).not.to.match(/^RCPT TO/im);
  });

  it('takes five letters at a time and empties the outbox', async () => {
    await invite('a', 'b', 'c', 'd', 'e', 'f', 'g');
    expect([await run(), await run(), await run()]).to.deep.equal([5, 2, 0]);
    expect(new Set(sink.recipients).size).to.equal(7);
  });

  it('waits out a server that greylists, and gets through', async () => {
    await invite('guest');
    sink.refuse(451, 451);
    await run();
    expect(await letter()).to.include({ state: 'queued', attempts: 1 });
    expect(await run(), 'not before its time').to.equal(0);
    world.context.clock.advance({ seconds: 30 });
    await run();
    world.context.clock.advance({ minutes: 6 });
    await run();
    expect(await letter()).to.deep.equal({ state: 'sent', attempts: 3, last_error: null });
    expect(sink.messages).to.have.length(1);
  });

  it('returns a letter that the server will never take, with the server’s words', async () => {
    await invite('guest');
    sink.refuse(550);
    await run();
    const returned = await letter();
    expect(returned).to.include({ state: 'returned', attempts: 1 });
    expect(returned?.last_error).to.include('550');
    world.context.clock.advance({ days: 2 });
    expect(await run()).to.equal(0);
  });

  it('returns a letter whose text was refused, and tries again when it was only deferred', async () => {
    await invite('a', 'b');
    sink.refuseText(554, 452);
    await run();
    expect((await letters()).map(({ state }) => state).sort()).to.deep.equal(['queued', 'returned']);
  });

  it('keeps the others going when one address is refused', async () => {
    await invite('a', 'b', 'c');
    sink.refuse(550);
    await run();
    expect((await letters()).map(({ state }) => state).sort()).to.deep.equal(['returned', 'sent', 'sent']);
  });

  it('sends one more copy, and only one, when the line is cut before the server said yes', async () => {
    await invite('guest');
    sink.drop(5);
    await run();
    expect(await letter()).to.include({ state: 'uncertain', attempts: 1 });
    for (let hour = 0; hour < 48; hour += 1) {
      world.context.clock.advance({ hours: 1 });
      await run();
    }
    expect(await letter()).to.include({ state: 'uncertain', attempts: 2 });
    expect(sink.messages).to.have.length(2);
    expect(new Set(sink.messages.map(({ mail }) => mail.messageId)).size).to.equal(1);
  });

  it('settles a doubtful letter when the second copy is answered', async () => {
    await invite('guest');
    sink.drop(1);
    await run();
    world.context.clock.advance({ minutes: 6 });
    await run();
    expect(await letter()).to.include({ state: 'sent', attempts: 2 });
    expect(sink.messages).to.have.length(2);
  });

  it('does not doubt a letter when the server cannot be reached at all', async () => {
    await invite('guest');
    await sink.close();
    await run();
    expect(await letter()).to.include({ state: 'queued', attempts: 1 });
  });

  it('hands no letter to a server whose certificate nobody vouches for', async () => {
    const stranger = await startMailSink({ isSecure: true });
    const config = { ...world.context.config, smtpUrl: stranger.url };
    const toStranger = openTransport({ ...world.context, config });
    await invite('guest');
    await runOnce(world.context, toStranger);
    toStranger.close();
    await stranger.close();
    const waiting = await letter();
    expect(waiting).to.include({ state: 'queued' });
    expect(waiting?.last_error).to.match(/certificate/i);
    expect(stranger.recipients).to.deep.equal([]);
  });

  it('sends a letter once more after a crash in the middle of sending, under the same Message-ID', async () => {
    await invite('guest');
    await run();
    // As a crash between the server's 250 and our own note would leave it.
    await world.context.db.write((tx) => tx.updateTable('letter').set({ state: 'sending', sent_at: null }).execute());
    expect(await run(), 'nobody claims what is being sent').to.equal(0);
    expect(await recover(world.context)).to.equal(1);
    expect(await letter()).to.include({ state: 'uncertain', last_error: 'interrupted' });
    await run();
    await run();
    expect(await letter()).to.include({ state: 'sent' });
    expect(sink.messages).to.have.length(2);
    expect(new Set(sink.messages.map(({ mail }) => mail.messageId)).size).to.equal(1);
  });

  it('does not send a letter whose invitation was revoked meanwhile', async () => {
    await invite('guest');
    await world.withdraw('guest');
    await run();
    expect(await letter()).to.include({ state: 'returned', last_error: 'revoked' });
    expect(sink.messages).to.have.length(0);
  });

  it('claims a letter for one runner only', async () => {
    await invite('a', 'b', 'c');
    const counts = await Promise.all([run(), run(), run()]);
    expect(counts.reduce((sum, count) => sum + count)).to.equal(3);
    expect(sink.messages).to.have.length(3);
  });

  it('leaves no letter behind as "sending" when composing fails', async () => {
    await invite('guest');
    const broken: Transport = {
      deliver: () => {
        throw new Error('our own mistake');
      },
      close: () => undefined,
    };
    await runOnce(world.context, broken);
    expect(await letter()).to.include({ state: 'queued', attempts: 1, last_error: 'unexpected' });
  });

  it('works by itself from start to stop, and picks up what a crash left behind', async () => {
    await invite('guest');
    await world.context.db.write((tx) => tx.updateTable('letter').set({ state: 'sending', attempts: 1 }).execute());
    const postman = startPostman(world.context);
    while ((await letter())?.state !== 'sent') await new Promise((resolve) => setTimeout(resolve, 10));
    await postman.stop();
    expect(sink.messages).to.have.length(1);
  });
});
