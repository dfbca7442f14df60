// A session being played: the player (player.ts) joined to the clock, the sound and the logbook.
import { Problem } from "../api";
import { isFresh, type Playable } from "../offline/download";
import { isForLater } from "../offline/outbox";
import type { CueSheet, EventsKept, Feeling, StopAdvice } from "../types";
import { t } from "../words";
import { nudge } from "./awake";
import { SessionClock } from "./clock.svelte";
import { cueWords } from "./cue-words";
import type { Logbook } from "./logbook";
import {
  cueAt,
  type Millis,
  millis,
  next,
  open,
  type Player,
  type PlayerEvent,
  type Press,
  position,
} from "./player";
import { Chimes } from "./sound";
import { marksAhead, tonesAhead } from "./tones";
import { Vigil } from "./vigil";
import { hush, speak } from "./voice";

const LOOK_MS = 250;
const NOTE_DOWN_MS = 500;
/** A stretch begins a moment after the tap: by then all its sounds are scheduled, and none is late. */
const LEAD_MS = 80;
const TRY_AGAIN_MS = 4000;
const TOUCH_MS = [60];
const VOLUME_PLACE = "unknot-volume";
const FIRST_VOLUME = 0.7;

export class SessionRun {
  readonly sheet = $state.raw<CueSheet>() as CueSheet;
  player = $state.raw<Player>() as Player;
  now = $state<Millis>(millis(0));
  volume = $state(readVolume());
  voice = $state.raw<SpeechSynthesisVoice | null>(null);
  speaks = $state(false);
  /** The server did not want an event: said, and the session goes on without it. */
  trouble = $state.raw<Problem | null>(null);
  /** It paused by itself because the device slept. */
  overslept = $state(false);
  advice = $state.raw<StopAdvice | null>(null);
  /** The server does not answer; what happens is kept here until it does. */
  isAway = $state(false);
  /** What happens would survive the end of this page. */
  isKept = $state(true);
  /** Its check-in does not count any more: it is not begun, and not gone on with. */
  isStale = $state(false);

  readonly clock: SessionClock;
  readonly position = $derived(position(this.player, this.now));
  readonly cue = $derived(cueAt(this.sheet, this.position));
  readonly step = $derived(this.cue && this.sheet.plan.steps[this.cue.step]);
  readonly eased = $derived(this.player.kind === "stopped" ? this.player.was.eased : this.player.eased);
  readonly words = $derived(this.cue ? cueWords(this.sheet, this.cue, this.eased) : "");

  readonly #log: Logbook;
  #chimes: Chimes | null = null;
  #vigil: Vigil;
  #said = "";
  readonly #playable: Playable;
  readonly #timer: ReturnType<typeof setInterval>;
  #frame = 0;
  #tried_at = 0;

