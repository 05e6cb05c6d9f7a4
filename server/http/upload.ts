/** One uploaded file with the fields of its form, within fixed limits and only in memory. */
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { Request } from 'express';
import { BadRequest } from '../errors.ts';

export type Upload = { fields: Map<string, string>; fileName: string; bytes: Buffer };

const LIMITS = { files: 1, fields: 10, fieldSize: 2_000, parts: 12, headerPairs: 50 };

/**
 * Reads a multipart form. A file above `mostBytes` comes cut one byte past it, so that its reader can say "too large".
 * @throws BadRequest when the body is no such form
 */
export function readUpload(req: Request, { mostBytes }: { mostBytes: number }): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      req.unpipe();
      req.resume();
      reject(new BadRequest('malformed_form'));
    };
    const headers = { ...req.headers, 'content-type': req.headers['content-type'] ?? '' };
    const parser = openParser(headers, mostBytes);
    if (!parser) return fail();
    const upload: Upload = { fields: new Map(), fileName: '', bytes: Buffer.alloc(0) };
    const parts: Buffer[] = [];
    parser.on('field', (name, value) => upload.fields.set(name, value));
    parser.on('file', (_name, stream, fileName) => {
      upload.fileName = fileName ?? '';
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('error', fail);
    });
    parser.on('error', fail);
    parser.on('finish', () => resolve({ ...upload, bytes: Buffer.concat(parts) }));
    req.on('aborted', fail);
    req.pipe(parser);
  });
}

/** Undefined when the headers announce no multipart form: the library throws then. */
function openParser(headers: BusboyHeaders, mostBytes: number) {
  try {
    return new Busboy({ headers, limits: { ...LIMITS, fileSize: mostBytes + 1 } });
  } catch {
    return undefined;
  }
}
