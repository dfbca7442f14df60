// The clock of a session: the audio hardware's, because tones are scheduled on it; that of the sound track while one plays;
// the page's where there is no sound.
import { pause } from "./pause";
import { type Millis, millis } from "./player";
import type { ClockKind, Reading } from "./vigil";

export class SessionClock {
  kind = $state<ClockKind>("page");
  audio: AudioContext | null = null;
  readonly #halted: () => void;
  #track: HTMLMediaElement | null = null;
  #base: number;
  #origin: number;

  /** Shows `start` at first: a session taken up again goes on from its last event. `halted`: it stopped by itself. */
  constructor(start: number, halted: () => void) {
    this.#halted = halted;
    this.#base = start;
    this.#origin = performance.now();
  }

  now(): Millis {
    return millis(Math.round(this.#base + this.#source() - this.#origin));
  }

  /** Moves to the audio clock; to be called by a tap, without which browsers keep sound asleep. */
  async wake(): Promise<void> {
    this.audio ??= this.#open();
    const { audio } = this;
    if (audio && audio.state !== "running")
      await Promise.race([audio.resume().catch(() => {}), pause(WAKE_MS)]);
    this.#moveTo(audio?.state === "running" ? "audio" : "page");
  }

  /** Goes with a sound track from here on, until it is woken without one. */
  follow(track: HTMLMediaElement): void {
    this.#moveTo("page");
    this.#track = track;
    this.#moveTo("track");
  }

  /** Puts the track where the session is, if it is elsewhere; the session's time goes on from where it was. */
  seek(to_ms: number): void {
    if (!this.#track || this.kind !== "track") return;
    if (Math.abs(this.#track.currentTime * 1000 - to_ms) < AS_GOOD_AS_THERE_MS) return;
    this.#base = this.now();
    this.#track.currentTime = to_ms / 1000;
    this.#origin = to_ms;
  }

  /** The clock has been taken away while it was used: a call came in, or the device took the sound. */
  get isHalted(): boolean {
    if (this.kind === "track") return this.#track?.paused ?? true;
    return this.kind === "audio" && this.audio?.state !== "running";
  }

  /** When on the audio clock the session's clock will show `at`, in seconds. */
  audioTimeAt(at: number): number {
    return (this.#origin + at - this.#base) / 1000;
  }

  read(): Reading {
    return { clock: this.now(), wall: Date.now(), page: performance.now() };
  }

  /** Goes forward by what it has missed: whatever was scheduled by it has to be scheduled again. */
  putForward(by_ms: number): void {
    this.#base += by_ms;
  }

  close(): void {
    this.#moveTo("page");
    void this.audio?.close();
  }

  /** Null where there is no sound. The shortest latency: Stop has to be silent at once. */
  #open(): AudioContext | null {
    if (!("AudioContext" in globalThis)) return null;
    try {
      const audio = new AudioContext({ latencyHint: "interactive" });
      audio.addEventListener("statechange", () => {
        if (this.isHalted) this.#halted();
      });
      return audio;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return null;
    }
  }

  #source(): number {
    if (this.kind === "track" && this.#track) return this.#track.currentTime * 1000;
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
const AS_GOOD_AS_THERE_MS = 100;
