/** Who may sign in, and what was done: the tables of accounts and of the audit chain. */
import type { Role } from '../server/domain/account.ts';

/** An instant as UTC ISO-8601 text, e.g. `2023-04-05T06:30:00.000Z`. */
export type Instant = string;

export type AccountTables = {
  account: {
    id: string;
    login: string;
    login_folded: string;
    full_name: string;
    role: Role;
    unit_id: string | null;
    password_hash: string | null;
    disabled_at: Instant | null;
    created_at: Instant;
  };
  login: { id_hash: string; account_id: string; created_at: Instant; last_seen_at: Instant };
  account_link: {
    token_hash: string;
    account_id: string | null;
    purpose: 'first_admin' | 'join' | 'reset';
    expires_at: Instant;
    used_at: Instant | null;
    created_at: Instant;
  };
  failed_secret: {
    id: string;
    kind: 'password' | 'invitation' | 'pairing';
    /** The login of a password; links and codes have no owner until they are right. */
    owner_hash: string | null;
    address_hash: string;
    at: Instant;
  };
  audit_entry: {
    seq: number;
    at: Instant;
    actor: string;
    action: string;
    subject: string;
    detail: string;
    previous_hash: string;
    hash: string;
  };
};
