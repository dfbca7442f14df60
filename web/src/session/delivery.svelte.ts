// What happens in a session on its way to the server: sent at once, and again until it is there.
import { Problem } from "../api";
import { isForLater } from "../offline/outbox";
import type { EventsKept, StopAdvice } from "../types";
import type { Logbook } from "./logbook";

const TRY_AGAIN_MS = 4000;

export class Delivery {
  /** The server does not answer; what happens is kept here until it does. */
  isAway = $state(false);
  /** The server did not want an event: said, and the session goes on without it. */
  trouble = $state.raw<Problem | null>(null);
  /** What follows from what was felt. */
  advice = $state.raw<StopAdvice | null>(null);
  /** What happens would survive the end of this page. */
  isKept = $state(true);
  readonly #log: Logbook;
  #tried_at = 0;

  constructor(log: Logbook) {
    this.#log = log;
    this.isKept = log.isKept;
    addEventListener("online", this.#tryAgain);
  }

  /** Sends what is not there yet; null where that has to wait, or was not wanted. */
  async post(): Promise<EventsKept | null> {
    this.#tried_at = performance.now();
    try {
      const kept = await this.#log.post();
      this.isAway = false;
      if (kept.advice) this.advice = kept.advice;
      return kept;
    } catch (error) {
      this.isAway = isForLater(error);
      if (this.isAway) return null;
      if (!(error instanceof Problem)) throw error;
      this.trouble = error;
      return null;
    }
  }

  /** Whether it is kept; and now and then, while the server is away, whether it is back. */
  look(): void {
    this.isKept = this.#log.isKept;
    if (performance.now() - this.#tried_at > TRY_AGAIN_MS) this.#tryAgain();
  }

  close(): void {
    removeEventListener("online", this.#tryAgain);
  }

  #tryAgain = (): void => {
    if (this.isAway) void this.post();
  };
}
