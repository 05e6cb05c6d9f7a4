import type { Reader } from '../schema.ts';

/** "Active" means not withdrawn: a withdrawn registration stays for the history but holds no place and is on no list. */
export const active = (db: Reader) =>
  db
    .selectFrom('registration')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .where('withdrawal.registration_id', 'is', null);
