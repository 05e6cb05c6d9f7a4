/** The page's side of the decoding worker. */
import type { FromDecoder, ToDecoder } from './decoder-messages.ts';
import type { Crop } from './visible-crop.ts';

export type Decoder = {
  /** The text of the code in the visible part of the picture, if there is one. One call at a time. */
  read: (video: HTMLVideoElement, crop: Crop) => Promise<string | undefined>;
};

/** A worker that died must not leave the scanner waiting. */
const LOST_MS = 5000;

export function openDecoder({
  script,
  wasm,
  onEngine,
}: {
  script: string;
  wasm: string;
  onEngine: (engine: string) => void;
}): Decoder {
  const worker = new Worker(script);
  const say = (message: ToDecoder, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  let answerTo: ((text: string | undefined) => void) | undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<FromDecoder>) => {
    if (data.kind === 'ready') return onEngine(data.engine);
    answerTo?.(data.text);
  });
  say({ kind: 'start', wasm: new URL(wasm, location.href).href });

  function waitForAnswer(): Promise<string | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), LOST_MS);
      answerTo = (text) => {
        clearTimeout(timer);
        resolve(text);
      };
    });
  }

  return {
    async read(video, crop) {
      const answer = waitForAnswer();
      const { out } = crop;
      if ('OffscreenCanvas' in window) {
        const bitmap = await createImageBitmap(video, crop.x, crop.y, crop.width, crop.height);
        say({ kind: 'bitmap', bitmap, ...out }, [bitmap]);
      } else {
        const pixels = drawHere(video, crop);
        if (!pixels) return undefined;
        say({ kind: 'pixels', pixels }, [pixels.data.buffer]);
      }
      return await answer;
    },
  };
}

let canvas: HTMLCanvasElement | undefined;

/** Safari before 16.4 draws only on the page's thread. */
function drawHere(video: HTMLVideoElement, { x, y, width, height, out }: Crop): ImageData | undefined {
  canvas ??= document.createElement('canvas');
  Object.assign(canvas, out);
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  paper?.drawImage(video, x, y, width, height, 0, 0, out.width, out.height);
  return paper?.getImageData(0, 0, out.width, out.height);
}
