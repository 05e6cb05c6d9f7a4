/**
 * Keeps a part of the page up to date: asks for the same page every few seconds and takes over the children of the part
 * with the same id. Settings: data-seconds; data-from, when a POST answered with this page; the words of the pause button are on <body>. It rests while the tab is
 * hidden or somebody works inside the part. A part that is gone or no longer asks for refreshing is finished: the page
 * is loaded once more, so that everything around it is right as well.
 */
type Fresh = { kind: 'part'; part: HTMLElement } | { kind: 'finished' } | { kind: 'away' };

export function autoRefresh(region: HTMLElement): void {
  const seconds = Number(region.dataset['seconds'] ?? 10);
  if (!region.id || !(seconds > 0)) return;
  const button = pauseButton(region);
  let isPaused = false;

  const refresh = async () => {
    if (isPaused || document.hidden || region.contains(document.activeElement)) return;
    const fresh = await load(region);
    if (isPaused || fresh.kind === 'away' || region.contains(document.activeElement)) return;
    if (fresh.kind === 'part') {
      region.replaceChildren(...fresh.part.childNodes);
      region.dispatchEvent(new Event('arrived', { bubbles: true }));
    } else if (!isTyping()) {
      clearInterval(timer);
      location.reload();
    }
  };
  const timer = setInterval(refresh, seconds * 1000);
  button.addEventListener('click', () => {
    isPaused = !isPaused;
    button.textContent = (isPaused ? document.body.dataset['resume'] : document.body.dataset['pause']) ?? '';
  });
}

/** The part as the server shows it now; "away" when the net is down or the session has ended: the page stays. */
async function load({ id, dataset }: HTMLElement): Promise<Fresh> {
  try {
    const response = await fetch(dataset['from'] ?? location.href, { cache: 'no-store' });
    if (!response.ok || response.redirected) return { kind: 'away' };
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const part = page.getElementById(id);
    if (!part?.dataset['behavior']?.includes('auto-refresh')) return { kind: 'finished' };
    return { kind: 'part', part: document.importNode(part, true) };
  } catch {
    return { kind: 'away' };
  }
}

/** Loading the page again would lose what somebody is typing. */
const isTyping = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');

function pauseButton(region: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn sm quiet refresh';
  button.textContent = document.body.dataset['pause'] ?? '';
  region.after(button);
  return button;
}
