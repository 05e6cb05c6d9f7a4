/** What a status and a body from the network mean; only the server's own words count, see `acks.ts`. */
export type Reply =
  | { kind: 'ok'; body: unknown }
  /** The device was revoked or its pairing has expired. */
  | { kind: 'unpaired' }
  /** The server read the request and refuses it, with a code and a sentence. */
  | { kind: 'refused'; status: number; code: string; message: string }
  /** No network, a captive portal, a proxy, a busy or broken server: try again later. */
  | { kind: 'silence' };

export function readReply(status: number, text: string): Reply {
  const body = parse(text);
  if (status === 200 && body) return { kind: 'ok', body };
  const error = body && 'error' in body ? body.error : undefined;
  if (typeof error !== 'object' || error === null) return { kind: 'silence' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  if (status === 401 && code === 'device_unauthorised') return { kind: 'unpaired' };
  if (status >= 400 && status < 500 && code !== '') return { kind: 'refused', status, code, message };
  return { kind: 'silence' };
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // HTML of a captive portal
  }
}
