import { clearManualOrder, idsOfList, setManualOrder } from '../../../db/people/people.ts';
import { registrationsOf } from '../../../db/people/registrations.ts';
import type { List } from '../../../db/lists/lists.ts';
import type { Reader } from '../../../db/schema.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { moveOne, placeByNumber, upToDate } from '../../domain/list/arrange-list.ts';
import { found, NotFound } from '../../errors.ts';
import { audited } from '../audited.ts';
import { isListClosedFor, loadList } from './list-facts.ts';

export type Reordering = {
  clusterId: string;
  unitId: string;
  /** The list as the page showed it, top to bottom. */
  shown: readonly string[];
  change:
    | { kind: 'as_shown' }
    | { kind: 'move'; id: string; direction: 'up' | 'down' }
    | { kind: 'numbers'; places: ReadonlyMap<string, number> }
    | { kind: 'reset' };
};

export type ReorderResult = { kind: 'reordered' | 'unchanged' | 'deadline_passed' };

/**
 * Stores the order a unit wants its list in. It decides how lists and pages read, not who has a place: the queue of
 * those who wait keeps its own order. An id that is not of this list is not found; who left meanwhile is passed over.
 */
export async function reorderList(
  context: Context,
  actor: Actor,
  { clusterId, unitId, shown, change }: Reordering,
): Promise<ReorderResult> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<ReorderResult> => {
    const { cluster } = await ownList(tx, actor, { clusterId, unitId });
    if (isListClosedFor(actor, cluster, at)) return { kind: 'deadline_passed' };
    const ids = await idsOfList(tx, clusterId, unitId);
    const named = change.kind === 'move' ? [...shown, change.id] : shown;
    if (!named.every((id) => ids.has(id))) throw new NotFound();
    const scope = { kind: 'all' } as const;
    const present = (await registrationsOf(tx, { clusterId, scope, unitId })).map(({ id }) => id);
    if (change.kind === 'reset') await clearManualOrder(tx, clusterId, unitId);
    else {
      const wanted = arranged(upToDate(shown, present), change);
      if (wanted.join() === present.join()) return { kind: 'unchanged' };
      await setManualOrder(tx, wanted);
    }
    await audited(context, tx, actor, {
      action: 'list_reordered',
      subject: `cluster:${clusterId}`,
      detail: { unit: unitId, byHand: change.kind !== 'reset' },
    });
    return { kind: 'reordered' };
  });
}

/** The list of a unit the actor works for; somebody else's is not there. */
export async function ownList(
  db: Reader,
  actor: Actor,
  { clusterId, unitId }: { clusterId: string; unitId: string },
): Promise<List> {
  const list = await loadList(db, actor, { clusterId, unitId });
  return found(list.unit.unitId === unitId ? list : undefined);
}

function arranged(ids: string[], change: Exclude<Reordering['change'], { kind: 'reset' }>): string[] {
  switch (change.kind) {
    case 'as_shown':
      return ids;
    case 'move':
      return moveOne(ids, change);
    case 'numbers':
      return placeByNumber(ids, change.places);
    default:
      throw new Error(`No such change: ${JSON.stringify(change satisfies never)}`);
  }
}
