import type { TrackedInvitee } from '../../../db/letters/tracked-invitees.ts';
import { progressKey } from '../../../db/lists/progress-key.ts';

/** `bounced` counts those whose last letter came back. */
export type UnitProgress = { invited: number; confirmed: number; declined: number; bounced: number };

export const NO_PROGRESS: UnitProgress = { invited: 0, confirmed: 0, declined: 0, bounced: 0 };

/** How far the invitations of each unit are, keyed by cluster and unit (see `progressKey`). */
export function unitProgress(invitees: readonly TrackedInvitee[]): Map<string, UnitProgress> {
  const progress = new Map<string, UnitProgress>();
  for (const { clusterId, unitId, invitationId, answer, lastLetter } of invitees) {
    const key = progressKey(clusterId, unitId);
    const unit = progress.get(key) ?? NO_PROGRESS;
    progress.set(key, {
      invited: unit.invited + (invitationId === undefined ? 0 : 1),
      confirmed: unit.confirmed + (answer === 'confirmed' ? 1 : 0),
      declined: unit.declined + (answer === 'declined' ? 1 : 0),
      bounced: unit.bounced + (lastLetter === 'returned' ? 1 : 0),
    });
  }
  return progress;
}
