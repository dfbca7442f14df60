import { NOTES, type Note, type ToneAt } from "./tones";

const OVERTONES = [
  { times: 1, share: 1 },
  { times: 2.01, share: 0.22 },
  { times: 3.02, share: 0.07 },
] as const;
const SILENT = 0.0001;
const FADE_S = 0.05;

/** Tones scheduled ahead on the audio clock. Scheduling again silences what was scheduled before. */
export class Chimes {
  readonly #audio: AudioContext;
  readonly #volume: GainNode;
  #batch: GainNode | null = null;

  constructor(audio: AudioContext, volume: number) {
    this.#audio = audio;
    this.#volume = audio.createGain();
    this.#volume.gain.value = volume;
    this.#volume.connect(audio.destination);
  }

  setVolume(volume: number): void {
    this.#volume.gain.setTargetAtTime(volume, this.#audio.currentTime, FADE_S);
  }

  /** `audioTimeOf` says when on the audio clock a place on the sheet comes. */
  schedule(tones: readonly ToneAt[], audioTimeOf: (at_ms: number) => number): void {
    this.silence();
    const batch = this.#audio.createGain();
    batch.connect(this.#volume);
    this.#batch = batch;
    for (const { at_ms, sound } of tones) {
      for (const note of NOTES[sound])
        this.#ring(note, Math.max(audioTimeOf(at_ms), this.#audio.currentTime), batch);
    }
  }

  silence(): void {
    const batch = this.#batch;
    this.#batch = null;
    if (!batch) return;
    batch.gain.setTargetAtTime(0, this.#audio.currentTime, FADE_S);
    setTimeout(() => batch.disconnect(), FADE_S * 10_000);
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
