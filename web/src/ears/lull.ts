// When it falls quiet again after something loud: then, and only then, is it worth asking what was said.
//
// There is no point at which speech in a noisy room "begins". So the ears look back from each lull over the last moments,
// and leave it to the comparison to find the word in them.
import { BANDS, type Bands, decibels } from "./features";
import type { Room } from "./odds";

/** What was heard up to a lull: the frames of the last moments, how loud each was, and the room before them. */
export interface Moments {
  frames: readonly Bands[];
  /** For each frame by how much it stands above the room: decibels, the mean over all bands. A lone tone rises little. */
  rises_db: readonly number[];
  room: Bands;
  /** The same room before the word, for each band in decibels: the mean, and how far it sways. */
  usual: Room;
  peak_rise_db: number;
  /** How far below the peak something counts as quiet. */
  drop_db: number;
}

export const LOOK_BACK = 150;
/** Quiet for so long: more than the stop before the p of "stop". */
export const QUIET_FRAMES = 20;
/** In noise the soft sounds within a word sink: "softer" falls quiet before its end. */
const QUIET_FRAMES_IN_NOISE = 30;
const NOISY_BELOW_DB = 20;
/** So long ago begins what the room is known by, and so long ago it ends: before the word. */
const KEPT = 400;
const NOT_THE_WORD = 95;

const LEARNS = 25;
const SMOOTHED = 5;
/** A word that is still of interest had its loudest moment within so many frames. */
export const LATELY = 90;
const LEAST_RISE_DB = 3;
const DROP_OF_RISE = 0.5;
const LEARNING = 0.005;
const LEARNS_AT_MOST = 4;
const STILL_OF = 100;
const STILL = 0.2;
const FAINTEST = 1e-9;

export class Lulls {
  #frames: Bands[] = [];
  #rises: number[] = [];
  #single: number[] = [];
  #rooms: Bands[] = [];
  #room: Bands = new Float32Array(BANDS).fill(FAINTEST);
  #heard = 0;
  #asked = true;

  /** Takes one frame; answers with the last moments when it has just fallen quiet. */
  take(bands: Bands): Moments | null {
    this.#heard += 1;
    this.#learn(bands);
    this.#frames.push(bands);
    this.#rooms.push(this.#room);
    this.#single = [...this.#single, riseAbove(this.#rooms[0] as Bands, bands)].slice(-SMOOTHED);
    this.#rises.push(this.#single.reduce((sum, one) => sum + one, 0) / this.#single.length);
    for (const kept of [this.#rises, this.#rooms]) if (kept.length > LOOK_BACK) kept.shift();
    if (this.#frames.length > KEPT) this.#frames.shift();
    return this.#heard > LEARNS ? this.#lull() : null;
  }

  /** Replaces the frame that will be so many before the next one: what it was is better known now. */
  correct(before: number, bands: Bands): void {
    const at = this.#frames.length - before;
    if (at >= 0) this.#frames[at] = bands;
  }

  /** What the room was like before what is said just now; null in the first moments. */
  room(): Room | null {
    const before = this.#frames.slice(0, -NOT_THE_WORD);
    return before.length < LEARNS ? null : usualOf(before);
  }

  /** What the room is like, learnt slowly, so that a word hardly counts. */
  #learn(bands: Bands): void {
    const isNew = this.#heard <= LEARNS;
    const share = isNew ? 1 / this.#heard : LEARNING;
    this.#room = this.#room.map((one, band) => {
      const now = Math.max(bands[band] as number, FAINTEST);
      return one + ((isNew ? now : Math.min(now, one * LEARNS_AT_MOST)) - one) * share;
    });
  }

  #lull(): Moments | null {
    const lately = this.#rises.slice(-LATELY);
    const peak = Math.max(...lately.slice(0, -QUIET_FRAMES));
    const drop = peak * DROP_OF_RISE;
    const after = lately.slice(peak < NOISY_BELOW_DB ? -QUIET_FRAMES_IN_NOISE : -QUIET_FRAMES);
    const isQuiet = peak > LEAST_RISE_DB && Math.max(...after) < peak - drop;
    const isNew = isQuiet && !this.#asked;
    this.#asked = isQuiet;
    if (!isNew) return null;
    return {
      frames: this.#frames.slice(-LOOK_BACK),
      rises_db: [...this.#rises],
      room: stillest(this.#frames.slice(-STILL_OF), this.#rooms[0] as Bands),
      usual: usualOf(this.#frames.slice(0, Math.max(LEARNS, this.#frames.length - NOT_THE_WORD))),
      peak_rise_db: peak,
      drop_db: drop,
    };
  }
}

/** A part of the moments, as if nothing had been heard before and after it. */
export function part({ frames, rises_db, ...rest }: Moments, from: number, end?: number): Moments {
  return { ...rest, frames: frames.slice(from, end), rises_db: rises_db.slice(from, end) };
}

function usualOf(frames: readonly Bands[]): Room {
  const [usual_db, sways_db] = [new Float32Array(BANDS), new Float32Array(BANDS)];
  for (let band = 0; band < BANDS; band++) {
    const levels = frames.map((bands) => decibels(bands[band] as number));
    const mean = levels.reduce((sum, one) => sum + one, 0) / levels.length;
    usual_db[band] = mean;
    sways_db[band] = Math.sqrt(levels.reduce((sum, one) => sum + (one - mean) ** 2, 0) / levels.length);
  }
  return { usual_db, sways_db };
}

/** The room as it was, and what sounds on under the word: the level that each band was hardly ever below. */
function stillest(frames: readonly Bands[], room: Bands): Bands {
  return room.map((one, band) => {
    const sorted = Float32Array.from(frames, (bands) => bands[band] as number).sort();
    return Math.max(one, sorted[Math.floor(sorted.length * STILL)] as number);
  });
}

function riseAbove(room: Bands, bands: Bands): number {
  let sum = 0;
  for (let band = 0; band < BANDS; band++)
    sum += Math.max(decibels(bands[band] as number) - decibels(room[band] as number), 0);
  return sum / BANDS;
}

/** The room under a peak, for each band, in decibels below that peak. */
export function roomUnder(room: Bands, peak_db: number): Float32Array {
  return room.map((one) => decibels(one) - peak_db);
}
