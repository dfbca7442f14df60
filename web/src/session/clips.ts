// The voice that is shipped: one sound for each sentence, fetched from this machine and decoded before it is needed.
import { type Line, sentencesOf } from "./lines";
import type { Sounding } from "./sound";
import { stretched } from "./stretch";

type Manifest = Readonly<Record<string, readonly [file: string, ms: number]>>;

const FOLDER = "/voice/";
const RATE_HZ = 48_000;
const BREATH_MS = 220;

export class Clips {
  #speed: number;
  readonly #spoken = new Map<string, AudioBuffer>();
  #paced = new Map<string, AudioBuffer>();

  constructor(speed: number) {
    this.#speed = speed;
  }

  /** Fetches and decodes sentences. One that is not there, or is damaged, is left to another voice. */
  async load(sentences: readonly string[]): Promise<void> {
    const manifest = await fetchManifest();
    const decoder = "OfflineAudioContext" in globalThis ? new OfflineAudioContext(1, 1, RATE_HZ) : null;
    if (!decoder) return;
    await Promise.all(
      sentences.map(async (sentence) => {
        const [file] = manifest[sentence] ?? [];
        const sound = file ? await fetchSound(file, decoder) : null;
        if (sound) this.#spoken.set(sentence, sound);
      }),
    );
    await this.setSpeed(this.#speed);
  }

  /** Makes every sound slower or faster, one at a time, so that a tap on Stop never waits for it. */
  async setSpeed(speed: number): Promise<void> {
    this.#speed = speed;
    const all = new Map<string, AudioBuffer>();
    for (const [sentence, sound] of this.#spoken) {
      all.set(sentence, paced(sound, speed));
      if (speed !== 1) await new Promise((resolve) => setTimeout(resolve));
      if (this.#speed !== speed) return;
    }
    this.#paced = all;
  }

  /** Every sentence of these words has its sound. */
  canSay(words: string): boolean {
    return sentencesOf(words).every((sentence) => this.#paced.has(sentence));
  }

  /** The sounds of a line, sentence after sentence; those that the next line would cut short are left out, but never the first. */
  soundingsOf({ at_ms, until_ms, words }: Line): Sounding[] {
    if (!this.canSay(words)) return [];
    const soundings: Sounding[] = [];
    let begins = at_ms;
    for (const clip of sentencesOf(words).flatMap((sentence) => this.#paced.get(sentence) ?? [])) {
      const ends = begins + clip.duration * 1000;
      if (ends > until_ms && soundings.length > 0) break;
      soundings.push({ at_ms: begins, clip, line_ms: at_ms });
      begins = ends + BREATH_MS;
    }
    return soundings;
  }
}

function paced(clip: AudioBuffer, speed: number): AudioBuffer {
  if (speed === 1) return clip;
  const samples = stretched(clip.getChannelData(0), speed, clip.sampleRate);
  const result = new AudioBuffer({ length: samples.length, sampleRate: clip.sampleRate });
  result.copyToChannel(samples, 0);
  return result;
}

async function fetchManifest(): Promise<Manifest> {
  try {
    const response = await fetch(`${FOLDER}manifest.json`);
    return response.ok ? ((await response.json()) as { sentences: Manifest }).sentences : {};
  } catch {
    return {}; // not there or not readable: then nothing is there, and every line has another voice
  }
}

async function fetchSound(file: string, decoder: BaseAudioContext): Promise<AudioBuffer | null> {
  try {
    const response = await fetch(FOLDER + file);
    return response.ok ? await decoder.decodeAudioData(await response.arrayBuffer()) : null;
  } catch {
    return null; // damaged, or in a form that this browser does not play
  }
}
