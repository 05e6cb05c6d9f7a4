import { expect } from 'chai';
import { deliveryOf, type SmtpError } from '../../server/mail/smtp-transport.ts';

describe('what a mail server’s answer means', () => {
  const cases: [string, Omit<SmtpError, 'message'>, boolean, string][] = [
    ['unknown recipient', { responseCode: 550, command: 'RCPT TO' }, false, 'returned'],
    ['mailbox full', { responseCode: 552, command: 'RCPT TO' }, false, 'returned'],
    ['text refused', { responseCode: 554, command: 'DATA' }, true, 'returned'],
    ['greylisted', { responseCode: 451, command: 'RCPT TO' }, false, 'later'],
    ['server going down', { responseCode: 421, command: 'RCPT TO' }, false, 'later'],
    ['text deferred', { responseCode: 452, command: 'DATA' }, true, 'later'],
    ['wrong password', { responseCode: 535, command: 'AUTH PLAIN' }, false, 'later'],
    ['our sender is not liked', { responseCode: 553, command: 'MAIL FROM' }, false, 'later'],
    ['greeting refused', { responseCode: 554, command: 'CONN' }, false, 'later'],
    ['nobody listens', { command: 'CONN' }, false, 'later'],
    ['bad certificate', { command: 'CONN' }, false, 'later'],
    ['cut while the text was leaving', { command: 'CONN' }, true, 'uncertain'],
  ];
  for (const [what, error, hasTextLeft, kind] of cases) {
    it(`${what} → ${kind}`, () => expect(deliveryOf({ message: 'x', ...error }, hasTextLeft).kind).to.equal(kind));
  }

  it('keeps the words in one line of bearable length', () => {
    const delivery = deliveryOf({ message: `550 no\r\nsuch user ${'x'.repeat(999)}` }, false);
    expect(delivery)
      .to.have.property('error')
      .that.matches(/^550 no such user x+$/);
    expect('error' in delivery && delivery.error.length).to.equal(300);
  });
});
