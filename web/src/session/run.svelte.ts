// A session being played: the player (player.ts) joined to the clock, the sound and the logbook.
import { Problem } from "../api";
import type { CueSheet, EventsKept, Feeling, StopAdvice } from "../types";
import { nudge } from "./awake";
import { SessionClock, sleptBetween } from "./clock.svelte";
import { cueWords } from "./cue-words";
import type { Logbook } from "./logbook";
import {
  cueAt,
  isOver,
  lineAhead,
  type Millis,
  millis,
  next,
  open,
  type Player,
  type PlayerEvent,
  type Press,
  position,
  stepOf,
  type TurnPress,
} from "./player";
import { sayingAt } from "./saying";
import { Chimes } from "./sound";
import { tonesAhead } from "./tones";
import { hush, speak } from "./voice";

const LOOK_MS = 250;
const NOTE_DOWN_MS = 2000;
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

  readonly clock: SessionClock;
  readonly position = $derived(position(this.player, this.now));
  readonly cue = $derived(cueAt(this.sheet, this.position));
  readonly step = $derived(this.cue && stepOf(this.sheet, this.cue));
  /** What is left when nothing turns the session. */
  readonly left_ms = $derived(lineAhead(this.sheet, this.position).total_ms - this.position);
  readonly eased = $derived(this.player.kind === "stopped" ? this.player.was.eased : this.player.eased);
  readonly turns = $derived(this.player.kind === "stopped" ? this.player.was.turns : this.player.turns);
  readonly saying = $derived(sayingAt(this.sheet, this.position, this.turns));
  readonly words = $derived(this.cue ? cueWords(this.sheet, this.cue, this.eased, this.saying?.say) : "");

  readonly #log: Logbook;
  #chimes: Chimes | null = null;
  #last: ReturnType<SessionClock["read"]>;
  #said = "";
  #timer: ReturnType<typeof setInterval>;
  #frame = 0;

  constructor(sheet: CueSheet, log: Logbook) {
    this.sheet = sheet;
    this.#log = log;
    this.clock = new SessionClock(log.seen_ms);
    this.player = log.events.reduce(next, open(sheet));
    this.now = this.clock.now();
    this.#last = this.clock.read();
    if (this.player.kind === "playing") this.#take("pause", millis(log.seen_ms));
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#onFrame();
    addEventListener("pagehide", this.leave);
  }

  /** Begins or goes on; waits a moment for the sound to wake, and goes on without it. */
  async play(): Promise<void> {
    this.overslept = false;
    await this.clock.wake();
    const { audio } = this.clock;
    if (audio && this.clock.kind === "audio") this.#chimes ??= new Chimes(audio, this.volume);
    this.#last = this.clock.read();
    this.#take(this.player.kind === "ready" ? "start" : "resume");
  }

  pause = (): void => this.#take("pause");
  skip = (): void => this.#take("skip");
  ease = (): void => this.#take("ease");
  /** Whatever the sheet has for it where it stands; where it has nothing, nothing. */
  turn = (turn: TurnPress): void => this.#take(turn);
  /** How strong the pressure is, from 0 to 10. */
  tell = (level: number): void => this.#accept({ kind: "level", at_ms: this.clock.now(), level });

  /** First of all the session has stopped; everything else may fail after that. */
  stop = (): void => this.#take("stop");

  async feel(feeling: Feeling): Promise<void> {
    this.#accept({ kind: "felt", at_ms: this.clock.now(), feeling });
    this.advice = (await this.#post())?.advice ?? null;
  }

  /** Everything is with the server. */
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
    if (this.player.kind === "playing") this.#scheduleTones(this.player.since, this.player.position);
    void this.#post();
  }

  async #post(): Promise<EventsKept | null> {
    try {
      return await this.#log.post();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.trouble = error;
      return null;
    }
  }

  #scheduleTones(since: number, from: number): void {
    const tones = tonesAhead(lineAhead(this.sheet, millis(from)), from);
    this.#chimes?.schedule(tones, (at_ms) => this.clock.audioTimeAt(since + at_ms - from));
  }

  #onFrame = (): void => {
    this.now = this.clock.now();
    this.#frame = requestAnimationFrame(this.#onFrame);
  };

  #look(): void {
    const before = this.#last;
    this.#last = this.clock.read();
    this.now = this.clock.now();
    if (this.player.kind !== "playing") return;
    if (this.clock.isHalted || sleptBetween(before, this.#last, this.clock.kind)) {
      this.#take("pause", millis(before.clock));
      this.overslept = true;
    } else if (isOver(this.player, this.now)) {
      this.#take("finish");
    } else {
      if (this.now - this.#log.seen_ms > NOTE_DOWN_MS) this.#log.see(this.now);
      this.#announce();
    }
  }

  #announce(): void {
    const { cue, saying } = this;
    if (!cue || !saying) return;
    const name = `${cue.at_ms} ${saying.at_ms} ${saying.say}`;
    if (name === this.#said) return;
    this.#said = name;
    if (cue.tone !== "none" && saying.at_ms === 0) nudge(TOUCH_MS);
    if (this.speaks && this.voice) speak(this.words, this.voice, this.volume);
  }
}

function readVolume(): number {
  const kept = localStorage.getItem(VOLUME_PLACE);
  return kept === null ? FIRST_VOLUME : Number(kept);
}
