// Takes the session's own tones out of what is heard, so that a ringing bell does not hide a word.
//
// Whatever lies between a loudspeaker and a microphone, a room or a canceller of echoes, a note stays a sine of its own
// pitch that fades at its own pace. Both are known (session/tones.ts), and a narrow notch with its zeros on just that
// fading sine takes out all of it but the first moment. A voice that keeps a pitch would lose by it, so a notch counts only
// while its sine is there: no voice stays on one pitch, to a hertz or two, for a tenth of a second.
import { OVERTONES, SILENT } from "../session/sound";
import { NOTES } from "../session/tones";
import { HOP, RATE_HZ } from "./features";

/** How long a notch takes to close when a note begins, to 1/e. Of 40, 80, 150 and 300 ms the shortest lost fewest words. */
const CLOSES_S = 0.04;
/** Looked at a fiftieth of a second at a time: so a sine is told from the next note of a chord, 60 Hz beside it. */
const BLOCK = 320;
/** Remembered for a tenth of a second: so it is told from what is 2 Hz beside it. */
const REMEMBERS = 1 - Math.exp(-BLOCK / (0.1 * RATE_HZ));
/** A lone sine comes to 1, noise to 0.1 in the mean. A sine that begins reaches this after 120 ms. */
const ITSELF = 0.7;
/** Softer than this share of all that is heard, it hides nothing, and may be only the skirt of another tone. */
const LEAST_SHARE = 0.005;
/** For 140 ms at most a sine that begins is not known to be one; and after a word it is quiet for 200 ms before anyone asks. */
export const LATE_FRAMES = 18;
const LATE = LATE_FRAMES * HOP;
/** While a vowel is louder the sine is not seen; vowels are shorter than so many blocks. */
const STAYS = 20;

/** A sine that fades: `fades_1_s` is by how many natural logarithms in a second. */
interface Fading {
  hertz: number;
  fades_1_s: number;
}

/** One notch: zeros on the fading sine, poles just inside of them. */
class Notch {
  readonly #turn: number;
  readonly #zero: number;
  readonly #pole: number;
  #in: [number, number] = [0, 0];
  #out: [number, number] = [0, 0];

  constructor({ hertz, fades_1_s }: Fading) {
    this.#turn = 2 * Math.cos((2 * Math.PI * hertz) / RATE_HZ);
    this.#zero = Math.exp(-fades_1_s / RATE_HZ);
    this.#pole = Math.exp(-(fades_1_s + 1 / CLOSES_S) / RATE_HZ);
  }

  /** Follows the samples; where it counts, filters them in place. */
  filter(samples: Float32Array, counts: boolean): void {
    const [forward, forward2] = [this.#turn * this.#zero, this.#zero ** 2];
    const [back, back2] = [this.#turn * this.#pole, this.#pole ** 2];
    let [x1, x2] = this.#in;
    let [y1, y2] = this.#out;
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i] as number;
      const y = x - forward * x1 + forward2 * x2 + back * y1 - back2 * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      if (counts) samples[i] = y;
    }
    this.#in = [x1, x2];
    this.#out = [y1, y2];
  }
}

/** Whether a sine of one pitch is what is mainly heard around that pitch, as it keeps its phase. */
class Presence {
  readonly #cosines: Float64Array;
  readonly #sines: Float64Array;
  readonly #turn: number;
  readonly #fades: number;
  #blocks = 0;
  #real = 0;
  #imaginary = 0;
  #power = 0;
  /** What `#power` would be, were all that is heard this one sine. */
  #all = 0;
  #stays = 0;

  constructor({ hertz, fades_1_s }: Fading) {
    this.#fades = Math.exp((-fades_1_s * BLOCK) / RATE_HZ);
    const turns = Float64Array.from({ length: BLOCK }, (_, at) => (2 * Math.PI * hertz * at) / RATE_HZ);
    this.#cosines = turns.map(Math.cos);
    this.#sines = turns.map(Math.sin);
    this.#turn = (2 * Math.PI * hertz * BLOCK) / RATE_HZ;
  }

  get isHere(): boolean {
    return this.#stays > 0;
  }

  look(block: Float64Array): void {
    let [re, im, all] = [0, 0, 0];
    for (let i = 0; i < BLOCK; i++) {
      all += (block[i] as number) ** 2;
      re += (block[i] as number) * (this.#cosines[i] as number);
      im -= (block[i] as number) * (this.#sines[i] as number);
    }
    const [cos, sin] = [Math.cos(this.#turn * this.#blocks), Math.sin(this.#turn * this.#blocks)];
    this.#blocks += 1;
    this.#real = remembered(this.#real * this.#fades, re * cos + im * sin);
    this.#imaginary = remembered(this.#imaginary * this.#fades, im * cos - re * sin);
    this.#all = remembered(this.#all * this.#fades ** 2, (all * BLOCK) / 2);
    this.#power = remembered(this.#power * this.#fades ** 2, re * re + im * im);
    const steady = this.#real ** 2 + this.#imaginary ** 2;
    if (steady > Math.max(ITSELF * this.#power, LEAST_SHARE * this.#all)) this.#stays = STAYS;
    else this.#stays = Math.max(this.#stays - 1, 0);
  }
}

function remembered(before: number, now: number): number {
  return before + (now - before) * REMEMBERS;
}

/** What is heard without our own tones: at once, and `LATE` samples later, when it is known how each tone began. */
export interface Cleared {
  now: Float32Array;
  late: Float32Array;
}

export class OwnTones {
  readonly #tones = fadings().map((one) => ({
    now: new Notch(one),
    late: new Notch(one),
    presence: new Presence(one),
  }));
  readonly #block = new Float64Array(BLOCK);
  #filled = 0;
  #waiting = new Float32Array(LATE);

  /** Takes samples at 16 kHz. A stream: each call goes on where the last one ended; before the first was silence. */
  remove(samples: Float32Array): Cleared {
    const waited = new Float32Array(LATE + samples.length);
    waited.set(this.#waiting);
    waited.set(samples, LATE);
    this.#waiting = waited.slice(samples.length);
    const cleared = { now: Float32Array.from(samples), late: waited.slice(0, samples.length) };
    for (let from = 0; from < samples.length; ) {
      const until = Math.min(from + BLOCK - this.#filled, samples.length);
      this.#block.set(samples.subarray(from, until), this.#filled);
      this.#filled += until - from;
      for (const { now, late, presence } of this.#tones) {
        now.filter(cleared.now.subarray(from, until), presence.isHere);
        late.filter(cleared.late.subarray(from, until), presence.isHere);
      }
      if (this.#filled === BLOCK) {
        for (const { presence } of this.#tones) presence.look(this.#block);
        this.#filled = 0;
      }
      from = until;
    }
    return cleared;
  }
}

/** Each sine that our tones are made of, once. */
function fadings(): Fading[] {
  const all = Object.values(NOTES)
    .flat()
    .flatMap(({ hertz, rings_s, loud, attack_s }) =>
      OVERTONES.map(({ times, share }) => ({
        hertz: hertz * times,
        fades_1_s: Math.log((loud * share) / SILENT) / (rings_s / times - attack_s),
      })),
    );
  return [...new Map(all.map((one) => [`${one.hertz} ${one.fades_1_s}`, one])).values()];
}
