// Everything that the ears do with a stream of sound, whoever brings it: the worker, a test, the bench.
import type { Known } from "./commands";
import { type Match, match } from "./decide";
import { bandsOf, Framer } from "./features";
import { type Alarm, isShouted, listenForLoud, noAlarm } from "./loud";
import { LATELY, Lulls, type Moments } from "./lull";
import { Resampler } from "./resampler";

export type Heard = ({ kind: "command" } & Match) | { kind: "shout" | "clap" | "unknown" };

/** Cuts a stream at its lulls. */
export class Stream {
  readonly #resampler: Resampler;
  readonly #framer = new Framer();

  constructor(rate_hz: number) {
    this.#resampler = new Resampler(rate_hz);
  }

  take(samples: Float32Array): ReturnType<typeof bandsOf>[] {
    return this.#framer.take(this.#resampler.take(samples)).map(bandsOf);
  }
}

export class Listener {
  readonly #stream: Stream;
  readonly #lulls = new Lulls();
  readonly #known: Known;
  #alarm: Alarm = noAlarm;

  constructor(rate_hz: number, known: Known) {
    this.#stream = new Stream(rate_hz);
    this.#known = known;
  }

  /** What has been heard with these samples, in the order in which it was said. */
  take(samples: Float32Array): Heard[] {
    return this.#stream.take(samples).flatMap((bands) => {
      const { alarm, loud } = listenForLoud(this.#alarm, bands, this.#known.level_db);
      this.#alarm = alarm;
      const moments = this.#lulls.take(bands);
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
