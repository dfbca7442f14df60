import { NOTES, type Note, type Sound } from "./tones";

const OVERTONES = [
  { times: 1, share: 1 },
  { times: 2.01, share: 0.22 },
  { times: 3.02, share: 0.07 },
] as const;
const SILENT = 0.0001;
const FADE_S = 0.05;
/** From Stop to silence: short enough for nobody to wait for it, long enough not to click. */
const HUSH_S = 0.015;
const FORGET_AFTER_MS = 500;
const MARK_S = 0.001;

/** Something to be heard when the sheet comes to `at_ms`: one of our tones, or a clip that is decoded already. */
export type Sounding = { readonly at_ms: number } & (
  | { readonly sound: Sound }
  | { readonly clip: AudioBuffer }
);

/** What was scheduled together and falls silent together. */
interface Batch {
  readonly out: GainNode;
  readonly marks: AudioScheduledSourceNode[];
}

/** Tones and clips scheduled ahead on the audio clock. Scheduling again silences what was scheduled before. */
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

  /** `audioTimeOf` says when on the audio clock a place on the sheet comes. */
  schedule(soundings: readonly Sounding[], audioTimeOf: (at_ms: number) => number): void {
    this.silence();
    const batch = { out: this.#audio.createGain(), marks: [] };
    batch.out.connect(this.#volume);
    this.#batch = batch;
    for (const one of [...soundings].sort((a, b) => a.at_ms - b.at_ms))
      this.#sound(one, Math.max(audioTimeOf(one.at_ms), this.#audio.currentTime), batch.out);
  }

  /** Calls back when the audio clock comes to each place, also where a page's timers are held back; until silenced. */
  mark(places_ms: readonly number[], audioTimeOf: (at_ms: number) => number, reached: () => void): void {
    const batch = this.#batch;
    if (!batch) return;
    for (const at_ms of places_ms) {
      const mark = this.#audio.createConstantSource();
      mark.offset.value = 0;
      mark.onended = reached;
      mark.connect(batch.out);
      mark.start(audioTimeOf(at_ms));
      mark.stop(audioTimeOf(at_ms) + MARK_S);
      batch.marks.push(mark);
    }
  }

  silence(): void {
    const batch = this.#batch;
    this.#batch = null;
    if (!batch) return;
    const now = this.#audio.currentTime;
    batch.out.gain.setValueAtTime(1, now);
    batch.out.gain.linearRampToValueAtTime(0, now + HUSH_S);
    for (const mark of batch.marks) mark.onended = null;
    setTimeout(() => batch.out.disconnect(), FORGET_AFTER_MS);
  }

  /** Silence, and at once the falling tones that say: let go. */
  letGo(): void {
    this.silence();
    this.#sound({ at_ms: 0, sound: "stop" }, this.#audio.currentTime, this.#volume);
  }

  #sound(sounding: Sounding, at: number, into: GainNode): void {
    if ("clip" in sounding) {
      const clip = this.#audio.createBufferSource();
      clip.buffer = sounding.clip;
      clip.connect(into);
      clip.start(at);
    } else {
      for (const note of NOTES[sounding.sound]) this.#ring(note, at, into);
    }
  }

  #ring({ hertz, after_s, rings_s, loud, attack_s }: Note, at: number, into: GainNode): void {
    for (const { times, share } of OVERTONES) {
      const tone = this.#audio.createOscillator();
      const hull = this.#audio.createGain();
      const begins = at + after_s;
      const ends = begins + rings_s / times;
      tone.frequency.value = hertz * times;
      hull.gain.setValueAtTime(SILENT, begins);
      hull.gain.exponentialRampToValueAtTime(loud * share, begins + attack_s);
      hull.gain.exponentialRampToValueAtTime(SILENT, ends);
      tone.connect(hull).connect(into);
      tone.start(begins);
      tone.stop(ends);
    }
  }
}
