import { NOTES, type Note, type Sound } from "./tones";

/** What each note is made of. The ears know it too, so that they can take our own tones out of what they hear. */
export const OVERTONES = [
  { times: 1, share: 1 },
  { times: 2.01, share: 0.22 },
  { times: 3.02, share: 0.07 },
] as const;
export const SILENT = 0.0001;
const FADE_S = 0.05;
/** From Stop to silence: short enough for nobody to wait for it, long enough not to click. */
const HUSH_S = 0.008;
const FORGET_AFTER_MS = 500;
const MARK_S = 0.001;

/** Something to be heard when the sheet comes to `at_ms`: one of our tones, or a clip that is decoded already, of the line
 * that begins at `line_ms`. */
export type Sounding = { readonly at_ms: number } & (
  | { readonly sound: Sound }
  | { readonly clip: AudioBuffer; readonly line_ms: number }
);

/** `speaks_until` and `line_ms` where it is a clip of the voice; `begins` and `speaks_until` are seconds of the audio clock. */
interface Pending {
  readonly source: AudioScheduledSourceNode;
  readonly begins: number;
  readonly speaks_until?: number;
  readonly line_ms?: number;
}

/** What was scheduled together and falls silent together. */
interface Batch {
  readonly out: GainNode;
  pending: Pending[];
}

/** Tones and clips scheduled ahead on the audio clock. */
export class Chimes {
  readonly #audio: BaseAudioContext;
  readonly #volume: GainNode;
  #batch: Batch | null = null;

  constructor(audio: BaseAudioContext, volume: number) {
    this.#audio = audio;
    this.#volume = audio.createGain();
    this.#volume.gain.value = volume;
    this.#volume.connect(audio.destination);
  }

  setVolume(volume: number): void {
    this.#volume.gain.setTargetAtTime(volume, this.#audio.currentTime, FADE_S);
  }

  /** `audioTimeOf` says when on the audio clock a place on the sheet comes; what is past already is heard at once. */
  schedule(soundings: readonly Sounding[], audioTimeOf: (at_ms: number) => number): void {
    const batch = this.#openBatch();
    for (const one of [...soundings].sort((a, b) => a.at_ms - b.at_ms))
      this.#sound(one, Math.max(audioTimeOf(one.at_ms), this.#audio.currentTime), batch);
  }

  /** Calls back when the audio clock comes to each place, also where a page's timers are held back; until silenced. */
  mark(places_ms: readonly number[], audioTimeOf: (at_ms: number) => number, reached: () => void): void {
    const batch = this.#openBatch();
    for (const at_ms of places_ms) {
      const mark = this.#audio.createConstantSource();
      mark.offset.value = 0;
      mark.onended = reached;
      mark.connect(batch.out);
      this.#start(mark, Math.max(audioTimeOf(at_ms), this.#audio.currentTime), batch, MARK_S);
    }
  }

  /** What has not begun yet is not going to; what is heard already goes on, a line to its last sentence. */
  forgetPending(): void {
    const batch = this.#batch;
    if (!batch) return;
    const now = this.#audio.currentTime;
    const begun = new Set(batch.pending.filter(({ begins }) => begins <= now).map(({ line_ms }) => line_ms));
    const goesOn = ({ begins, line_ms }: Pending) =>
      begins <= now || (line_ms !== undefined && begun.has(line_ms));
    for (const { source } of batch.pending.filter((one) => !goesOn(one))) {
      source.onended = null;
      source.stop(now);
    }
    batch.pending = batch.pending.filter(goesOn);
  }

  /** A clip of the voice is to be heard now. */
  get isSpeaking(): boolean {
    const now = this.#audio.currentTime;
    const pending = this.#batch?.pending ?? [];
    return pending.some(({ begins, speaks_until = begins }) => begins <= now && now < speaks_until);
  }

  silence(): void {
    const batch = this.#batch;
    this.#batch = null;
    if (!batch) return;
    const now = this.#audio.currentTime;
    batch.out.gain.setValueAtTime(1, now);
    batch.out.gain.linearRampToValueAtTime(0, now + HUSH_S);
    for (const { source } of batch.pending) {
      source.onended = null;
      source.stop(now + HUSH_S);
    }
    setTimeout(() => batch.out.disconnect(), FORGET_AFTER_MS);
  }

  /** Silence, and at once the falling tones that say: let go. */
  letGo(): void {
    this.silence();
    this.#sound({ at_ms: 0, sound: "stop" }, this.#audio.currentTime, this.#openBatch());
    this.#batch = null; // it rings out, whatever comes
  }

  #openBatch(): Batch {
    if (this.#batch) return this.#batch;
    const batch = { out: this.#audio.createGain(), pending: [] };
    batch.out.connect(this.#volume);
    this.#batch = batch;
    return batch;
  }

  #start(source: AudioScheduledSourceNode, begins: number, { pending }: Batch, lasts_s: number): void {
    source.start(begins);
    source.stop(begins + lasts_s);
    pending.push({ source, begins });
  }

  #sound(sounding: Sounding, at: number, into: Batch): void {
    if ("clip" in sounding) {
      const clip = this.#audio.createBufferSource();
      clip.buffer = sounding.clip;
      clip.connect(into.out);
      clip.start(at);
      into.pending.push({
        source: clip,
        begins: at,
        speaks_until: at + sounding.clip.duration,
        line_ms: sounding.line_ms,
      });
    } else {
      for (const note of NOTES[sounding.sound]) this.#ring(note, at, into);
    }
  }

  #ring({ hertz, after_s, rings_s, loud, attack_s }: Note, at: number, into: Batch): void {
    for (const { times, share } of OVERTONES) {
      const tone = this.#audio.createOscillator();
      const hull = this.#audio.createGain();
      const begins = at + after_s;
      const ends = begins + rings_s / times;
      tone.frequency.value = hertz * times;
      hull.gain.setValueAtTime(SILENT, begins);
      hull.gain.exponentialRampToValueAtTime(loud * share, begins + attack_s);
      hull.gain.exponentialRampToValueAtTime(SILENT, ends);
      tone.connect(hull).connect(into.out);
      this.#start(tone, begins, into, ends - begins);
    }
  }
}
