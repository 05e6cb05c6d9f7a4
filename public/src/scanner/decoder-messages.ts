/** What the page and the decoding worker say to each other. One frame is in flight at a time. */
export type ToDecoder =
  | { kind: 'start'; wasm: string }
  | { kind: 'bitmap'; bitmap: ImageBitmap; width: number; height: number }
  | { kind: 'pixels'; pixels: ImageData };

export type FromDecoder = { kind: 'ready'; engine: 'zxing' | 'qr' } | { kind: 'decoded'; text: string | undefined };