  constructor(playable: Playable, log: Logbook) {
    const { sheet } = playable;
    this.sheet = sheet;
    this.#playable = playable;
    this.#log = log;
    this.isKept = log.isKept;
    this.clock = new SessionClock(log.seen_ms, () => this.#look());
    this.player = log.events.reduce(next, open(sheet));
    this.now = this.clock.now();
    this.#vigil = new Vigil(this.clock.read());
    if (this.player.kind === "playing") this.#take("pause", millis(log.seen_ms));
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#onFrame();
    addEventListener("pagehide", this.leave);
    document.addEventListener("freeze", this.leave);
    addEventListener("online", this.#tryAgain);
  }

  /** Begins or goes on; waits a moment for the sound to wake, and goes on without it. */
  async play(): Promise<void> {
    this.isStale = !isFresh(this.#playable, this.#log.used_at, Date.now());
    if (this.isStale) return;
    this.overslept = false;
    await this.clock.wake();
    const { audio } = this.clock;
    if (audio && this.clock.kind === "audio") this.#chimes ??= new Chimes(audio, this.volume);
    this.#vigil = new Vigil(this.clock.read());
    const lead = this.#chimes ? LEAD_MS : 0;
    this.#take(this.player.kind === "ready" ? "start" : "resume", millis(this.clock.now() + lead));
  }

  pause = (): void => this.#take("pause");
  skip = (): void => this.#take("skip");
  ease = (): void => this.#take("ease");

  /** First of all the session has stopped; everything else may fail after that. */
  stop = (): void => {
    if (this.player.kind === "playing") this.#chimes?.letGo();
    this.#take("stop");
  };

  async feel(feeling: Feeling): Promise<void> {
    this.#accept({ kind: "felt", at_ms: this.clock.now(), feeling });
    this.advice = this.#playable.stops.find((rule) => rule.feeling === feeling) ?? null;
    await this.#post();
  }

  /** Everything is with the server, or the server was away when it was tried last. */
  settled(): Promise<unknown> {
    return this.#post();
  }

  /** True while it plays without sound, because there is none. */
  get isSilent(): boolean {
    return this.player.kind === "playing" && this.clock.kind === "page";
  }

  setVolume(volume: number): void {
    this.volume = volume;
    this.#chimes?.setVolume(volume);
    localStorage.setItem(VOLUME_PLACE, String(volume));
  }

  /** A page that goes away pauses: what is not seen is not counted. */
  leave = (): void => {
    if (this.player.kind === "playing") this.pause();
  };

  close(): void {
    this.leave();
    clearInterval(this.#timer);
    cancelAnimationFrame(this.#frame);
    removeEventListener("pagehide", this.leave);
    document.removeEventListener("freeze", this.leave);
    removeEventListener("online", this.#tryAgain);
    this.#log.close();
    hush();
    this.#chimes?.silence();
    this.clock.close();
  }

  #take(kind: Press, at: Millis = this.clock.now()): void {
    this.#accept({ kind, at_ms: at });
  }

  #accept(event: PlayerEvent): void {
    this.player = next(this.player, event);
    this.now = this.clock.now();
    if (this.player.kind !== "playing") {
      this.#chimes?.silence();
      hush();
      this.#said = "";
    }
    this.#log.add(event);
    if (this.player.kind === "playing") this.#scheduleAhead(this.player.position);
    void this.#post();
  }

  async #post(): Promise<EventsKept | null> {
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

  #tryAgain = (): void => {
    if (this.isAway) void this.#post();
  };

  /** Everything from a place on; `goesOn` leaves alone what is to be heard already. */
  #scheduleAhead(from: number, goesOn = false): void {
    const { player } = this;
    if (player.kind !== "playing") return;
    const audioTimeOf = (at_ms: number) => this.clock.audioTimeAt(player.since + at_ms - player.position);
    if (goesOn) this.#chimes?.forgetPending();
    else this.#chimes?.silence();
    this.#chimes?.schedule(tonesAhead(this.sheet, from), audioTimeOf);
    this.#chimes?.mark(marksAhead(this.sheet, from), audioTimeOf, () => this.#look());
  }

  #onFrame = (): void => {
    this.now = this.clock.now();
    this.#frame = requestAnimationFrame(this.#onFrame);
  };

  #look(): void {
    this.now = this.clock.now();
    this.isKept = this.#log.isKept;
    if (performance.now() - this.#tried_at > TRY_AGAIN_MS) this.#tryAgain();
    if (this.player.kind !== "playing") return;
    if (this.clock.isHalted || this.#vigil.sleptUntil(this.clock.read(), this.clock.kind)) {
      this.#take("pause", millis(this.#vigil.last.clock));
      this.overslept = true;
      return;
    }
    this.#catchUp();
    if (this.position >= this.sheet.total_ms) {
      this.#take("finish");
    } else {
      if (this.now - this.#log.seen_ms > NOTE_DOWN_MS) this.#log.see(this.now);
      this.#announce();
    }
  }

  /** A sound that stumbled is behind: it goes on where it should be, and what it owes is heard at once. */
  #catchUp(): void {
    const before = this.position;
    const behind_ms = this.#vigil.takeBehind();
    if (behind_ms === 0) return;
    this.clock.putForward(behind_ms);
    this.now = this.clock.now();
    this.#scheduleAhead(before, true);
  }

  #announce(): void {
    const { cue, position } = this;
    if (!cue) return;
    const isPastHalf = cue.halfway_tone && position >= cue.at_ms + cue.for_ms / 2;
    const name = `${cue.at_ms} ${isPastHalf}`;
    if (name === this.#said) return;
    this.#said = name;
    if (cue.tone !== "none" && !isPastHalf) nudge(TOUCH_MS);
    if (this.speaks && this.voice) speak(isPastHalf ? t("cue-halfway") : this.words, this.voice, this.volume);
  }
}

function readVolume(): number {
  const kept = localStorage.getItem(VOLUME_PLACE);
  return kept === null ? FIRST_VOLUME : Number(kept);
}
