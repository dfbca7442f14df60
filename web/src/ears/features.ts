// What is kept of sound: for each hundredth of a second, the power in bands that lie as the ear's do.
//
// Cepstra are made from bands only when two sayings are compared (likeness.ts): there the noise of the room is known,
// and both sayings can be heard through it.

export const RATE_HZ = 16_000;
export const HOP = 160;
export const FRAME = 400;
export const HOP_MS = (HOP / RATE_HZ) * 1000;
export const BANDS = 24;

const BITS = 9;
const SIZE = 2 ** BITS;
const LOWEST_HZ = 120;
const HIGHEST_HZ = 7000;

/** The power in each band; the scale is that of full-loud samples between -1 and 1. */
export type Bands = Float32Array;

const HULL = Float32Array.from(
  { length: FRAME },
  (_, index) => 0.54 - 0.46 * Math.cos((2 * Math.PI * index) / (FRAME - 1)),
);
const POWER_OF_HULL = HULL.reduce((sum, one) => sum + one * one, 0);
const TURNS = Array.from({ length: SIZE / 2 }, (_, index) => (-2 * Math.PI * index) / SIZE);
const COSINES = Float32Array.from(TURNS, Math.cos);
const SINES = Float32Array.from(TURNS, Math.sin);
const PLACES = Uint16Array.from({ length: SIZE }, (_, index) => reversed(index));
const WEIGHTS = weightsOfBands();

/** The bands of one frame: 400 samples at 16 kHz. */
export function bandsOf(frame: Float32Array): Bands {
  const power = spectrum(frame);
  return Float32Array.from(WEIGHTS, ({ from, weights }) => {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += (power[from + i] as number) * (weights[i] as number);
    return sum;
  });
}

/** Cuts a stream into frames that overlap, a hundredth of a second apart. */
export class Framer {
  #waiting: Float32Array = new Float32Array(0);

  take(samples: Float32Array): Float32Array[] {
    const all = new Float32Array(this.#waiting.length + samples.length);
    all.set(this.#waiting);
    all.set(samples, this.#waiting.length);
    const frames: Float32Array[] = [];
    let at = 0;
    for (; at + FRAME <= all.length; at += HOP) frames.push(all.subarray(at, at + FRAME));
    this.#waiting = all.slice(at);
    return frames;
  }
}

/** The power of each frequency from 0 to half the rate, as a share of full loudness. */
function spectrum(frame: Float32Array): Float32Array {
  const real = new Float32Array(SIZE);
  const imaginary = new Float32Array(SIZE);
  for (let i = 0; i < FRAME; i++) real[PLACES[i] as number] = (frame[i] as number) * (HULL[i] as number);
  for (let half = 1; half < SIZE; half *= 2) butterflies(real, imaginary, half);
  const scale = 2 / (POWER_OF_HULL * SIZE);
  const power = new Float32Array(SIZE / 2 + 1);
  for (let i = 0; i < power.length; i++)
    power[i] = ((real[i] as number) ** 2 + (imaginary[i] as number) ** 2) * scale;
  return power;
}

function butterflies(real: Float32Array, imaginary: Float32Array, half: number): void {
  const stride = SIZE / (2 * half);
  for (let start = 0; start < SIZE; start += 2 * half) {
    for (let k = 0; k < half; k++) {
      const a = start + k;
      const b = a + half;
      const cos = COSINES[k * stride] as number;
      const sin = SINES[k * stride] as number;
      const turnedRe = (real[b] as number) * cos - (imaginary[b] as number) * sin;
      const turnedIm = (real[b] as number) * sin + (imaginary[b] as number) * cos;
      real[b] = (real[a] as number) - turnedRe;
      imaginary[b] = (imaginary[a] as number) - turnedIm;
      real[a] = (real[a] as number) + turnedRe;
      imaginary[a] = (imaginary[a] as number) + turnedIm;
    }
  }
}

function reversed(index: number): number {
  let turned = 0;
  for (let bit = 0; bit < BITS; bit++) turned |= ((index >> bit) & 1) << (BITS - 1 - bit);
  return turned;
}

function weightsOfBands(): { from: number; weights: Float32Array }[] {
  const edges = Array.from({ length: BANDS + 2 }, (_, index) => {
    const mel = melOf(LOWEST_HZ) + ((melOf(HIGHEST_HZ) - melOf(LOWEST_HZ)) * index) / (BANDS + 1);
    return (hertzOf(mel) * SIZE) / RATE_HZ;
  });
  return Array.from({ length: BANDS }, (_, band) => {
    const [low, middle, high] = edges.slice(band, band + 3) as [number, number, number];
    const from = Math.ceil(low);
    const length = Math.max(Math.floor(high) - from + 1, 0);
    const weights = Float32Array.from({ length }, (_, index) => {
      const bin = from + index;
      return Math.max(0, Math.min((bin - low) / (middle - low), (high - bin) / (high - middle)));
    });
    return { from, weights };
  });
}

function melOf(hertz: number): number {
  return 2595 * Math.log10(1 + hertz / 700);
}

function hertzOf(mel: number): number {
  return 700 * (10 ** (mel / 2595) - 1);
}

export function decibels(power: number): number {
  return 10 * Math.log10(Math.max(power, 1e-10));
}

/** How loud a frame is over all bands, in decibels below full loudness. */
export function loudness(bands: Bands): number {
  return decibels(bands.reduce((sum, one) => sum + one, 0));
}
