/** The way to the server, which is there only now and then. */
import { setTimeout as pause } from 'node:timers/promises';

export type Network = {
  /** Resolves with the server's address, at once or when it is back. */
  whenUp: () => Promise<string>;
  up: (url: string) => void;
  down: () => void;
};

export function createNetwork(): Network {
  let open: (url: string) => void = () => undefined;
  const closed = () =>
    new Promise<string>((resolve) => {
      open = resolve;
    });
  let state = closed();
  return {
    whenUp: () => state,
    up: (url) => open(url),
    down: () => {
      state = closed();
    },
  };
}

/** What a phone waits for an answer. */
const TIMEOUT_MS = 8000;

export type Reply = { status: number; retryAfter: string | null; body: unknown };

/** One request; undefined when the answer did not come whole. */
export async function ask(
  url: string,
  { headers, body }: { headers: Record<string, string>; body?: object },
): Promise<Reply | undefined> {
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, retryAfter, body: readJson(text) };
  } catch {
    return undefined;
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const PAUSE_MS = 20;
/** On a slow machine a short run may hear too few answers to prove anything: then they go on for a moment. */
export const LEAST_CLAIMS = 5;
const MOST_ROUNDS = 500;

/** Repeats the round until it says that all is settled; false when it never did. */
export async function settle(round: () => Promise<boolean>): Promise<boolean> {
  for (let count = 0; count < MOST_ROUNDS; count += 1) {
    if (await round()) return true;
    await pause(PAUSE_MS);
  }
  return false;
}
