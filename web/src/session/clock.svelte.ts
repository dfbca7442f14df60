// The clock of a session: the audio hardware's, because tones are scheduled on it; the page's where there is no sound.
import { type Millis, millis } from "./player";

export type ClockKind = "audio" | "page";

/** A look at the session's clock and, beside it, at the wall. */
export interface Reading {
  clock: number;
  wall: number;
}

const LOST_MS = 2000;
const UNWATCHED_MS = 5000;

/** True when the device slept between two readings: the wall went on without the clock, or nobody looked for long. */
export function sleptBetween(before: Reading, after: Reading, kind: ClockKind): boolean {
  const went = after.clock - before.clock;
  const lost = after.wall - before.wall - went;
  return lost > LOST_MS || (kind === "page" && went > UNWATCHED_MS);
}

export class SessionClock {
  kind = $state<ClockKind>("page");
  audio: AudioContext | null = null;
  #base: number;
  #origin: number;

  /** Shows `start` at first: a session taken up again goes on from its last event. */
  constructor(start: number) {
    this.#base = start;
    this.#origin = performance.now();
  }

  now(): Millis {
    return millis(Math.round(this.#base + this.#source() - this.#origin));
  }

  /** Moves to the audio clock; to be called by a tap, without which browsers keep sound asleep. */
  async wake(): Promise<void> {
    if ("AudioContext" in globalThis) this.audio ??= new AudioContext({ latencyHint: "playback" });
    const { audio } = this;
    if (audio && audio.state !== "running")
      await Promise.race([audio.resume().catch(() => {}), pause(WAKE_MS)]);
    this.#moveTo(audio?.state === "running" ? "audio" : "page");
  }

  /** The clock has been taken away while it was used: a call came in, or the device took the sound. */
  get isHalted(): boolean {
    return this.kind === "audio" && this.audio?.state !== "running";
  }

  /** When on the audio clock the session's clock will show `at`, in seconds. */
  audioTimeAt(at: number): number {
    return (this.#origin + at - this.#base) / 1000;
  }

  read(): Reading {
    return { clock: this.now(), wall: Date.now() };
  }

  close(): void {
    this.#moveTo("page");
    void this.audio?.close();
  }

  #source(): number {
    return this.kind === "audio" && this.audio ? this.audio.currentTime * 1000 : performance.now();
  }

  #moveTo(kind: ClockKind): void {
    if (kind === this.kind) return;
    this.#base = this.now();
    this.kind = kind;
    this.#origin = this.#source();
  }
}

const WAKE_MS = 400;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
