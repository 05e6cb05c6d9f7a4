/**
 * Who gets an invitation, and who a letter. The page shows this plan before anything is sent, and sending carries out
 * the same plan, so that the number on the button is the number of letters.
 */
import type { ListState } from '../list/list-status.ts';
import type { Seat } from '../seats/seating.ts';

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

export type InvitationStep =
  /** A new invitation, and a letter unless the delegate has no e-mail: then the card is printed. */
  | { kind: 'invite'; registrationId: string; byLetter: boolean }
  /** A letter for the invitation in force: the same codes, so an earlier letter stays good. */
  | { kind: 'send'; registrationId: string; invitationId: string }
  /** Invited, no e-mail: there is a card to print and nothing to send. */
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
  held: { waiting: number; listNotAccepted: number };
};

/**
 * Letters go to seated delegates of accepted lists. Without `only`, to each who has had none; with it, to exactly
 * those, once more if need be. Nobody is left out silently: whoever is held is counted with the reason. Who is invited
 * stays invited when the unit adds people to its list and the list has to be accepted anew.
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
    held: {
      waiting: count((step) => step.kind === 'held' && step.why === 'waiting'),
      listNotAccepted: count((step) => step.kind === 'held' && step.why === 'list_not_accepted'),
    },
  };
}

function stepFor(invitee: Invitee, isChosen: boolean): InvitationStep {
  const { registrationId, invitationId, hasEmail } = invitee;
  if (invitee.seat === 'waiting') return { kind: 'held', registrationId, why: 'waiting' };
  if (invitationId === undefined) {
    if (invitee.listState !== 'accepted') return { kind: 'held', registrationId, why: 'list_not_accepted' };
    return { kind: 'invite', registrationId, byLetter: hasEmail };
  }
  if (!hasEmail) return { kind: 'print', registrationId };
  if (isChosen || invitee.letters === 0) return { kind: 'send', registrationId, invitationId };
  return { kind: 'done', registrationId };
}

export type AnswerKind = 'confirmed' | 'declined';
export type Answer = { kind: AnswerKind; reason: string; at: string };

/** The same answer once more is no news; a declining delegate may still change the reason. */
export const isSameAnswer = (last: Answer | undefined, next: Pick<Answer, 'kind' | 'reason'>): boolean =>
  last !== undefined && last.kind === next.kind && last.reason === next.reason;

/** Answers are taken until the meeting is over; after the answer deadline they come late but still count. */
export const takesAnswers = (cluster: { endsAt: string; closedAt: string | undefined }, at: string): boolean =>
  at < cluster.endsAt && cluster.closedAt === undefined;

/** What a letter tells that cannot be called back: when to come, and where. The instant as UTC ISO text. */
export type Told = { startsAt: string; venue: string };

/** Somebody was asked to come to what is no longer true. Nothing told, nothing wrong. */
export const tellsOtherwise = (told: Told | undefined, now: Told): boolean =>
  told !== undefined && (told.startsAt !== now.startsAt || told.venue !== now.venue);
