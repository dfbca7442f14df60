// Everything that the ears do with a stream of sound, whoever brings it: the worker, a test, the bench.
import type { Known } from "./commands";
import { type Match, match } from "./decide";
import { bandsOf, Framer } from "./features";
import { type Alarm, isShouted, listenForLoud, noAlarm } from "./loud";
import { LATELY, Lulls, type Moments } from "./lull";
import { OwnTones } from "./own-tones";
import { Resampler } from "./resampler";
import { RoomWatch } from "./room-watch";

export type Heard = ({ kind: "command" } & Match) | { kind: "shout" | "clap" | "unknown" };

/** Samples from a device as frames of bands; `tones` takes our own ones out while a session may sound. */
export class Stream {
  readonly #resampler: Resampler;
  readonly #framer = new Framer();
  readonly #tones: OwnTones | null;

  constructor(rate_hz: number, tones: OwnTones | null = null) {
    this.#resampler = new Resampler(rate_hz);
    this.#tones = tones;
  }

  take(samples: Float32Array): ReturnType<typeof bandsOf>[] {
    const heard = this.#resampler.take(samples);
    return this.#framer.take(this.#tones?.remove(heard) ?? heard).map(bandsOf);
  }
}

export class Listener {
  readonly #stream: Stream;
  readonly #lulls = new Lulls();
  readonly #known: Known;
  readonly #watch: RoomWatch;
  #alarm: Alarm = noAlarm;

  constructor(rate_hz: number, known: Known) {
    this.#stream = new Stream(rate_hz, new OwnTones());
    this.#known = known;
    this.#watch = new RoomWatch(known);
  }

  /** For some seconds now the room has been so loud that most words would be missed. */
  get isTooLoud(): boolean {
    return this.#watch.isTooLoud;
  }

  /** What has been heard with these samples, in the order in which it was said. */
  take(samples: Float32Array): Heard[] {
    return this.#stream.take(samples).flatMap((bands) => {
      const { alarm, loud } = listenForLoud(this.#alarm, bands, this.#known.level_db);
      this.#alarm = alarm;
      const moments = this.#lulls.take(bands);
      this.#watch.take(() => this.#lulls.room());
      const heard: Heard[] = loud ? [{ kind: loud }] : [];
      return moments ? [...heard, this.#understand(moments)] : heard;
    });
  }

  #understand(moments: Moments): Heard {
    const found = match(moments, this.#known);
    if (found) return { kind: "command", ...found };
    const lately = moments.frames.slice(-LATELY);
    return { kind: isShouted(lately, this.#known.level_db) ? "shout" : "unknown" };
  }
}
