/** Films for the fake camera: QR codes held before it, one after another, with nothing in between. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import QRCode from 'qrcode';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_PER_SECOND = 15;
const MODULE = 8;
const QUIET = 4;

export type Film = { file: string; remove: () => void };

/**
 * An uncompressed .y4m film (0.46 MB a frame) in a temporary folder. Each text shows for `seconds`, then an empty grey
 * picture for as long; a browser plays it in a loop, from its start for every camera that is opened.
 */
export function makeFilm(texts: readonly string[], { seconds = 1 }: { seconds?: number } = {}): Film {
  const folder = mkdtempSync(join(tmpdir(), 'dontiep-film-'));
  const file = join(folder, 'codes.y4m');
  const target = openSync(file, 'w');
  writeSync(target, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1\n`);
  const colourless = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const show = (picture: Buffer) => {
    for (let frame = 0; frame < seconds * FRAMES_PER_SECOND; frame += 1) {
      writeSync(target, 'FRAME\n');
      writeSync(target, picture);
      writeSync(target, colourless);
    }
  };
  for (const text of texts) {
    show(picture(text));
    show(Buffer.alloc(WIDTH * HEIGHT, 96));
  }
  closeSync(target);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The code on its white card in the middle of a grey picture, as brightness values. */
function picture(text: string): Buffer {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'Q' });
  const card = (modules.size + 2 * QUIET) * MODULE;
  const left = Math.floor((WIDTH - card) / 2);
  const top = Math.floor((HEIGHT - card) / 2);
  const luma = Buffer.alloc(WIDTH * HEIGHT, 96);
  for (let y = 0; y < card; y += 1) {
    for (let x = 0; x < card; x += 1) {
      const row = Math.floor(y / MODULE) - QUIET;
      const column = Math.floor(x / MODULE) - QUIET;
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      const isDark = isInside && modules.get(row, column) === 1;
      luma[(top + y) * WIDTH + left + x] = isDark ? 24 : 228;
    }
  }
  return luma;
}
