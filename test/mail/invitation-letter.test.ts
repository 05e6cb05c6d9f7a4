import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type ParsedMail, simpleParser } from 'mailparser';
import { invitationFacts } from '../../db/letters/invitation-facts.ts';
import type { Actor } from '../../server/domain/account.ts';
import { sendInvitations } from '../../server/actions/letters/send-invitations.ts';
import { letterFile } from '../../server/mail/file-transport.ts';
import { runOnce } from '../../server/mail/postman.ts';
import { openTransport } from '../../server/mail/open-transport.ts';
import { CLUSTER, type InviteeRow, type InviteeWorld, makeInviteeWorld } from '../support/invitee-world.ts';
import { readQrPng } from '../support/qr.ts';

const an: Actor = { accountId: 'an', fullName: 'An Nguyễn', login: 'an', role: 'organiser' };

describe('the letter of invitation', () => {
  let world: InviteeWorld;
  beforeEach(async () => {
    world = await makeInviteeWorld({ PUBLIC_BASE_URL: 'https://dontiep.example.gov.vn' });
  });
  afterEach(() => world.close());

  /** Invites one guest and reads the file that was written. */
  async function letterTo(
    invitee: InviteeRow,
  ): Promise<{ mail: ParsedMail; raw: string; link: string; code: string; id: string }> {
    const { context } = world;
    await world.register(invitee);
    await sendInvitations(context, an, { clusterId: CLUSTER, send: [invitee.id] });
    expect(await runOnce(context, openTransport(context))).to.equal(1);
    const { id, invitation_id: invitationId } = await context.db.read
      .selectFrom('letter')
      .select(['id', 'invitation_id'])
      .executeTakeFirstOrThrow();
    const raw = readFileSync(letterFile(context.config.dataDir, id));
    const facts = await invitationFacts(context.db.read, { invitationId });
    if (!facts) throw new Error('no invitation');
    const { token, shortCode } = context.keys.passCodes(facts.invitation);
    const mail = await simpleParser(raw, { keepCidLinks: true });
    return { mail, raw: raw.toString('utf8'), id, link: `https://dontiep.example.gov.vn/I/${token}`, code: shortCode };
  }

  it('says who invites whom, to what, when, where and until when to answer', async () => {
    const { mail, link, code } = await letterTo({ id: 'guest', workplace: 'Xã Trường Xuân A' });
    expect(mail.subject).to.equal(
      '[Giấy mời] Tọa đàm chia sẻ kinh nghiệm về công tác cải cách hành chính năm 2023 - Cụm 2, 13 giờ 30 ngày 07/4/2023',
    );
    const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
    for (const text of [mail.text ?? '', plain(String(mail.html))]) {
      expect(text).to.include('Ông Bùi Nhựt Thoại');
      expect(text).to.include('Chủ tịch UBND, xã Trường Xuân A, huyện Thới Lai.');
      expect(text).to.include('Ủy ban nhân dân huyện Thới Lai trân trọng kính mời Ông tham dự Tọa đàm chia sẻ');
      expect(text).to.include('13 giờ 30, Thứ Sáu ngày 07/4/2023');
      expect(text).to.include('Hội trường UBND huyện Phong Điền');
      expect(text).to.include('Vui lòng trả lời trước 17 giờ 00, ngày 04/4/2023');
      expect(text).to.include('Bà Lý Ngọc Xuyến, Phòng Cải cách hành chính, điện thoại 0900 000 031.');
      expect(text).to.include('gửi thay mặt Ủy ban nhân dân huyện Thới Lai');
      expect(text).to.include(spaced);
    }
    expect(mail.text).to.include(link);
    expect(String(mail.html)).to.include(`href="${link}"`);
    expect(mail.text).not.to.match(/!|bạn/u);
  });

  it('is written in the name of the lead unit for a delegate of its own list', async () => {
    const { mail } = await letterTo({ id: 'guest', unit: 'snv', honorific: '', position: 'Chuyên viên' });
    expect(mail.text).to.include('Sở Nội vụ trân trọng kính mời Ông (Bà) tham dự');
    expect(mail.text).to.include('Kính gửi: Ông (Bà) Bùi Nhựt Thoại, Chuyên viên, Sở Nội vụ.');
    expect(mail.text).not.to.include('thay mặt');
  });

  it('carries the QR code inside, shown by its content id, and it holds the link in capitals', async () => {
    const { mail, raw, link } = await letterTo({ id: 'guest' });
    const structure = [...raw.matchAll(/^Content-Type: ([\w/]+)/gim)].map((match) => match[1]);
    expect(structure).to.deep.equal([
      'multipart/alternative',
      'text/plain',
      'multipart/related',
      'text/html',
      'image/png',
    ]);
    const [picture] = mail.attachments;
    expect(picture?.contentDisposition).to.equal('inline');
    expect(String(mail.html)).to.include(`src="cid:${picture?.cid}"`);
    expect(readQrPng(picture?.content ?? Buffer.alloc(0))).to.equal(link.toUpperCase());
  });

  it('has a Message-ID made of the letter and our own host, and asks away-messages to be quiet', async () => {
    const { mail, id } = await letterTo({ id: 'guest' });
    expect(mail.messageId).to.equal(`<${id}@dontiep.example.gov.vn>`);
    expect(mail.headers.get('auto-submitted')).to.equal('auto-generated');
    expect(mail.replyTo?.value[0]?.address).to.equal('cchc@example.gov.vn');
    expect(mail.date?.toISOString()).to.equal('2023-03-30T01:30:00.000Z');
  });

  it('takes names for text: no markup, no template, no second header', async () => {
    const template = ['$', '{7*7}'].join('');
    const hostile = `<img src=x onerror=alert(1)> {{7*7}} <%= 7*7 %> ${template}\r\nBcc: thief@example.org`;
    const { mail, raw } = await letterTo({ id: 'guest', name: hostile, position: hostile, workplace: hostile });
    const shown = `<img src=x onerror=alert(1)> {{7*7}} <%= 7*7 %> ${template} Bcc: thief@example.org`;
    expect(mail.text).to.include(`Kính gửi: Ông ${shown}`);
    expect(String(mail.html)).not.to.include('<img src=x');
    expect(String(mail.html)).to.include('&lt;img src=x onerror=alert(1)&gt;');
    expect(plain(String(mail.html))).to.include(`Ông ${shown}`);
    expect(mail.headers.has('bcc')).to.equal(false);
    expect(raw).not.to.match(/^Bcc:/im);
    const { to } = mail;
    const addresses = [to].flat().flatMap((list) => list?.value.map(({ address }) => address));
    expect(addresses).to.deep.equal(['guest@example.gov.vn']);
  });

  const addresses = [
    'a@example.gov.vn\r\nRCPT TO:<b@example.org>',
    'a@b@example.org',
    'a, b@example.org',
    '<a@example.org>',
  ];
  for (const address of addresses) {
    it(`never sends to ${JSON.stringify(address)}`, async () => {
      const { context } = world;
      await world.register({ id: 'guest', email: address });
      await sendInvitations(context, an, { clusterId: CLUSTER, send: 'unsent' });
      await runOnce(context, openTransport(context));
      const letter = await context.db.read.selectFrom('letter').select(['state', 'last_error']).executeTakeFirst();
      expect(letter).to.deep.equal({ state: 'returned', last_error: 'address' });
    });
  }
});

/** What a reader sees of HTML. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&amp;', '&');
