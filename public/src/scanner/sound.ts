/** Tones and vibration, so that nobody has to look. An iPhone does not vibrate, its mute switch silences the tones. */
import type { Sound } from './result-screen.ts';

/** Frequency in hertz, start and length in milliseconds. */
type Tone = readonly [hertz: number, from: number, length: number];

const TONES: Record<Sound, readonly Tone[]> = {
  valid: [[1320, 0, 130]],
  already: [
    [660, 0, 120],
    [660, 190, 120],
  ],
  wrong: [
    [520, 0, 140],
    [780, 170, 180],
  ],
  revoked: [[196, 0, 520]],
  unknown: [
    [220, 0, 220],
    [185, 280, 260],
  ],
  kept: [[440, 0, 70]],
}; // prettier-ignore

const VIBRATIONS: Record<Sound, number[]> = {
  valid: [60],
  already: [60, 60, 60],
  wrong: [120],
  revoked: [400],
  unknown: [200, 100, 200],
  kept: [30],
};

let context: AudioContext | undefined;

/** Browsers give sound only to a page that was touched: called from the first tap. */
export function unlockSound(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  void context.resume();
}

export function play(sound: Sound): void {
  if ('vibrate' in navigator) navigator.vibrate(VIBRATIONS[sound]);
  if (context?.state !== 'running') return;
  for (const [hertz, from, length] of TONES[sound]) sing(context, { hertz, from: from / 1000, length: length / 1000 });
}

function sing(audio: AudioContext, { hertz, from, length }: { hertz: number; from: number; length: number }): void {
  const start = audio.currentTime + from;
  const tone = new OscillatorNode(audio, { frequency: hertz, type: 'triangle' });
  const volume = new GainNode(audio, { gain: 0 });
  // Without the ramps the loudspeaker clicks.
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.5, start + 0.01);
  volume.gain.setValueAtTime(0.5, start + length - 0.03);
  volume.gain.linearRampToValueAtTime(0, start + length);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + length);
}
