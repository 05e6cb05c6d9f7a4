/**
 * Reads QR codes out of camera frames, away from the page's thread. zxing reads more codes; where WebAssembly is blocked
 * or broken (Lockdown Mode, a proxy that eats the file) it never answers at all, and the plain JavaScript decoder steps in.
 */
import { decodeQR } from 'qr/decode.js';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { FromDecoder, ToDecoder } from './scanner/decoder-messages.ts';

const READY_MS = 6000;
/** Measured on 640×480 frames: "harder" costs a third more time and finds mostly inverted and turned codes. */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  maxNumberOfSymbols: 1,
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
};

let engine: 'zxing' | 'qr' | undefined;
const answer = (message: FromDecoder): void => self.postMessage(message);

self.addEventListener('message', async ({ data }: MessageEvent<ToDecoder>) => {
  if (data.kind === 'start') return start(data.wasm);
  const pixels = data.kind === 'pixels' ? data.pixels : draw(data);
  answer({ kind: 'decoded', text: pixels && (await decode(pixels)) });
});

function start(wasm: string): void {
  const use = (chosen: 'zxing' | 'qr') => {
    engine = chosen;
    answer({ kind: 'ready', engine: chosen });
  };
  const timer = setTimeout(() => use('qr'), READY_MS);
  // The package's own default would fetch the file from a content network abroad.
  prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true }).then(
    () => {
      clearTimeout(timer);
      use('zxing'); // also when it comes late: a slow phone gets the better decoder in the end
    },
    () => {
      clearTimeout(timer);
      use('qr');
    },
  );
}

let canvas: OffscreenCanvas | undefined;

function draw({
  bitmap,
  width,
  height,
}: {
  bitmap: ImageBitmap;
  width: number;
  height: number;
}): ImageData | undefined {
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  paper?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return paper?.getImageData(0, 0, width, height);
}

async function decode(pixels: ImageData): Promise<string | undefined> {
  if (engine === 'zxing') {
    const [code] = await readBarcodes(pixels, OPTIONS);
    return code?.text || undefined;
  }
  try {
    return decodeQR(pixels);
  } catch {
    return undefined; // no code in this frame
  }
}
