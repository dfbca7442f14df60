// What of a session is heard and felt as it goes on: scheduled ahead, said once more, told when its moment has come.
import type { Cue, CueSheet } from "../types";
import { nudge } from "./awake";
import type { Millis } from "./millis";
import type { Playback } from "./playback";
import { type Player, position } from "./player";
import type { Saying } from "./saying";
import type { SoundChoice } from "./sound-choice";
import type { SessionSound } from "./soundscape.svelte";
import { TOUCHES_MS } from "./tones";
import { BreathTouch, touchOf } from "./touches";

/** Where a session stands, read whenever it is needed. */
export interface Standing {
  readonly sheet: CueSheet;
  readonly player: Player;
  readonly position: Millis;
  readonly cue: Cue | undefined;
  readonly saying: Saying | null;
  readonly words: string;
}

export class Aloud {
  readonly #standing: Standing;
  readonly #sound: SessionSound;
  readonly #playback: Playback;
  readonly #breath = new BreathTouch();
  #said = "";

  constructor(standing: Standing, sound: SessionSound, playback: Playback) {
    this.#standing = standing;
    this.#sound = sound;
    this.#playback = playback;
  }

  /** How it sounds from now on; what is on is said again in the new way, but for the breath and the loudness. */
  async choose(change: Partial<SoundChoice>): Promise<void> {
    const isDone = this.#sound.choose(change);
    if ("heard" in change) this.#soundAnew();
    else if ("breathes" in change || "pace" in change) this.#breatheAnew();
    if (!("speed" in change)) return;
    await isDone;
    this.#soundAnew();
  }

  /** Says once more what the cue says. */
  again(): void {
    const { player, position: from } = this.#standing;
    if (player.kind !== "playing") return;
    this.#said = "";
    this.schedule(from);
  }

  /** The voice has come late. What the browser's own has said meanwhile is not said again. */
  hearVoice(): void {
    if (this.#sound.local) this.schedule(this.#standing.position, true);
    else this.again();
  }

  /** What is heard after an event. A press that changes nothing leaves the voice alone; the last chord rings out. */
  follow(before: Player, at: Millis): void {
    const after = this.#standing.player;
    if (after.kind === "playing") {
      const goesOn = before.kind === "playing" && before.turns === after.turns;
      if (goesOn && position(before, at) === after.position) return;
      this.#said = "";
      this.schedule(after.position);
    } else if (after.kind !== before.kind) {
      this.#said = "";
      if (after.kind === "stopped" && before.kind === "playing") this.#sound.letGo();
      else if (after.kind === "finished") nudge(TOUCHES_MS.end);
      else this.#sound.silence();
    }
  }

  /** Everything from a place on; `goesOn` leaves alone what is to be heard already. */
  schedule(from: Millis, goesOn = false): void {
    const { player } = this.#standing;
    if (player.kind !== "playing") return;
    if (!this.#sound.hasTrack) this.#playback.schedule(player, from, goesOn);
    else if (!this.#playback.seek(player, from)) void this.#goLive();
  }

  /** Tells what has its moment now, each once. True where that is something new to be noticed. */
  announce(): boolean {
    const { sheet, cue, saying, words, position: at } = this.#standing;
    if (!cue || !saying) return false;
    const { breathes, pace } = this.#sound.choice;
    const breath = breathes ? this.#breath.at(sheet, cue, at, pace) : null;
    if (breath) nudge(breath);
    const name = `${cue.at_ms} ${saying.at_ms} ${saying.say}`;
    if (name === this.#said) return false;
    this.#said = name;
    const touch = touchOf(cue, saying);
    if (touch) nudge(touch);
    this.#sound.announce(words);
    return true;
  }

  /** The breath is heard at its new pace; what is being said is left alone. */
  #breatheAnew(): void {
    if (this.#sound.hasTrack) void this.#goLive();
    else this.schedule(this.#standing.position, true);
  }

  #soundAnew(): void {
    if (this.#sound.hasTrack) void this.#goLive();
    else this.again();
  }

  async #goLive(): Promise<void> {
    await this.#playback.goLive();
    this.again();
  }
}
