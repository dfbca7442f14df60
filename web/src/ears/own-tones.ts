// Takes the session's own tones out of what is heard, so that a ringing bell does not hide a word.
//
// Whatever lies between a loudspeaker and a microphone, a room or a canceller of echoes, a note stays a sine of its own
// pitch that fades at its own pace: pitch and pace are known (tones.json), and a narrow notch with its zeros on just that
// fading sine takes out all of it but the first moment. Speech, whose pitch moves, is hardly touched. Nobody need know
// when a tone sounds, nor how loud it arrives.
import { OVERTONES, SILENT } from "../session/sound";
import { NOTES } from "../session/tones";
import { RATE_HZ } from "./features";

/** How long a notch takes to close when a note begins, to 1/e. Of 40, 80, 150 and 300 ms the shortest lost fewest words. */
const CLOSES_S = 0.04;
/** Softer overtones stay in: taking out the third one too cost more in speech (3 of 112 words in quiet) than it gave. */
const SOFTEST_SHARE = 0.1;

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

  /** Filters samples in place. */
  filter(samples: Float64Array): void {
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
      samples[i] = y;
    }
    this.#in = [x1, x2];
    this.#out = [y1, y2];
  }
}

export class OwnTones {
  readonly #notches = fadings().map((one) => new Notch(one));

  /** The samples at 16 kHz without our own tones. A stream: each call goes on where the last one ended. */
  remove(samples: Float32Array): Float32Array {
    const filtered = Float64Array.from(samples);
    for (const notch of this.#notches) notch.filter(filtered);
    return Float32Array.from(filtered);
  }
}

/** Each sine that our tones are made of, once. */
function fadings(): Fading[] {
  const all = Object.values(NOTES)
    .flat()
    .flatMap(({ hertz, rings_s, loud, attack_s }) =>
      OVERTONES.filter(({ share }) => share > SOFTEST_SHARE).map(({ times, share }) => ({
        hertz: hertz * times,
        fades_1_s: Math.log((loud * share) / SILENT) / (rings_s / times - attack_s),
      })),
    );
  return [...new Map(all.map((one) => [`${one.hertz} ${one.fades_1_s}`, one])).values()];
}
