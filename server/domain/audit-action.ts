/** The names of the acts in the audit chain. A stored name never changes: old entries are read for ever. */
import type { AuditDetail } from './history-entry.ts';

/** Every act the house writes. One that is no longer written stays here, so that the history still tells it. */
export type AuditAction =
  // The list of a unit in a cluster.
  | 'delegates_registered'
  | 'list_accepted'
  | 'list_handed_in_again'
  | 'list_reopened'
  | 'list_reordered'
  | 'list_returned'
  | 'draft_discarded'
  | 'change_requested'
  | 'change_approved'
  | 'change_refused'
  // Seats and quotas.
  | 'capacity_changed'
  | 'capacity_raised'
  | 'delegate_seated'
  | 'delegates_promoted'
  | 'places_moved'
  | 'quota_changed'
  // Delegates and their invitations.
  | 'delegate_corrected'
  | 'delegate_substituted'
  | 'delegate_withdrawn'
  | 'delegates_merged'
  | 'invitation_confirmed'
  | 'invitation_declined'
  | 'invitations_sent'
  // The door.
  | 'device_offered'
  | 'device_paired'
  | 'device_revoked'
  // An event and its plan.
  | 'agenda_changed'
  | 'categories_changed'
  | 'cluster_added'
  | 'cluster_changed'
  | 'cluster_removed'
  | 'event_changed'
  | 'event_cloned'
  | 'event_created'
  | 'event_removed'
  | 'plan_loaded'
  | 'shares_changed'
  // The units of the house.
  | 'unit_added'
  | 'unit_corrected'
  | 'unit_ended'
  | 'unit_merged'
  | 'unit_removed'
  | 'unit_renamed'
  | 'unit_restored'
  // Accounts.
  | 'account_disabled'
  | 'account_enabled'
  | 'account_invited'
  | 'account_moved'
  | 'first_admin_created'
  | 'link_made'
  | 'password_changed'
  | 'password_set_by_link'
  | 'sign_in_refused'
  | 'signed_in';

/** What an entry says of an act; who did it and when is added where it is written. */
export type AuditNote = {
  action: AuditAction;
  /** `cluster:<id>`, `registration:<id>`, `event:<id>`, `unit:<id>`, `account:<id>`, `device:<id>`, or the words "unknown login". */
  subject: string;
  detail?: AuditDetail;
};
