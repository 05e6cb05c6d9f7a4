import type { FlashWords } from '../vi/flash.ts';

export const flash: FlashWords = {
  password_changed: () => 'Password changed. All other sessions have ended.',
  signed_out: () => 'Signed out.',
  account_disabled: (name) => `Account ${name} is disabled. All its sessions have ended.`,
  account_enabled: (name) => `Account ${name} is enabled again.`,
  registered: (seated, waiting) =>
    waiting === '0' ? `${seated} delegates saved, all seated.` : `Saved: ${seated} delegates seated, ${waiting} on the waiting list.`,
  withdrawn: (name) => `${name} was withdrawn.`,
  withdrawn_promoted: (name, promoted) => `${name} was withdrawn. ${promoted} moved up from the waiting list.`,
  list_accepted: (unit) => `The list of ${unit} was accepted.`,
  letters_queued: (count) => `${count} letters were queued. You may close this page.`,
  letters_none: () => 'No new letters to send.',
  letter_requeued: (name) => `The letter to ${name} will be sent again.`,
  device_revoked: (gate) => `The phone at ${gate} was revoked.`,
};
