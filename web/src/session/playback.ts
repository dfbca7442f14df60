// What is to be heard of a session from a place on: live, or from a sound track that plays in its place.
import type { SessionClock } from "./clock.svelte";
import { lineAhead, timeOf } from "./course";
import { AS_PLANNED } from "./levels";
import { linesAhead } from "./lines";
import { type Millis, millis } from "./millis";
import type { Live } from "./player";
import type { SessionSound } from "./soundscape.svelte";
import { marksAhead } from "./tones";
import type { Track } from "./track";

/** A stretch begins a moment after the tap: by then all its sounds are scheduled, and none is late. */
const LEAD_MS = 80;

export class Playback {
  readonly #clock: SessionClock;
  readonly #sound: SessionSound;
  readonly #reached: () => void;
  #track_eased = AS_PLANNED;
  #track_turns = 0;

  /** `reached`: the clock of the sound has come to something new. */
  constructor(clock: SessionClock, sound: SessionSound, reached: () => void) {
    this.#clock = clock;
    this.#sound = sound;
    this.#reached = reached;
  }

  /** True when every sound is there. It waits a moment for the device, and goes on without it. */
  async wake(): Promise<boolean> {
    await this.#clock.wake();
    return this.#sound.wake(this.#clock.kind === "audio" ? this.#clock.audio : null);
  }

  /** The whole session as one sound track, as it is chosen to sound; in silence it would be of no use. */
  async makeTrack({ sheet, eased }: Live): Promise<Track> {
    const [{ makeTrack }] = await Promise.all([import("./track"), this.#sound.loaded()]);
    const heard = this.#sound.choice.heard === "silent" ? "voice" : this.#sound.choice.heard;
    const lines = linesAhead(sheet, 0, eased);
    const soundings = this.#sound.ahead(0, eased, [], { heard });
    const { total_ms } = lineAhead(sheet, millis(0));
    return makeTrack({ total_ms, lines, soundings, day: sheet.plan.made_at.slice(0, 10) });
  }

  /** From the next beginning on, a track that was made of a session as it stands. `paused`: it fell silent by itself. */
  takeTrack(track: Track, { eased, turns }: Live, paused: () => void): void {
    this.#track_eased = eased;
    this.#track_turns = turns.length;
    this.#sound.takeTrack(track, paused);
  }

  /** In how many milliseconds the stretch from a place begins; with a track it may have begun already. */
  async setOff({ sheet }: Live, from: Millis): Promise<number> {
    const at_ms = timeOf(sheet, from);
    if (at_ms === null) this.#sound.leaveTrack();
    const track = await this.#sound.playTrack(at_ms ?? 0);
    if (!track) return this.#sound.isAwake ? LEAD_MS : 0;
    this.#clock.follow(track);
    return Math.round((at_ms ?? 0) - track.currentTime * 1000);
  }

  /** From the track to live sound, in the middle of a session. */
  async goLive(): Promise<void> {
    await this.wake();
    this.#sound.leaveTrack();
  }

  /** Everything from a place on is scheduled; `goesOn` leaves alone what is heard already. */
  schedule(live: Live, from: Millis, goesOn: boolean): void {
    const audioTimeOf = (at_ms: number) => this.#clock.audioTimeAt(live.since + at_ms - live.position);
    const { eased, turns } = live;
    const ahead = lineAhead(live.sheet, from);
    this.#sound.schedule(this.#sound.ahead(from, eased, turns, { goesOn }), audioTimeOf, goesOn);
    this.#sound.mark(marksAhead(ahead, from, this.#sound.choice.pace), audioTimeOf, this.#reached);
  }

  /** The track goes where the session is. False for a session that went another way, was eased or was told a level: then
   * the track says other things. */
  seek({ sheet, eased, turns }: Live, from: Millis): boolean {
    const at_ms = timeOf(sheet, from);
    const isTold = turns.slice(this.#track_turns).some(({ level_0_10 }) => level_0_10 !== null);
    if (at_ms === null || isTold || eased !== this.#track_eased) return false;
    this.#clock.seek(at_ms);
    return true;
  }
}
