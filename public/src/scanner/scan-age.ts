/** How long a scan waited before it was sent; the server takes it off its own clock to know when the scan happened. */

/** A reading of both clocks; `page` names the page load that the steady clock belongs to. */
export type ClockReading = { wall: number; steady: number; page: string };

/** The longest age the server takes. */
const MOST_AGE_MS = 7 * 24 * 3600 * 1000;

/**
 * Within one page load the steady clock cannot be set back; but it stands still while a phone sleeps, and starts anew
 * with the page. The wall clock knows about sleep. So the longer of the two is right in all but one case: a wall clock
 * that somebody puts forward while scans wait.
 */
export function scanAge(scanned: ClockReading, now: ClockReading): number {
  const wall = now.wall - scanned.wall;
  const steady = now.page === scanned.page ? now.steady - scanned.steady : 0;
  return Math.round(Math.min(MOST_AGE_MS, Math.max(0, wall, steady)));
}
