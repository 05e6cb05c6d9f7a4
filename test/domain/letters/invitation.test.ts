import { isOpenToPeople } from '../../../server/domain/cluster-clock.ts';
import { expect } from 'chai';
import {
  invitationOffer,
  type InvitationStep,
  type Invitee,
  isSameAnswer,
  planInvitations,
} from '../../../server/domain/letters/invitation.ts';

const seated: Invitee = {
  registrationId: 'r',
  seat: 'seated',
  listState: 'accepted',
  hasEmail: true,
  invitationId: undefined,
  letters: 0,
};

describe('who is invited', () => {
  const invite = (byLetter: boolean): InvitationStep => ({ kind: 'invite', registrationId: 'r', byLetter });
  const send: InvitationStep = { kind: 'send', registrationId: 'r', invitationId: 'i' };
  const blocked = (why: 'waiting' | 'list_not_accepted'): InvitationStep => ({
    kind: 'held',
    registrationId: 'r',
    why,
  });
  const done: InvitationStep = { kind: 'done', registrationId: 'r' };
  const print: InvitationStep = { kind: 'print', registrationId: 'r' };
  const invited = { invitationId: 'i', letters: 1 };

  const cases: [string, Partial<Invitee>, InvitationStep, InvitationStep][] = [
    // who                                        facts                                 to all   chosen
    ['a seated delegate of an accepted list', {}, invite(true), invite(true)],
    ['one without e-mail: a card, no letter', { hasEmail: false }, invite(false), invite(false)],
    ['one who waits', { seat: 'waiting' }, blocked('waiting'), blocked('waiting')],
    [
      'one whose list is only handed in',
      { listState: 'submitted' },
      blocked('list_not_accepted'),
      blocked('list_not_accepted'),
    ],
    [
      'one whose list was returned',
      { listState: 'returned' },
      blocked('list_not_accepted'),
      blocked('list_not_accepted'),
    ],
    [
      'one who waits on a list not accepted',
      { seat: 'waiting', listState: 'draft' },
      blocked('waiting'),
      blocked('waiting'),
    ],
    ['one who had a letter', invited, done, send],
    ['one invited, whose list grew meanwhile', { ...invited, listState: 'submitted' }, done, send],
    ['one invited on paper whose e-mail came later', { invitationId: 'i' }, send, send],
    ['one invited on paper', { invitationId: 'i', hasEmail: false }, print, print],
    ['one invited whose e-mail was taken away', { ...invited, hasEmail: false }, print, print],
  ];
  for (const [who, facts, toAll, chosen] of cases) {
    it(`${who} → ${toAll.kind} to all, ${chosen.kind} when chosen`, () => {
      const registrations = [{ ...seated, ...facts }];
      expect(planInvitations({ registrations }).steps).to.deep.equal([toAll]);
      expect(planInvitations({ registrations, only: ['r'] }).steps).to.deep.equal([chosen]);
    });
  }

  it('counts letters, cards to print and who is held, by reason', () => {
    const registrations = [
      { ...seated, registrationId: 'a' },
      { ...seated, registrationId: 'b', hasEmail: false },
      { ...seated, registrationId: 'c', seat: 'waiting' as const },
      { ...seated, registrationId: 'd', listState: 'submitted' as const },
      { ...seated, registrationId: 'e', invitationId: 'i', letters: 1 },
      { ...seated, registrationId: 'f', invitationId: 'j' },
    ];
    const { letters, toPrint, blocked: waiting } = planInvitations({ registrations });
    expect({ letters, toPrint, ...waiting }).to.deep.equal({ letters: 2, toPrint: 1, waiting: 1, listNotAccepted: 1 });
  });

  it('touches nobody but the chosen ones, each once', () => {
    const registrations = ['a', 'b', 'c'].map((registrationId) => ({ ...seated, registrationId }));
    const { steps } = planInvitations({ registrations, only: ['b', 'b'] });
    expect(steps.map((step) => step.registrationId)).to.deep.equal(['b']);
  });
});

describe('what the button of a cluster offers', () => {
  const withoutEmail = { ...seated, hasEmail: false };
  const done = { ...seated, invitationId: 'i', letters: 1 };

  it('letters with the cards made beside them, cards alone, or nothing', () => {
    expect(invitationOffer([seated, seated, withoutEmail, done], false)).to.deep.equal({
      kind: 'letters',
      letters: 2,
      toPrint: 1,
    });
    expect(invitationOffer([withoutEmail, done], false)).to.deep.equal({ kind: 'cards', toPrint: 1 });
    expect(invitationOffer([done], false)).to.deep.equal({ kind: 'nothing' });
  });

  it('says blocked only when there is something to send', () => {
    expect(invitationOffer([withoutEmail], true)).to.deep.equal({ kind: 'blocked' });
    expect(invitationOffer([done], true)).to.deep.equal({ kind: 'nothing' });
  });
});

describe('an answer', () => {
  const at = '2023-04-01T00:00:00.000Z';

  it('is news unless it says the same again', () => {
    expect(isSameAnswer(undefined, { kind: 'confirmed', reason: '' })).to.equal(false);
    expect(isSameAnswer({ kind: 'confirmed', reason: '', at }, { kind: 'confirmed', reason: '' })).to.equal(true);
    expect(isSameAnswer({ kind: 'declined', reason: 'họp', at }, { kind: 'confirmed', reason: '' })).to.equal(false);
    expect(isSameAnswer({ kind: 'declined', reason: 'họp', at }, { kind: 'declined', reason: 'ốm' })).to.equal(false);
  });

  it('is taken until the meeting ends or its attendance is closed', () => {
    const cluster = { endsAt: '2023-04-05T10:00:00.000Z', closedAt: undefined };
    expect(isOpenToPeople(cluster, '2023-04-05T09:59:59.999Z')).to.equal(true);
    expect(isOpenToPeople(cluster, '2023-04-05T10:00:00.000Z')).to.equal(false);
    expect(isOpenToPeople({ ...cluster, closedAt: at }, '2023-04-05T09:00:00.000Z')).to.equal(false);
  });
});
