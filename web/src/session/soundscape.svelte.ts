// Everything that is heard of a session: tones, the voice that is shipped, and the browser's own where that has no sound.
import type { CueSheet, Taken } from "../types";
import { Clips } from "./clips";
import { lineAhead } from "./course";
import type { Eased } from "./levels";
import { linesAhead, sentencesIn } from "./lines";
import { millis } from "./millis";
import { pause } from "./pause";
import { Chimes, type Sounding } from "./sound";
import { type Heard, keepSoundChoice, readSoundChoice, type SoundChoice } from "./sound-choice";
import { breathAhead, tonesAhead } from "./tones";
import type { Track } from "./track";
import { TrackPlayer } from "./track-player";
import { hush, isSpeaking, speak } from "./voice";

/** How long a session that begins waits for its voice; what comes later is said by another. */
const PATIENCE_MS = 1500;
/** The last chord is let ring so long before the screen changes. */
const CHORD_MS = 2500;

/** What a session needs of it. */
export type SessionSound = Pick<Soundscape, keyof Soundscape>;

export class Soundscape {
  choice = $state.raw<SoundChoice>(readSoundChoice(localStorage));
  /** The browser's own voice, where it has one on this machine. */
  local = $state.raw<SpeechSynthesisVoice | null>(null);
  readonly #sheet: CueSheet;
  readonly #clips: Clips;
  #loaded: Promise<void>;
  #chimes: Chimes | null = null;
  #track: TrackPlayer | null = null;
  #isSounding = false;

  constructor(sheet: CueSheet) {
    this.#sheet = sheet;
    this.#clips = new Clips(this.choice.speed);
    this.#loaded = this.#clips.load(sentencesIn(sheet));
  }

  /** Every sound that can be had is there. */
  loaded(): Promise<void> {
    return this.#loaded;
  }

  /** From now on sounds come out of `audio`; null where there is none. True when every sound is there. */
  async wake(audio: AudioContext | null): Promise<boolean> {
    if (audio) this.#chimes ??= new Chimes(audio, this.choice.volume);
    const loaded = this.#loaded.then(() => true);
    return Promise.race([loaded, pause(PATIENCE_MS).then(() => false)]);
  }

  get isAwake(): boolean {
    return this.#chimes !== null;
  }

  get hasTrack(): boolean {
    return this.#track !== null;
  }

  /** A line may be heard now: of the voice that is shipped, of the browser's, or somewhere in a track that plays. */
  get isSpeaking(): boolean {
    return isSpeaking() || (this.#track?.isPlaying ?? false) || (this.#chimes?.isSpeaking ?? false);
  }

  /** From the next start on, a sound track in the place of live sound. `paused`: the system let it fall silent. */
  takeTrack(track: Track, paused: () => void): void {
    this.leaveTrack();
    this.#track = new TrackPlayer(track, this.choice.volume, paused);
  }

  leaveTrack(): void {
    this.#track?.close();
    this.#track = null;
  }

  /** The track, playing from a place on the sheet; null where there is none, or it does not play. */
  async playTrack(at_ms: number): Promise<HTMLMediaElement | null> {
    const track = this.#track;
    if (!track) return null;
    this.#isSounding = await track.playFrom(at_ms);
    if (this.#isSounding) return track.element;
    this.leaveTrack();
    return null;
  }

  /** Done when every sound is as it was chosen. */
  async choose(change: Partial<SoundChoice>): Promise<void> {
    this.choice = { ...this.choice, ...change };
    this.#chimes?.setVolume(this.choice.volume);
    this.#track?.setVolume(this.choice.volume);
    keepSoundChoice(this.choice, localStorage);
    const { speed } = change;
    if (speed !== undefined) this.#loaded = this.#loaded.then(() => this.#clips.setSpeed(speed));
    await this.#loaded;
  }

  /** All that sounds from a position to the end, as it is chosen. */
  ahead(
    position: number,
    eased: Eased,
    turns: readonly Taken[],
    { heard = this.choice.heard, goesOn = false }: { heard?: Heard; goesOn?: boolean } = {},
  ): Sounding[] {
    if (heard === "silent") return [];
    const lines = heard === "voice" ? linesAhead(this.#sheet, position, eased, turns, goesOn) : [];
    const toCome = lineAhead(this.#sheet, millis(position));
    const breaths = this.choice.breathes ? breathAhead(toCome, position, this.choice.pace) : [];
    return [
      ...tonesAhead(toCome, position),
      ...breaths,
      ...lines.flatMap((line) => this.#clips.soundingsOf(line)),
    ];
  }

  /** In the place of what was scheduled before; with `goesOn`, what is heard already goes on. */
  schedule(soundings: readonly Sounding[], audioTimeOf: (at_ms: number) => number, goesOn: boolean): void {
    if (goesOn) this.#chimes?.forgetPending();
    else {
      hush();
      this.#chimes?.silence();
    }
    this.#isSounding = this.isAwake && soundings.length > 0;
    this.#chimes?.schedule(soundings, audioTimeOf);
  }

  mark(places_ms: readonly number[], audioTimeOf: (at_ms: number) => number, reached: () => void): void {
    this.#chimes?.mark(places_ms, audioTimeOf, reached);
  }

  /** Words whose time has come: said by the browser's voice when no sound of theirs was scheduled. */
  announce(words: string): void {
    const { heard, volume, speed } = this.choice;
    if (heard === "voice" && !this.#hasClips(words) && this.local) speak(words, this.local, volume, speed);
  }

  /** Some voice says these words loud enough to be heard. */
  saysAloud(words: string): boolean {
    const { heard, volume } = this.choice;
    return heard === "voice" && volume > 0 && (this.#hasClips(words) || this.local !== null);
  }

  #hasClips(words: string): boolean {
    return (this.isAwake || this.hasTrack) && this.#clips.canSay(words);
  }

  /** The last chord has been heard, unless nothing was sounding. */
  async rungOut(): Promise<void> {
    if (this.#isSounding) await pause(CHORD_MS);
  }

  silence(): void {
    this.#isSounding = false;
    hush();
    this.#chimes?.silence();
    this.#track?.pause();
  }

  /** Silence, and the tones that say: let go; unless nothing at all is to be heard. */
  letGo(): void {
    this.silence();
    if (this.choice.heard !== "silent") this.#chimes?.letGo();
  }
}
