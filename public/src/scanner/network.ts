/** Requests to our own server. Nothing here throws: no network is an everyday thing at a door. */
import { type Reply, readReply } from './reply.ts';

const TIMEOUT_MS = 8000;

export async function ask(
  path: string,
  { credential, body }: { credential?: string; body?: object } = {},
): Promise<Reply> {
  // `AbortSignal.timeout` came with Safari 16; captive Wi-Fi lets a request hang forever.
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      method: body ? 'POST' : 'GET',
      headers: {
        Accept: 'application/json',
        'Accept-Language': document.documentElement.lang,
        ...(credential && { Authorization: `Bearer ${credential}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal: stop.signal,
    });
    return readReply(response.status, await response.text());
  } catch {
    return { kind: 'silence' };
  } finally {
    clearTimeout(timer);
  }
}
