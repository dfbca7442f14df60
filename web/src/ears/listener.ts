// Everything that the ears do with a stream of sound, whoever brings it: the worker, a test, the bench.
import type { Known } from "./commands";
import { type Match, match } from "./decide";
import { type Bands, bandsOf, Framer } from "./features";
import { type Alarm, isShouted, listenForLoud, noAlarm } from "./loud";
import { LATELY, Lulls, type Moments } from "./lull";
import { LATE_FRAMES, OwnTones } from "./own-tones";
import { Resampler } from "./resampler";
import { RoomWatch } from "./room-watch";

export type Heard = ({ kind: "command" } & Match) | { kind: "shout" | "clap" | "unknown" };

/** Samples from a device as frames of bands. */
export class Stream {
  readonly #resampler: Resampler;
  readonly #framer = new Framer();

  constructor(rate_hz: number) {
    this.#resampler = new Resampler(rate_hz);
  }

  take(samples: Float32Array): Bands[] {
    return this.#framer.take(this.#resampler.take(samples)).map(bandsOf);
  }
}

/** A frame without our own tones, and the one of `LATE_FRAMES` before as it is known now. */
interface Frames {
  now: Bands;
  late: Bands;
}

/** The same while a session may sound: our own tones are taken out. */
class SessionStream {
  readonly #resampler: Resampler;
  readonly #tones = new OwnTones();
  readonly #now = new Framer();
  readonly #late = new Framer();

  constructor(rate_hz: number) {
    this.#resampler = new Resampler(rate_hz);
  }

  take(samples: Float32Array): Frames[] {
    const { now, late } = this.#tones.remove(this.#resampler.take(samples));
    const frames = this.#late.take(late);
    return this.#now
      .take(now)
      .map((frame, at) => ({ now: bandsOf(frame), late: bandsOf(frames[at] as Float32Array) }));
  }
}

/** In the first moments the room is hardly known, and what others say may be anything; in frames. */
const KNOWS_ROOM = 120;

export class Listener {
  readonly #stream: SessionStream;
  readonly #lulls = new Lulls();
  readonly #known: Known;
  readonly #watch: RoomWatch;
  #alarm: Alarm = noAlarm;

  constructor(rate_hz: number, known: Known) {
    this.#stream = new SessionStream(rate_hz);
    this.#known = known;
    this.#watch = new RoomWatch(known);
  }

  /** For some seconds now the room has been so loud that most words would be missed. */
  get isTooLoud(): boolean {
    return this.#watch.isTooLoud;
  }

  /** What has been heard with these samples, in the order in which it was said. */
  take(samples: Float32Array): Heard[] {
    return this.#stream.take(samples).flatMap(({ now: bands, late }) => {
      const { alarm, loud } = listenForLoud(this.#alarm, bands, this.#known.level_db);
      this.#alarm = alarm;
      this.#lulls.correct(LATE_FRAMES, late);
      const moments = this.#lulls.take(bands);
      this.#watch.take(() => this.#lulls.room());
      const heard: Heard[] = loud ? [{ kind: loud }] : [];
      return moments ? [...heard, this.#understand(moments)] : heard;
    });
  }

  #understand(moments: Moments): Heard {
    const found = moments.frames.length < KNOWS_ROOM ? null : match(moments, this.#known);
    if (found) return { kind: "command", ...found };
    const lately = moments.frames.slice(-LATELY);
    return { kind: isShouted(lately, this.#known.level_db) ? "shout" : "unknown" };
  }
}
