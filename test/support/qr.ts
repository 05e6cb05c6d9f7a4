import { inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';

type Bitmap = { side: number; isWhite: (x: number, y: number) => boolean };

/** How light a point is as the camera has it, 0 to 255; the point in modules, from the corner of the quiet zone. */
export type Camera = (point: { x: number; y: number; isWhite: boolean }) => number;

const clearly: Camera = ({ isWhite }) => (isWhite ? 255 : 0);

/** What a phone would read from a black-and-white picture, enlarged a little as a screen does. */
function decode({ side, isWhite }: Bitmap, scale: number, seen = clearly): string {
  const width = side * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shade = seen({
        x: x / scale,
        y: y / scale,
        isWhite: isWhite(Math.floor(x / scale), Math.floor(y / scale)),
      });
      data.fill(shade, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}

/** Reads a QR code from a PNG of one bit per pixel. Any other PNG throws: the letters promise this kind. */
export function readQrPng(png: Buffer): string {
  let header: Buffer | undefined;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') parts.push(content);
    at += length + 12;
  }
  if (header?.readUInt8(8) !== 1) throw new Error('Not a PNG of one bit per pixel.');
  const side = header.readUInt32BE(0);
  const bytesPerRow = 1 + Math.ceil(side / 8);
  const pixels = inflateSync(Buffer.concat(parts));
  const isWhite = (x: number, y: number) => ((pixels[y * bytesPerRow + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
  return decode({ side, isWhite }, 1);
}

/** Reads a QR code from our own SVG data URI: rows of `M<x> <y>h<length>v1h-<length>z`. */
export function readQrSvg(
  dataUri: string,
  { scale = 6, seen = clearly }: { scale?: number; seen?: Camera } = {},
): string {
  const svg = decodeURIComponent(dataUri.replace('data:image/svg+xml,', ''));
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const dark = new Set<string>();
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let column = 0; column < Number(length); column += 1) dark.add(`${Number(x) + column},${y}`);
  }
  return decode({ side, isWhite: (x, y) => !dark.has(`${x},${y}`) }, scale, seen);
}
