/** The part of a camera frame that the person sees, and the size to decode it at. All in pixels. */
export type Size = { width: number; height: number };
export type Crop = Size & { x: number; y: number; out: Size };

/** Wider frames cost grabbing time and gain nothing: a code is read from 1.6 pixels per module. */
const MOST_WIDTH = 960;

/** The picture covers its box (`object-fit: cover`), so the frame's middle in the box's proportions is what shows. */
export function visibleCrop(frame: Size, box: Size): Crop {
  const ratio = box.width > 0 && box.height > 0 ? box.width / box.height : frame.width / frame.height;
  const width = Math.round(Math.min(frame.width, frame.height * ratio));
  const height = Math.round(Math.min(frame.height, frame.width / ratio));
  const scale = Math.min(1, MOST_WIDTH / width);
  return {
    x: Math.floor((frame.width - width) / 2),
    y: Math.floor((frame.height - height) / 2),
    width,
    height,
    out: { width: Math.round(width * scale), height: Math.round(height * scale) },
  };
}
