// How likely each band is heard as it is, had a known saying been said in this room: of the saying and the room, the louder
// one is heard. A room that sways, other people talking, is one in which much is likely, and so little is shown.
import { BANDS } from "./features";
import { type Likeness, layOver, type Shape } from "./likeness";

/** What a room is like while nobody says a command: for each band the mean in decibels, and how far it sways. */
export interface Room {
  usual_db: Float32Array;
  sways_db: Float32Array;
}

/** How well a saying explains what was heard: means over frames and bands, in natural logarithms of odds. */
export interface Fit {
  at: Likeness;
  /** How unlikely this is heard when the saying, nothing but the room, or some speech or other was there. */
  said: number;
  unsaid: number;
  talked: number;
  /** What `said`, and how far the other two lie above it, usually come to when just this was said in just this room. */
  usual: { said: number; overRoom: number; overTalk: number };
}

/** For one band, by steps: how unlikely a level is without the saying, and what is usual for each level of the saying. */
interface Band {
  unsaid: Float32Array;
  talked: Float32Array;
  usual: { said: Float32Array; overRoom: Float32Array; overTalk: Float32Array };
}

const LOWEST_DB = -58;
const STEP_DB = 2;
const LEVELS = 34;
const DECIBELS = Float32Array.from({ length: LEVELS }, (_, step) => LOWEST_DB + STEP_DB * step);
const WORD_SWAYS_DB = 6;
const ROOM_SWAYS_AT_LEAST_DB = 3;
/** A click, a tone, a voice that no model foresaw: it costs something, but never everything. */
const STRANGE = 0.03;
const STRANGE_OVER_DB = 60;
/** Speech of whatever kind, below its peak. */
const TALK_DB = -22;
const TALK_SWAYS_DB = 14;

interface Spread {
  mean_db: number;
  sways_db: number;
}

/** Levels in steps, frame after frame. */
export type Steps = readonly Uint8Array[];

export function stepsOf(shape: Shape): Steps {
  return shape.map((frame) =>
    Uint8Array.from(frame, (db) => Math.max(0, Math.min(LEVELS - 1, Math.round((db - LOWEST_DB) / STEP_DB)))),
  );
}

/** The odds of one room, as tables that are made once for each question. */
export class Odds {
  readonly #bands: readonly Band[];
  /** What was said, band after band: for each level of the saying, each that may be heard. */
  readonly #said = new Float32Array(BANDS * LEVELS * LEVELS);

  constructor({ usual_db, sways_db }: Room) {
    this.#bands = Array.from(usual_db, (mean, band) => {
      const said = this.#said.subarray(band * LEVELS * LEVELS, (band + 1) * LEVELS * LEVELS);
      return bandOf({ mean_db: mean, sways_db: sways_db[band] as number }, said);
    });
  }

  /** The place where a saying fits best into what was heard; null where it does not fit in. */
  fit(known: Steps, heard: Steps): Fit | null {
    const at = layOver(known.length, heard.length, (row, column) =>
      this.#apart(known[row] as Uint8Array, heard[column] as Uint8Array),
    );
    if (at === null) return null;
    const here = heard.slice(at.from, at.to + 1);
    return {
      at,
      said: at.unlike,
      unsaid: this.#mean(here, ({ unsaid }) => unsaid),
      talked: this.#mean(here, ({ talked }) => talked),
      usual: {
        said: this.#mean(known, ({ usual }) => usual.said),
        overRoom: this.#mean(known, ({ usual }) => usual.overRoom),
        overTalk: this.#mean(known, ({ usual }) => usual.overTalk),
      },
    };
  }

  /** How much better than the room alone a saying usually explains what is heard, when it is said in this room. */
  shown(known: Steps): number {
    return this.#mean(known, ({ usual }) => usual.overRoom);
  }

  /** How unlikely one frame is heard when this one was said. */
  #apart(known: Uint8Array, heard: Uint8Array): number {
    let sum = 0;
    for (let band = 0; band < BANDS; band++)
      sum += this.#said[
        (band * LEVELS + (known[band] as number)) * LEVELS + (heard[band] as number)
      ] as number;
    return sum / BANDS;
  }

  #mean(steps: Steps, of: (band: Band) => Float32Array): number {
    const tables = this.#bands.map(of);
    let sum = 0;
    for (const frame of steps)
      for (let band = 0; band < BANDS; band++)
        sum += (tables[band] as Float32Array)[frame[band] as number] as number;
    return sum / (steps.length * BANDS);
  }
}

/** Fills in how unlikely each level is with each level of the saying; gives what does not depend on both. */
function bandOf({ mean_db, sways_db }: Spread, said: Float32Array): Band {
  const room: Spread = {
    mean_db: Math.max(mean_db, LOWEST_DB + STEP_DB),
    sways_db: Math.max(sways_db, ROOM_SWAYS_AT_LEAST_DB),
  };
  const unsaid = DECIBELS.map((db) => unlikely(bell(db, room)));
  const talked = DECIBELS.map((db) =>
    unlikely(louder(db, room, { mean_db: TALK_DB, sways_db: TALK_SWAYS_DB })),
  );
  const usual = {
    said: new Float32Array(LEVELS),
    overRoom: new Float32Array(LEVELS),
    overTalk: new Float32Array(LEVELS),
  };
  for (let level = 0; level < LEVELS; level++) {
    const word: Spread = { mean_db: DECIBELS[level] as number, sways_db: WORD_SWAYS_DB };
    const costs = DECIBELS.map((db) => unlikely(louder(db, room, word)));
    said.set(costs, level * LEVELS);
    const likely = costs.map((cost) => Math.exp(-cost));
    const own = expected(likely, costs);
    usual.said[level] = own;
    usual.overRoom[level] = expected(likely, unsaid) - own;
    usual.overTalk[level] = expected(likely, talked) - own;
  }
  return { unsaid, talked, usual };
}

/** What some costs come to on average. */
function expected(likely: Float32Array, costs: Float32Array): number {
  let [all, sum] = [0, 0];
  for (let level = 0; level < LEVELS; level++) {
    all += likely[level] as number;
    sum += (likely[level] as number) * (costs[level] as number);
  }
  return sum / all;
}

/** How likely a level is heard, when the louder of two sounds is. */
function louder(db: number, one: Spread, other: Spread): number {
  return bell(db, one) * below(db, other) + bell(db, other) * below(db, one);
}

function unlikely(likely: number): number {
  return -Math.log((1 - STRANGE) * likely + STRANGE / STRANGE_OVER_DB);
}

/** The normal curve. */
function bell(db: number, { mean_db, sways_db }: Spread): number {
  return Math.exp(-(((db - mean_db) / sways_db) ** 2) / 2) / (sways_db * Math.sqrt(2 * Math.PI));
}

/** The share of it that lies below, by the logistic curve that is nearest. */
function below(db: number, { mean_db, sways_db }: Spread): number {
  return 1 / (1 + Math.exp((-1.702 * (db - mean_db)) / sways_db));
}
