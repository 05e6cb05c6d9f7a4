/**
 * Who gets an invitation, and who a letter. Pages show this plan before anything is sent, and sending carries out the
 * same plan, so that the number on a card or a button is the number of letters.
 */
import type { ListState } from '../list/list-status.ts';
import type { Seat } from '../seats/seating.ts';
import { isPending, type Posted } from './letter.ts';

/** What the plan needs to know of an active registration. */
export type Invitee = {
  registrationId: string;
  seat: Seat;
  listState: ListState;
  hasEmail: boolean;
  /** The invitation in force; undefined before the first one and after a revocation. */
  invitationId: string | undefined;
  /** Letters that carried the invitation in force, whatever became of them. */
  letters: number;
};

/**
 * What can be done now for one delegate. Every page that offers a letter, and the plan that sends letters, asks here.
 * A blocked date of the cluster is not part of it: it stops all letters of the cluster alike (see `invitationOffer`).
 */
export type LetterVerdict =
  /** A first invitation, with a letter unless the delegate has no e-mail: then the card is printed. */
  | { kind: 'invite'; byLetter: boolean }
  /** A letter for the invitation in force: the same codes, so an earlier letter stays good. */
  | { kind: 'send'; invitationId: string; isFirst: boolean }
  /** Invited, no e-mail: there is a card to print and nothing to send. */
  | { kind: 'print' }
  | { kind: 'none'; why: 'waiting' | 'list_not_accepted' };

/**
 * Letters go to seated delegates of accepted lists. An invited delegate stays invited when the unit adds people to its
 * list and the list must be accepted again.
 */
export function letterFor({ seat, listState, hasEmail, invitationId, letters }: Invitee): LetterVerdict {
  if (seat === 'waiting') return { kind: 'none', why: 'waiting' };
  if (invitationId === undefined) {
    return listState === 'accepted'
      ? { kind: 'invite', byLetter: hasEmail }
      : { kind: 'none', why: 'list_not_accepted' };
  }
  return hasEmail ? { kind: 'send', invitationId, isFirst: letters === 0 } : { kind: 'print' };
}

/** True when a button for this delegate would do something: send a letter, or make the card. */
export const isOffered = ({ kind }: LetterVerdict): boolean => kind === 'invite' || kind === 'send';

export type InvitationStep =
  | { kind: 'invite'; registrationId: string; byLetter: boolean }
  | { kind: 'send'; registrationId: string; invitationId: string }
  | { kind: 'print'; registrationId: string }
  /** Has a letter already. */
  | { kind: 'done'; registrationId: string }
  | { kind: 'held'; registrationId: string; why: 'waiting' | 'list_not_accepted' };

export type InvitationPlan = {
  steps: InvitationStep[];
  /** Letters that will leave. */
  letters: number;
  /** New invitations without e-mail, whose cards must be printed. */
  toPrint: number;
  blocked: { waiting: number; listNotAccepted: number };
};

/**
 * Without `only`, each delegate gets a letter who has had none; with it, exactly the chosen ones do, once more if need
 * be. Every delegate left out is counted with the reason.
 */
export function planInvitations({
  registrations,
  only,
}: {
  registrations: readonly Invitee[];
  only?: readonly string[];
}): InvitationPlan {
  const chosen = only && new Set(only);
  const steps = registrations
    .filter(({ registrationId }) => !chosen || chosen.has(registrationId))
    .map((invitee) => stepFor(invitee, chosen !== undefined));
  const count = (matches: (step: InvitationStep) => boolean) => steps.filter(matches).length;
  return {
    steps,
    letters: count((step) => step.kind === 'send' || (step.kind === 'invite' && step.byLetter)),
    toPrint: count((step) => step.kind === 'invite' && !step.byLetter),
    blocked: {
      waiting: count((step) => step.kind === 'held' && step.why === 'waiting'),
      listNotAccepted: count((step) => step.kind === 'held' && step.why === 'list_not_accepted'),
    },
  };
}

function stepFor(invitee: Invitee, isChosen: boolean): InvitationStep {
  const { registrationId } = invitee;
  const verdict = letterFor(invitee);
  switch (verdict.kind) {
    case 'invite':
      return { kind: 'invite', registrationId, byLetter: verdict.byLetter };
    case 'send':
      if (!isChosen && !verdict.isFirst) return { kind: 'done', registrationId };
      return { kind: 'send', registrationId, invitationId: verdict.invitationId };
    case 'print':
      return { kind: 'print', registrationId };
    case 'none':
      return { kind: 'held', registrationId, why: verdict.why };
    default:
      throw new Error(`No such verdict: ${JSON.stringify(verdict satisfies never)}`);
  }
}

/** What the button of a cluster offers: letters, with the cards made beside them, or cards alone. */
export type InvitationOffer =
  | { kind: 'letters'; letters: number; toPrint: number }
  | { kind: 'cards'; toPrint: number }
  | { kind: 'nothing' }
  /** There is something to send, and the cluster's dates must be corrected first. */
  | { kind: 'blocked' };

/** The letters page shows this as its button, the overview as its card, so that both name the same number. */
export function invitationOffer(registrations: readonly Invitee[], isBlocked: boolean): InvitationOffer {
  const { letters, toPrint } = planInvitations({ registrations });
  if (letters + toPrint === 0) return { kind: 'nothing' };
  if (isBlocked) return { kind: 'blocked' };
  return letters > 0 ? { kind: 'letters', letters, toPrint } : { kind: 'cards', toPrint };
}

export type AnswerKind = 'confirmed' | 'declined';
export type Answer = { kind: AnswerKind; reason: string; at: string };

/** The same answer once more is no news; a declining delegate may still change the reason. */
export const isSameAnswer = (last: Answer | undefined, next: Pick<Answer, 'kind' | 'reason'>): boolean =>
  last !== undefined && last.kind === next.kind && last.reason === next.reason;

/** What a letter tells that cannot be called back: when to come, and where. The instant as UTC ISO text. */
export type Announced = { startsAt: string; venue: string };

/** The letter states a date or venue that no longer holds. A letter that stated nothing is never wrong. */
export const announcesOtherwise = (announced: Announced | undefined, now: Announced): boolean =>
  announced !== undefined && (announced.startsAt !== now.startsAt || announced.venue !== now.venue);

/** Delegates whose last letter stated an old time or venue, and who have no newer letter on its way. */
export const toldOldFacts = (
  invitees: Iterable<
    Pick<Invitee, 'registrationId'> & { announced: Announced | undefined; lastLetter: Posted | undefined }
  >,
  cluster: Announced,
): string[] =>
  [...invitees]
    .filter(({ announced, lastLetter }) => announcesOtherwise(announced, cluster) && !isPending(lastLetter))
    .map(({ registrationId }) => registrationId);
