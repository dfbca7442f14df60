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
import type { Shown } from "./media";
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
import type { SoundChoice } from "./sound-choice";
import { Soundscape } from "./soundscape.svelte";
import { marksAhead, TOUCHES_MS } from "./tones";
import type { Track } from "./track";
import { Vigil } from "./vigil";

const LOOK_MS = 250;
const NOTE_DOWN_MS = 500;
/** A stretch begins a moment after the tap: by then all its sounds are scheduled, and none is late. */
const LEAD_MS = 80;
const TRY_AGAIN_MS = 4000;

export class SessionRun {
  readonly sheet = $state.raw<CueSheet>() as CueSheet;
  player = $state.raw<Player>() as Player;
  now = $state<Millis>(millis(0));
  /** The server did not want an event: said, and the session goes on without it. */
  trouble = $state.raw<Problem | null>(null);
  /** It paused by itself because the device slept. */
  overslept = $state(false);
  advice = $state.raw<StopAdvice | null>(null);
  /** Goes up whenever something new is to be noticed. */
  beat = $state(0);
  /** The server does not answer; what happens is kept here until it does. */
  isAway = $state(false);
  /** What happens would survive the end of this page. */
  isKept = $state(true);
  /** Its check-in does not count any more: it is not begun, and not gone on with. */
  isStale = $state(false);

  readonly clock: SessionClock;
  readonly sound: Soundscape;
  readonly position = $derived(position(this.player, this.now));
  readonly cue = $derived(cueAt(this.sheet, this.position));
  readonly step = $derived(this.cue && this.sheet.plan.steps[this.cue.step]);
  readonly eased = $derived(this.player.kind === "stopped" ? this.player.was.eased : this.player.eased);
  readonly words = $derived(this.cue ? cueWords(this.sheet, this.cue, this.eased) : "");

  readonly #log: Logbook;
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
    this.sound = new Soundscape(sheet);
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
  play = async (): Promise<void> => {
    this.isStale = !isFresh(this.#playable, this.#log.used_at, Date.now());
    if (this.isStale) return;
    this.overslept = false;
    await this.clock.wake();
    await this.sound.wake(this.clock.kind === "audio" ? this.clock.audio : null);
    const lead_ms = await this.#setOff();
    this.#vigil = new Vigil(this.clock.read());
    this.#take(this.player.kind === "ready" ? "start" : "resume", millis(this.clock.now() + lead_ms));
  };

  /** The whole session as one sound track, as it is chosen to sound; in silence it would be of no use. */
  async makeTrack(): Promise<Track> {
    const [{ makeTrack }] = await Promise.all([import("./track"), this.sound.loaded()]);
    const { heard } = this.sound.choice;
    const soundings = this.sound.ahead(0, this.eased, heard === "silent" ? "voice" : heard);
    return makeTrack(this.sheet, soundings, this.sheet.plan.made_at.slice(0, 10));
  }

  /** Begins with the sound track in the place of live sound; then the page follows it. */
  playTrack(track: Track): Promise<void> {
    this.sound.takeTrack(track, this.leave);
    return this.play();
  }

  pause = (): void => this.#take("pause");
  skip = (): void => this.#take("skip");
  ease = (): void => {
    this.#take("ease");
    if (this.sound.hasTrack) void this.#goLive(); // the track still says the old ceiling
  };

  /** First of all the session has stopped; everything else may fail after that. */
  stop = (): void => {
    if (this.player.kind === "playing") this.sound.letGo();
    this.#take("stop");
    nudge(TOUCHES_MS.stop);
  };

  async feel(feeling: Feeling): Promise<void> {
    this.#accept({ kind: "felt", at_ms: this.clock.now(), feeling });
    this.advice = this.#playable.stops.find((rule) => rule.feeling === feeling) ?? null;
    await this.#post();
  }

  /** What the system's media controls show: of a step nothing, unless it may be read on a locked screen. */
  get shown(): Shown {
    return {
      title: this.sound.choice.shows_step ? this.words : t("session-on-lock-screen"),
      state: this.player.kind === "playing" ? "playing" : "paused",
      position_ms: this.cue?.at_ms ?? 0,
      total_ms: this.sheet.total_ms,
    };
  }

  /** The last chord has been heard, where there was one. */
  rungOut(): Promise<void> {
    return this.sound.rungOut();
  }

  /** Everything is with the server, or the server was away when it was tried last. */
  settled(): Promise<unknown> {
    return this.#post();
  }

  /** True while it plays without sound, because there is none. */
  get isSilent(): boolean {
    return this.player.kind === "playing" && this.clock.kind === "page";
  }

  /** How it sounds from now on; what is on is said again in the new way. */
  choose(change: Partial<SoundChoice>): void {
    this.sound.choose(change);
    if (!("heard" in change || "speed" in change)) return;
    if (this.sound.hasTrack) void this.#goLive();
    else this.again();
  }

  /** Says once more what the cue says. */
  again = (): void => {
    if (this.player.kind !== "playing") return;
    this.#said = "";
    this.#scheduleAhead(this.clock.now(), this.position);
  };

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
    this.sound.silence();
    this.clock.close();
    this.sound.leaveTrack();
  }

  /** In how many milliseconds the stretch begins; with a track it may have begun already. */
  async #setOff(): Promise<number> {
    const track = await this.sound.playTrack(this.position);
    if (!track) return this.sound.isAwake ? LEAD_MS : 0;
    this.clock.follow(track);
    return Math.round(this.position - track.currentTime * 1000);
  }

  /** From the track to live sound, in the middle of it. */
  async #goLive(): Promise<void> {
    await this.clock.wake();
    await this.sound.wake(this.clock.kind === "audio" ? this.clock.audio : null);
    this.sound.leaveTrack();
    this.again();
  }

  #take(kind: Press, at: Millis = this.clock.now()): void {
    this.#accept({ kind, at_ms: at });
  }

  #accept(event: PlayerEvent): void {
    this.player = next(this.player, event);
    this.now = this.clock.now();
    if (this.player.kind !== "playing") {
      if (event.kind !== "finish" && event.kind !== "stop") this.sound.silence(); // the last chord rings out
      this.#said = "";
    }
    this.#log.add(event);
    if (this.player.kind === "playing") this.#scheduleAhead(this.player.since, this.player.position);
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

  #scheduleAhead(since: number, from: number): void {
    if (this.sound.hasTrack) {
      this.clock.seek(from);
      return;
    }
    const audioTimeOf = (at_ms: number) => this.clock.audioTimeAt(since + at_ms - from);
    this.sound.schedule(this.sound.ahead(from, this.eased), audioTimeOf);
    this.sound.mark(marksAhead(this.sheet, from), audioTimeOf, () => this.#look());
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
    } else if (this.position >= this.sheet.total_ms) {
      this.#take("finish");
    } else {
      if (this.now - this.#log.seen_ms > NOTE_DOWN_MS) this.#log.see(this.now);
      this.#announce();
    }
  }

  #announce(): void {
    const { cue, position } = this;
    if (!cue) return;
    const isPastHalf = cue.halfway_tone && position >= cue.at_ms + cue.for_ms / 2;
    const name = `${cue.at_ms} ${isPastHalf}`;
    if (name === this.#said) return;
    this.#said = name;
    this.beat += 1;
    if (isPastHalf) nudge(TOUCHES_MS.halfway);
    else if (cue.tone !== "none") nudge(TOUCHES_MS[cue.tone]);
    this.sound.announce(isPastHalf ? t("cue-halfway") : this.words);
  }
}
