import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The exact policy of every answer. No inline script or style exists, so none is allowed; the scanner's WebAssembly
 * decoder needs 'wasm-unsafe-eval', its camera picture needs `media-src`. The referrer stays in the house: with
 * "no-referrer" older browsers send `Origin: null` with our own forms, and the same-site rule would refuse them.
 */
const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'media-src': ["'self'", 'blob:', 'mediastream:'],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Helmet's headers never change between answers, so it is asked once and its words are repeated. */
export function securityHeaders({ isHttps }: { isHttps: boolean }): RequestHandler {
  const ask = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const req = new IncomingMessage(new Socket());
  const sample = new ServerResponse(req);
  ask(req, sample, (error) => {
    if (error) throw error;
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(sample.getHeaders())) headers.set(name, String(value));
  return (_req, res, next) => {
    res.setHeaders(headers);
    next();
  };
}
