// A session being played: the player (player.ts) joined to the clock, the sound and the logbook.
import { isFresh, type Playable } from "../offline/download";
import type { CueSheet, Feeling } from "../types";
import { Aloud } from "./aloud";
import { nudge } from "./awake";
import { atPace, type BreathPhase, breathAt } from "./breath";
import { SessionClock } from "./clock.svelte";
import { cueWords } from "./cue-words";
import { Delivery } from "./delivery.svelte";
import { refusalOf } from "./guard";
import type { Logbook } from "./logbook";
import { Playback } from "./playback";
import {
  cueAt,
  isOver,
  type Live,
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
import type { SoundChoice } from "./sound-choice";
import { type SessionSound, Soundscape } from "./soundscape.svelte";
import { TOUCHES_MS } from "./tones";
import type { Track } from "./track";
import { Vigil } from "./vigil";

const LOOK_MS = 250;
const NOTE_DOWN_MS = 500;

export class SessionRun {
  readonly sheet = $state.raw<CueSheet>() as CueSheet;
  player = $state.raw<Player>() as Player;
  now = $state<Millis>(millis(0));
  /** It paused by itself because the device slept. */
  overslept = $state(false);
  /** Goes up whenever something new is to be noticed. */
  beat = $state(0);
  /** Its check-in does not count any more: it is not begun, and not gone on with. */
  isStale = $state(false);

  readonly clock: SessionClock;
  readonly sound: SessionSound;
  readonly delivery: Delivery;
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
  readonly #playback: Playback;
  readonly #aloud: Aloud;
  #vigil: Vigil;
  readonly #playable: Playable;
  readonly #timer: ReturnType<typeof setInterval>;
  #frame = 0;
  #setting_off: Promise<void> | null = null;
  #isCalledOff = false;

  constructor(playable: Playable, log: Logbook, sound: SessionSound = new Soundscape(playable.sheet)) {
    const { sheet } = playable;
    this.sheet = sheet;
    this.#playable = playable;
    this.#log = log;
    this.sound = sound;
    this.delivery = new Delivery(log);
    this.clock = new SessionClock(log.seen_ms, () => this.#look());
    this.#playback = new Playback(this.clock, sound, () => this.#look());
    this.#aloud = new Aloud(this, sound, this.#playback);
    this.player = log.events.reduce(next, open(sheet));
    this.now = this.clock.now();
    this.#vigil = new Vigil(this.clock.read());
    if (this.player.kind === "playing") this.#take("pause", millis(log.seen_ms));
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#onFrame();
    addEventListener("pagehide", this.leave);
    document.addEventListener("freeze", this.leave);
  }

  /** Begins or goes on; waits a moment for the sound to wake, and goes on without it. Whatever comes first calls it off. */
  play = (): Promise<void> => {
    this.#setting_off ??= this.#begin().finally(() => {
      this.#setting_off = null;
    });
    return this.#setting_off;
  };

  async #begin(): Promise<void> {
    this.#isCalledOff = false;
    this.isStale = !this.#mayGoOn();
    if (this.isStale) return;
    this.overslept = false;
    const isLoaded = await this.#playback.wake();
    if (this.#isCalledOff) return;
    const lead_ms = await this.#playback.setOff(this.#live, this.position);
    if (this.#isCalledOff) {
      this.sound.silence();
      return;
    }
    this.#vigil = new Vigil(this.clock.read());
    this.#take(this.player.kind === "ready" ? "start" : "resume", millis(this.clock.now() + lead_ms));
    if (!isLoaded) void this.sound.loaded().then(() => this.#aloud.hearVoice());
  }

  /** The check-in still counts: as the server reckons, and as the guard does, from when it was made. */
  #mayGoOn(): boolean {
    const now = Date.now();
    if (!isFresh(this.#playable, this.#log.used_at, now)) return false;
    return refusalOf(this.sheet, new Date(now), this.#log.hasBegun) === null;
  }

  /** The whole session as one sound track, as it is chosen to sound; in silence it would be of no use. */
  makeTrack(): Promise<Track> {
    return this.#playback.makeTrack(this.#live);
  }

  /** Begins with the sound track in the place of live sound; then the page follows it. */
  playTrack(track: Track): Promise<void> {
    this.#playback.takeTrack(track, this.#live, this.leave);
    return this.play();
  }

  pause = (): void => this.#take("pause");
  skip = (): void => this.turn("skip");
  ease = (): void => this.turn("ease");
  /** Whatever the sheet has for it where it stands; where it has nothing, or nothing was begun, nothing. */
  turn = (turn: TurnPress): void => {
    if (this.isUnderWay) this.#take(turn);
  };
  /** How strong the pressure is, from 0 to 10. */
  tell = (level: number): void => {
    if (this.isUnderWay) this.#accept({ kind: "level", at_ms: this.clock.now(), level });
  };

  /** First of all the session has stopped; everything else may fail after that. */
  stop = (): void => {
    this.#isCalledOff = true;
    this.#take("stop");
    nudge(TOUCHES_MS.stop);
  };

  async feel(feeling: Feeling): Promise<void> {
    this.#accept({ kind: "felt", at_ms: this.clock.now(), feeling });
    this.delivery.advice = this.#playable.stops.find((rule) => rule.feeling === feeling) ?? null;
    await this.delivery.post();
  }

  /** The breath that this moment paces, at the person's pace; null where it paces none. */
  get breath(): BreathPhase | null {
    if (this.player.kind !== "playing" || !this.cue?.breathes || !this.step) return null;
    return breathAt(atPace(this.step.breath, this.sound.choice.pace), this.position - this.cue.at_ms);
  }

  /** A voice says the words of this moment, so that a screen reader need not. */
  get isVoiced(): boolean {
    return this.player.kind === "playing" && this.sound.saysAloud(this.words);
  }

  /** It was begun, and has not ended. */
  get isUnderWay(): boolean {
    return this.player.kind === "playing" || this.player.kind === "paused";
  }

  /** The last chord has been heard, where there was one. */
  rungOut(): Promise<void> {
    return this.sound.rungOut();
  }

  /** Everything is with the server, or the server was away when it was tried last. */
  settled(): Promise<unknown> {
    return this.delivery.post();
  }

  /** True while it plays without sound, because there is none. */
  get isSilent(): boolean {
    return this.player.kind === "playing" && this.clock.kind === "page";
  }

  /** How it sounds from now on; what is on is said again in the new way. */
  choose(change: Partial<SoundChoice>): Promise<void> {
    return this.#aloud.choose(change);
  }

  /** Says once more what the cue says. */
  again = (): void => this.#aloud.again();

  /** A page that goes away pauses: what is not seen is not counted. */
  leave = (): void => {
    this.#isCalledOff = true;
    if (this.player.kind === "playing") this.pause();
  };

  close(): void {
    this.leave();
    clearInterval(this.#timer);
    cancelAnimationFrame(this.#frame);
    removeEventListener("pagehide", this.leave);
    document.removeEventListener("freeze", this.leave);
    this.delivery.close();
    this.#log.close();
    this.sound.silence();
    this.clock.close();
    this.sound.leaveTrack();
  }

  get #live(): Live {
    return this.player.kind === "stopped" ? this.player.was : this.player;
  }

  #take(kind: Press, at: Millis = this.clock.now()): void {
    this.#accept({ kind, at_ms: at });
  }

  #accept(event: PlayerEvent): void {
    const before = this.player;
    this.player = next(before, event);
    this.now = this.clock.now();
    try {
      this.#aloud.follow(before, event.at_ms);
    } finally {
      this.#log.add(event);
      void this.delivery.post();
    }
  }

  #onFrame = (): void => {
    this.now = this.clock.now();
    this.#frame = requestAnimationFrame(this.#onFrame);
  };

  #look(): void {
    this.now = this.clock.now();
    this.delivery.look();
    if (this.player.kind !== "playing") return;
    if (this.clock.isHalted || this.#vigil.sleptUntil(this.clock.read(), this.clock.kind)) {
      this.#take("pause", millis(this.#vigil.last.clock));
      this.overslept = true;
      return;
    }
    this.#catchUp();
    if (isOver(this.player, this.now)) {
      this.#take("finish");
    } else {
      if (this.now - this.#log.seen_ms > NOTE_DOWN_MS) this.#log.see(this.now);
      if (this.#aloud.announce()) this.beat += 1;
    }
  }

  /** A sound that stumbled is behind: it goes on where it should be, and what it owes is heard at once. */
  #catchUp(): void {
    const before = this.position;
    const behind_ms = this.#vigil.takeBehind();
    if (behind_ms === 0) return;
    this.clock.putForward(behind_ms);
    this.now = this.clock.now();
    this.#aloud.schedule(this.sound.hasTrack ? this.position : before, true);
  }
}
