import { setupUnits } from '../../db/event-setup.ts';
import { setSuccessor } from '../../db/unit-changes.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../domain/account.ts';
import { found } from '../http/errors.ts';
import type { UnitForm } from './rename-unit.ts';
import { isStale, noteChange, type Outcome, versions } from './section.ts';

/** Takes a merger back that was noted by mistake. */
export async function restoreUnit(context: Context, actor: Actor, { unitId, typed }: UnitForm): Promise<Outcome> {
  return await context.db.write(async (tx): Promise<Outcome> => {
    const unit = found((await setupUnits(tx)).find(({ id }) => id === unitId));
    if (isStale(typed, versions.unit(unit))) return { kind: 'stale' };
    await setSuccessor(tx, unitId, undefined);
    await noteChange(context, tx, actor, { action: 'unit_restored', subject: `unit:${unitId}` });
    return { kind: 'saved' };
  });
}
