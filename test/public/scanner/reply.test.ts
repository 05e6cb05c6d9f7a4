import { expect } from 'chai';
import { readReply } from '../../../public/src/scanner/reply.ts';

const error = (code: string, message = 'Câu giải thích') => JSON.stringify({ error: { code, message } });

describe('scanner: what an answer from the network means', () => {
  const cases: [string, number, string, object][] = [
    ['JSON with 200', 200, '{"results":[]}', { kind: 'ok', body: { results: [] } }],
    ['our own 401', 401, error('device_unauthorised'), { kind: 'unpaired' }],
    [
      'our own 400',
      400,
      error('malformed_body'),
      { kind: 'refused', status: 400, code: 'malformed_body', message: 'Câu giải thích' },
    ],
    ['the 401 of a proxy', 401, '<h1>Proxy login</h1>', { kind: 'silence' }],
    ['another 401 in JSON', 401, '{"message":"login"}', { kind: 'silence' }],
    ['the page of a captive portal', 200, '<!doctype html><title>Wi-Fi</title>', { kind: 'silence' }],
    ['an empty answer', 200, '', { kind: 'silence' }],
    ['a bare word', 200, '"ok"', { kind: 'silence' }],
    ['a 400 in HTML', 400, '<h1>Bad Request</h1>', { kind: 'silence' }],
    ['a busy server', 503, error('unavailable'), { kind: 'silence' }],
    ['a broken gateway', 502, '<h1>Bad Gateway</h1>', { kind: 'silence' }],
  ];
  for (const [what, status, text, reply] of cases) {
    it(`${what} (${status})`, () => {
      expect(readReply(status, text)).to.deep.equal(reply);
    });
  }
});
