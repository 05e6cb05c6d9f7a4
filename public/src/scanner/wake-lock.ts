/** Keeps the screen on while scanning. The browser lets go of it whenever the page is hidden. */
let isWanted = false;

export function keepAwake(isOn: boolean): void {
  if (!('wakeLock' in navigator)) return;
  if (isOn && !isWanted) document.addEventListener('visibilitychange', request);
  if (!isOn) document.removeEventListener('visibilitychange', request);
  isWanted = isOn;
  if (isOn) void request();
  else void lock?.release();
}

let lock: WakeLockSentinel | undefined;

async function request(): Promise<void> {
  if (document.hidden) return;
  try {
    lock = await navigator.wakeLock.request('screen');
  } catch {
    lock = undefined; // a low battery refuses it; scanning goes on
  }
}
