import type { Actor, Role } from '../../server/domain/account.ts';
import type { Reader, Tx } from '../schema.ts';

export type Account = {
  id: string;
  login: string;
  fullName: string;
  role: Role;
  unitId: string | undefined;
  unitName: string | undefined;
  /** The unit was merged or ended: it takes part in nothing new. */
  hasEndedUnit: boolean;
  passwordHash: string | undefined;
  disabledAt: string | undefined;
};

export const selectAccounts = (db: Reader) =>
  db
    .selectFrom('account')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .select([
      'account.id',
      'account.login',
      'account.full_name',
      'account.role',
      'account.unit_id',
      'unit.name as unit_name',
      'unit.valid_to',
      'unit.successor_id',
      'account.password_hash',
      'account.disabled_at',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectAccounts>['executeTakeFirstOrThrow']>>;

export const toAccount = (row: Row): Account => ({
  id: row.id,
  login: row.login,
  fullName: row.full_name,
  role: row.role,
  unitId: row.unit_id ?? undefined,
  unitName: row.unit_name ?? undefined,
  hasEndedUnit: row.valid_to !== null || row.successor_id !== null,
  passwordHash: row.password_hash ?? undefined,
  disabledAt: row.disabled_at ?? undefined,
});

export async function accountByLogin(db: Reader, loginFolded: string): Promise<Account | undefined> {
  const row = await selectAccounts(db).where('account.login_folded', '=', loginFolded).executeTakeFirst();
  return row && toAccount(row);
}

export async function accountById(db: Reader, id: string): Promise<Account | undefined> {
  const row = await selectAccounts(db).where('account.id', '=', id).executeTakeFirst();
  return row && toAccount(row);
}

/** Every account of the roles named, by unit and name. */
export async function listAccounts(db: Reader, roles: readonly Role[]): Promise<Account[]> {
  const rows = await selectAccounts(db)
    .where('account.role', 'in', [...roles])
    .orderBy('account.role')
    .orderBy('unit.position')
    .orderBy('account.login_folded')
    .execute();
  return rows.map(toAccount);
}

export async function hasAccounts(db: Reader): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export type NewAccount = {
  id: string;
  login: string;
  loginFolded: string;
  fullName: string;
  role: Role;
  unitId: string | undefined;
  passwordHash: string | undefined;
  at: string;
};

/** Throws a duplicate error (see engine) when the login is taken. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      id: account.id,
      login: account.login,
      login_folded: account.loginFolded,
      full_name: account.fullName,
      role: account.role,
      unit_id: account.unitId ?? null,
      password_hash: account.passwordHash ?? null,
      disabled_at: null,
      created_at: account.at,
    })
    .execute();
}

export async function setPasswordHash(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  await tx.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', accountId).execute();
}

export async function setUnit(tx: Tx, accountId: string, unitId: string | undefined): Promise<void> {
  await tx
    .updateTable('account')
    .set({ unit_id: unitId ?? null })
    .where('id', '=', accountId)
    .execute();
}

export async function setDisabled(tx: Tx, accountId: string, at: string | undefined): Promise<void> {
  await tx
    .updateTable('account')
    .set({ disabled_at: at ?? null })
    .where('id', '=', accountId)
    .execute();
}

/** What a request needs to know of the person behind it. */
export const toActor = (account: Account): Actor => ({
  accountId: account.id,
  fullName: account.fullName,
  login: account.login,
  role: account.role,
  ...(account.unitId !== undefined && { unitId: account.unitId }),
  ...(account.unitName !== undefined && { unitName: account.unitName }),
});
