// Whether the device slept, or its sound fell behind: the session's clock against the others, look by look.

export type ClockKind = "audio" | "page" | "track";

/** A look at the session's clock and, beside it, at the wall and at the page's own clock, which sleeps with the device. */
export interface Reading {
  readonly clock: number;
  readonly wall: number;
  readonly page: number;
}

const LOST_MS = 2000;
const UNWATCHED_MS = 5000;
const BEHIND_MS = 500;

/** Watches over one stretch of playing. A wall clock that is put back says nothing. */
export class Vigil {
  #last: Reading;
  #behind_ms = 0;

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
    if (reading.wall - this.#last.wall - went > LOST_MS || (kind === "page" && went > UNWATCHED_MS))
      return true;
    this.#behind_ms = Math.max(0, this.#behind_ms + reading.page - this.#last.page - went);
    this.#last = reading;
    return false;
  }

  /**
   * By how much a clock that limps has fallen behind, once it is more than half a second; 0 until then, and again when
   * it was asked. Each stumble is too short to be sleep, but a hold would be longer by all of them.
   */
  takeBehind(): number {
    if (this.#behind_ms <= BEHIND_MS) return 0;
    const behind_ms = Math.round(this.#behind_ms);
    this.#behind_ms = 0;
    this.#last = { ...this.#last, clock: this.#last.clock + behind_ms };
    return behind_ms;
  }
}
