import type { Response } from 'express';

/**
 * Sends bytes to be saved, not shown. Both forms of the name are given (RFC 6266); the name is ASCII, so that no system
 * on the way can garble it.
 */
export function sendFile(res: Response, file: { name: string; contentType: string; bytes: Buffer }): void {
  res.set({
    'Content-Type': file.contentType,
    'Content-Disposition': `attachment; filename="${file.name}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Cache-Control': 'no-store',
  });
  res.send(file.bytes);
}
