import type { FlashWords } from '../vi/flash.ts';

export const flash: FlashWords = {
  password_changed: () => 'Password changed. All other sessions have ended.',
  signed_out: () => 'Signed out.',
  account_disabled: (name) => `Account ${name} is disabled. All its sessions have ended.`,
  account_enabled: (name) => `Account ${name} is enabled again.`,
  registered: (seated, waiting) =>
    waiting === '0'
      ? `${seated} delegates saved, all seated.`
      : `Saved: ${seated} delegates seated, ${waiting} on the waiting list.`,
  withdrawn: (name) => `${name} was withdrawn.`,
  withdrawn_promoted: (name, promoted) => `${name} was withdrawn. ${promoted} moved up from the waiting list.`,
  list_accepted: (unit) => `The list of ${unit} was accepted.`,
  letters_queued: (count) => `${count} letters were queued. You may close this page.`,
  letters_none: () => 'No new letters to send.',
  letters_and_cards: (letters, cards) =>
    `${letters} invitations are waiting to be sent. ${cards} delegates without e-mail: their cards are ready to print.`,
  cards_ready: (cards) => `${cards} delegate cards are ready to print.`,
  card_ready: (name) => `${name} has no e-mail; the delegate card is ready to print.`,
  letter_requeued: (name) => `The letter to ${name} will be sent again.`,
  device_revoked: (gate) => `The phone at ${gate} was revoked.`,
};
