// Whether the device slept: the session's clock against the wall's, look by look.

export type ClockKind = "audio" | "page" | "track";

/** A look at the session's clock and, beside it, at the wall. */
export interface Reading {
  readonly clock: number;
  readonly wall: number;
}

const LOST_MS = 2000;
const UNWATCHED_MS = 5000;

/**
 * Watches over one stretch of playing. What the clock loses against the wall adds up, so that a clock that limps is
 * noticed as one that stood still; a wall clock that is put back says nothing.
 */
export class Vigil {
  #last: Reading;
  #lost_ms = 0;

  constructor(first: Reading) {
    this.#last = first;
  }

  /** The last reading of which it is sure that the person was in the session. */
  get last(): Reading {
    return this.#last;
  }

  /** True when the device slept since the last look, or nobody looked for so long that nobody can know. */
  sleptUntil(reading: Reading, kind: ClockKind): boolean {
    const went = reading.clock - this.#last.clock;
    const lost = reading.wall - this.#last.wall - went;
    if (lost > -LOST_MS) this.#lost_ms = Math.max(0, this.#lost_ms + lost);
    if (this.#lost_ms > LOST_MS || (kind === "page" && went > UNWATCHED_MS)) return true;
    this.#last = reading;
    return false;
  }
}
