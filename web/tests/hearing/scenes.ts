// Rooms made by code: speech at a loudness, over noise of a kind and a distance in decibels. Seeded, so that each run is
// the same.
import { OVERTONES, SILENT } from "../../src/session/sound";
import { NOTES, type Note } from "../../src/session/tones";

export const SCENE_HZ = 48_000;
export const SPEECH_LEVEL = 0.05;
/** Even a quiet room is not silent. */
const ROOM_DB = -32;
const LEAD_S = 1.2;
const TAIL_S = 0.8;
const TALKERS = 4;

export type Dice = () => number;
export type Noise = "none" | "pink" | "babble" | "tones";

/** What else there is to hear: a noise, and by how many decibels speech is louder. */
export interface Surroundings {
  noise: Noise;
  snr_db: number;
}

/** Chance that is the same each time (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A word by itself in a room; `ends_s` is when it is over. */
export function scene(
  word: Float32Array,
  { noise, snr_db }: Surroundings,
  talkers: readonly Float32Array[],
  dice: Dice,
): { sound: Float32Array; ends_s: number } {
  const lead = Math.round(LEAD_S * SCENE_HZ);
  const sound = new Float32Array(lead + word.length + Math.round(TAIL_S * SCENE_HZ));
  add(sound, atLevel(word, 0), lead);
  add(sound, atLevel(pink(sound.length, dice), ROOM_DB), 0);
  if (noise !== "none") add(sound, atLevel(noiseOf(noise, sound.length, talkers, dice), -snr_db), 0);
  return { sound, ends_s: (lead + word.length) / SCENE_HZ };
}

/** A room in which nobody says a word to us. */
export function room(
  seconds: number,
  { noise, snr_db }: Surroundings,
  talkers: readonly Float32Array[],
  dice: Dice,
): Float32Array {
  const sound = atLevel(pink(Math.round(seconds * SCENE_HZ), dice), ROOM_DB);
  if (noise !== "none") add(sound, atLevel(noiseOf(noise, sound.length, talkers, dice), -snr_db), 0);
  return sound;
}

/** Speech that goes on, in a quiet room. */
export function talk(speech: Float32Array, dice: Dice): Float32Array {
  const sound = atLevel(speech, 0);
  add(sound, atLevel(pink(sound.length, dice), ROOM_DB), 0);
  return sound;
}

function noiseOf(noise: Noise, length: number, talkers: readonly Float32Array[], dice: Dice): Float32Array {
  if (noise === "pink") return pink(length, dice);
  return noise === "babble" ? babble(length, talkers, dice) : chime(length, dice);
}

/** Several people at once, each somewhere in what they read. */
export function babble(length: number, talkers: readonly Float32Array[], dice: Dice): Float32Array {
  const sound = new Float32Array(length);
  for (let one = 0; one < TALKERS; one++) {
    const speech = talkers[Math.floor(dice() * talkers.length)] as Float32Array;
    const from = Math.floor(dice() * (speech.length - length));
    add(sound, atLevel(speech.subarray(from, from + length), 0), 0);
  }
  return sound;
}

export function pink(length: number, dice: Dice): Float32Array {
  const sound = new Float32Array(length);
  let [slow, middle, fast] = [0, 0, 0];
  for (let i = 0; i < length; i++) {
    const white = dice() * 2 - 1;
    slow = 0.99765 * slow + white * 0.099046;
    middle = 0.963 * middle + white * 0.2965164;
    fast = 0.57 * fast + white * 1.0526913;
    sound[i] = slow + middle + fast + white * 0.1848;
  }
  return sound;
}

/** One of the session's own tones, as sound.ts makes it, begun before, under or after the word. */
function chime(length: number, dice: Dice): Float32Array {
  const sound = new Float32Array(length);
  const tones = Object.values(NOTES);
  const begins = Math.floor(dice() * length * 0.6);
  for (const note of tones[Math.floor(dice() * tones.length)] ?? []) ring(sound, begins, note);
  return sound;
}

/** Adds a note with its overtones to a sound. */
export function ring(sound: Float32Array, begins: number, note: Note): void {
  const from = begins + Math.round(note.after_s * SCENE_HZ);
  for (const overtone of OVERTONES) addOvertone(sound.subarray(from), note, overtone);
}

function addOvertone(
  sound: Float32Array,
  note: Note,
  { times, share }: { times: number; share: number },
): void {
  const swell = Math.log((note.loud * share) / SILENT);
  const ends_s = note.rings_s / times;
  for (let i = 0; i < sound.length; i++) {
    const at_s = i / SCENE_HZ;
    if (at_s > ends_s) return;
    const swelled = Math.min(at_s / note.attack_s, (ends_s - at_s) / (ends_s - note.attack_s));
    const hull = SILENT * Math.exp(swell * swelled);
    sound[i] = (sound[i] as number) + hull * Math.sin(2 * Math.PI * note.hertz * times * at_s);
  }
}

/** The same sound, as loud as speech is here and so many decibels more. */
export function atLevel(sound: Float32Array, more_db: number): Float32Array {
  let power = 0;
  for (const one of sound) power += one * one;
  const gain = (SPEECH_LEVEL * 10 ** (more_db / 20)) / Math.sqrt(Math.max(power / sound.length, 1e-12));
  return sound.map((one) => one * gain);
}

function add(sound: Float32Array, more: Float32Array, at: number): void {
  for (let i = 0; i < more.length; i++) sound[at + i] = (sound[at + i] as number) + (more[i] as number);
}
