import { setQuota } from '../../../db/seats/capacity.ts';
import type { Registration } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { judgeMove, type SeatsJudgement } from '../../domain/seats/capacity.ts';
import { audited } from '../audited.ts';
import { promoteWaiting } from './promote-waiting.ts';
import { loadSeatFacts, type UnitWithSeats, unitIn } from './seat-facts.ts';

export type SeatsMove = { clusterId: string; from: string; to: string; count: number; reason: string };

export type SeatsMoved =
  | { kind: 'moved'; from: UnitWithSeats; to: UnitWithSeats; promoted: Registration[] }
  | Extract<SeatsJudgement, { kind: 'refused' }>;

/** Gives unused seats of one unit to another. Those who wait there move up at once when the event says so. */
export async function moveSeats(context: Context, actor: Actor, move: SeatsMove): Promise<SeatsMoved> {
  const at = instant(context);
  const { clusterId, count, reason } = move;
  return await context.db.write(async (tx): Promise<SeatsMoved> => {
    const facts = await loadSeatFacts(tx, actor, clusterId);
    const from = unitIn(facts, move.from);
    const to = unitIn(facts, move.to);
    const judgement = judgeMove(from, {
      count,
      isSameUnit: from.unitId === to.unitId,
      isClosed: facts.numbers.isClosed,
    });
    if (judgement.kind === 'refused') return judgement;
    await setQuota(tx, { clusterId, unitId: from.unitId, quota: from.quota - count });
    await setQuota(tx, { clusterId, unitId: to.unitId, quota: to.quota + count });
    await audited(context, tx, actor, {
      action: 'places_moved',
      subject: `cluster:${clusterId}`,
      detail: { from: from.unitId, to: to.unitId, count, reason },
    });
    const promoted = await promoteWaiting(context, tx, { clusterId, unitId: to.unitId, at, actor });
    return { kind: 'moved', from, to, promoted };
  });
}
