import { type Account, accountById, setUnit } from '../../../db/accounts/accounts.ts';
import { deleteLoginsOf } from '../../../db/accounts/logins.ts';
import { type Unit, unitById } from '../../../db/units/units.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { found } from '../../errors.ts';
import { audited } from '../audited.ts';

/**
 * From one unit to another, as when the old one was merged or ended. What the account did stays where it was done; its
 * sessions end, so that no open page still shows the lists of the old unit.
 *
 * @param unitId empty for an account that belongs to no unit
 * @throws NotFound when the account is not there
 */
export async function moveAccount(
  context: Context,
  actor: Actor,
  { accountId, unitId }: { accountId: string; unitId: string },
): Promise<MoveResult> {
  return await context.db.write(async (tx): Promise<MoveResult> => {
    const account = found(await accountById(tx, accountId));
    const unit = unitId === '' ? undefined : await unitById(tx, unitId);
    const problem = moveProblem(account, unitId, unit);
    if (problem) return { kind: 'refused', problem };
    if (account.unitId === unit?.id) return { kind: 'moved', unit };
    await setUnit(tx, accountId, unit?.id);
    await deleteLoginsOf(tx, accountId);
    await audited(context, tx, actor, {
      action: 'account_moved',
      subject: `account:${accountId}`,
      detail: { from: account.unitId ?? '', to: unitId },
    });
    return { kind: 'moved', unit };
  });
}

export type MoveResult =
  { kind: 'moved'; unit: Unit | undefined } | { kind: 'refused'; problem: 'unit_missing' | 'unit_same' | 'unit_ended' };

function moveProblem({ role, unitId }: Account, wanted: string, unit: Unit | undefined) {
  if (!unit) return role === 'registrar' || wanted !== '' ? 'unit_missing' : undefined;
  if (unit.id === unitId) return 'unit_same';
  return unit.hasEnded ? 'unit_ended' : undefined;
}
