/**
 * The camera: opened on request, closed while the page is hidden, reopened when it shows again. Its life is one stream
 * at a time; whatever an older stream still reports is ignored.
 */
import type { Decoder } from './decoder.ts';
import { visibleCrop } from './visible-crop.ts';

export type CameraTrouble = 'denied' | 'none' | 'busy' | 'unsupported' | 'stopped';

export type CameraEvents = {
  text: (text: string) => void;
  started: (abilities: { torch: boolean; otherCamera: boolean }) => void;
  trouble: (trouble: CameraTrouble) => void;
};

/** 15 looks a second are enough for a hand that holds still, and spare the battery. */
const LOOK_EVERY_MS = 60;
const CHOICE = 'camera';

export class Camera {
  readonly #video: HTMLVideoElement;
  readonly #decoder: Decoder;
  readonly #on: CameraEvents;
  #stream: MediaStream | undefined;
  #isWanted = false;
  #isLooking = true;
  #isLit = false;

  constructor({ video, decoder, on }: { video: HTMLVideoElement; decoder: Decoder; on: CameraEvents }) {
    this.#video = video;
    this.#decoder = decoder;
    this.#on = on;
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.#close();
      else if (this.#isWanted && !this.#stream) void this.start();
    });
  }

  async start(): Promise<void> {
    this.#isWanted = true;
    this.#close();
    if (!navigator.mediaDevices?.getUserMedia) return this.#on.trouble('unsupported');
    try {
      const stream = await openStream(remembered());
      if (!this.#isWanted || document.hidden) return stopAll(stream);
      this.#stream = stream;
      stream.getVideoTracks()[0]?.addEventListener('ended', () => this.#lose(stream));
      this.#video.srcObject = stream;
      await this.#video.play();
      this.#on.started({ torch: hasTorch(stream), otherCamera: (await cameras()).length > 1 });
      this.#watch(stream);
    } catch (error) {
      this.#close();
      this.#on.trouble(troubleOf(error));
    }
  }

  stop(): void {
    this.#isWanted = false;
    this.#close();
  }

  /** While a verdict is on the screen nothing is read, but the picture stays ready. */
  look(isLooking: boolean): void {
    this.#isLooking = isLooking;
    if (isLooking && this.#stream && this.#video.paused) void this.#video.play(); // a hidden video may stop on iOS
  }

  /** Resolves to whether the light is on now. */
  async switchTorch(): Promise<boolean> {
    const track = this.#stream?.getVideoTracks()[0];
    const light: MediaTrackConstraintSet & { torch: boolean } = { torch: !this.#isLit };
    try {
      await track?.applyConstraints({ advanced: [light] });
      this.#isLit = track !== undefined && light.torch;
    } catch {
      this.#isLit = false; // some phones say they have a light and then refuse it
    }
    return this.#isLit;
  }

  /** Phones with several lenses open the wrong one first; the choice is remembered. */
  async switchCamera(): Promise<void> {
    const all = await cameras();
    const current = this.#stream?.getVideoTracks()[0]?.getSettings().deviceId;
    const next = all[(all.findIndex((camera) => camera.deviceId === current) + 1) % all.length];
    if (next) remember(next.deviceId);
    await this.start();
  }

  #watch(stream: MediaStream): void {
    const video = this.#video;
    let lookedAt = 0;
    const frame = async () => {
      if (stream !== this.#stream) return;
      const isDue = performance.now() - lookedAt >= LOOK_EVERY_MS;
      if (isDue && this.#isLooking && video.videoWidth > 0) {
        lookedAt = performance.now();
        const crop = visibleCrop(
          { width: video.videoWidth, height: video.videoHeight },
          { width: video.clientWidth, height: video.clientHeight },
        );
        // A frame that cannot be grabbed (the camera is just closing) is no frame.
        const text = await this.#decoder.read(video, crop).catch(() => undefined);
        if (text && this.#isLooking && stream === this.#stream) this.#on.text(text);
      }
      onNextFrame(video, frame);
    };
    onNextFrame(video, frame);
  }

  #lose(stream: MediaStream): void {
    if (stream !== this.#stream) return;
    this.#close();
    this.#on.trouble('stopped');
  }

  #close(): void {
    if (this.#stream) stopAll(this.#stream);
    this.#stream = undefined;
    this.#isLit = false;
    this.#video.srcObject = null;
  }
}

function onNextFrame(video: HTMLVideoElement, action: () => void): void {
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(action);
  else setTimeout(action, LOOK_EVERY_MS); // Safari before 15.4
}

async function openStream(deviceId: string | undefined): Promise<MediaStream> {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const back = { facingMode: { ideal: 'environment' }, ...size };
  if (!deviceId) return await navigator.mediaDevices.getUserMedia({ video: back });
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { deviceId: { exact: deviceId }, ...size } });
  } catch (error) {
    if (nameOf(error) !== 'OverconstrainedError' && nameOf(error) !== 'NotFoundError') throw error;
    return await navigator.mediaDevices.getUserMedia({ video: back }); // the remembered camera is gone
  }
}

const stopAll = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** Firefox has no `getCapabilities`, and most browsers know no torch. */
function hasTorch(stream: MediaStream): boolean {
  const capabilities = stream.getVideoTracks()[0]?.getCapabilities?.();
  return capabilities !== undefined && 'torch' in capabilities && Boolean(capabilities.torch);
}

const cameras = async (): Promise<MediaDeviceInfo[]> =>
  (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');

function troubleOf(error: unknown): CameraTrouble {
  const name = nameOf(error);
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  if (name === 'NotSupportedError') return 'unsupported';
  return 'busy';
}

function remembered(): string | undefined {
  try {
    return localStorage.getItem(CHOICE) ?? undefined;
  } catch {
    return undefined; // storage is blocked: the back camera then
  }
}

function remember(deviceId: string): void {
  try {
    localStorage.setItem(CHOICE, deviceId);
  } catch {
    // storage is blocked: the choice holds for this page
  }
}
