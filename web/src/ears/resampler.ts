// Sound at the rate of any device, brought to the one rate that the ears work at. A stream: what is left over waits.
import { RATE_HZ } from "./features";

const ZEROS = 12;
const PASSES = 0.92;

/** Windowed-sinc filters for each place that a new sample can have between two old ones. */
interface Phases {
  filters: readonly Float32Array[];
  step: number;
  half: number;
}

export class Resampler {
  readonly #phases: Phases | null;
  #waiting: Float32Array = new Float32Array(0);
  #at = 0;

  /** `from_hz` is a whole number of samples a second. */
  constructor(from_hz: number) {
    this.#phases = from_hz === RATE_HZ ? null : phasesOf(from_hz);
  }

  /** The samples at 16 kHz that have become certain with these. */
  take(samples: Float32Array): Float32Array {
    const phases = this.#phases;
    if (!phases) return samples;
    const { filters, step, half } = phases;
    const all = joined(this.#waiting, samples);
    const made: number[] = [];
    let at = this.#at;
    for (; Math.floor(at / filters.length) + 2 * half < all.length; at += step) {
      const from = Math.floor(at / filters.length);
      made.push(weighed(all, from, filters[at % filters.length] as Float32Array));
    }
    const used = Math.min(Math.floor(at / filters.length), all.length);
    this.#waiting = all.slice(used);
    this.#at = at - used * filters.length;
    return Float32Array.from(made);
  }
}

function phasesOf(from_hz: number): Phases {
  const common = divisor(from_hz, RATE_HZ);
  const count = RATE_HZ / common;
  const cutoff = Math.min(1, RATE_HZ / from_hz) * PASSES;
  const half = Math.ceil(ZEROS / cutoff);
  const filters = Array.from({ length: count }, (_, phase) => filterAt(phase / count, half, cutoff));
  return { filters, step: from_hz / common, half };
}

function filterAt(fraction: number, half: number, cutoff: number): Float32Array {
  const filter = Float32Array.from({ length: 2 * half + 1 }, (_, index) => {
    const x = index - half - fraction;
    const hull = Math.abs(x) < half ? 0.5 + 0.5 * Math.cos((Math.PI * x) / half) : 0;
    return cutoff * sinc(cutoff * x) * hull;
  });
  const sum = filter.reduce((total, one) => total + one, 0);
  return filter.map((one) => one / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function weighed(samples: Float32Array, from: number, filter: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < filter.length; i++) sum += (samples[from + i] as number) * (filter[i] as number);
  return sum;
}

function joined(first: Float32Array, second: Float32Array): Float32Array {
  const both = new Float32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
