// Which tones a cue sheet still holds, and what each is made of. Pure: sound.ts plays them.
import type { Cue, CueSheet, Tone } from "../types";

export type Sound = Exclude<Tone, "none"> | "halfway" | "end";
export interface ToneAt {
  at_ms: number;
  sound: Sound;
}

/** One note: pitch in hertz, when it begins and how long it rings in seconds, how loud, how softly it begins. */
export interface Note {
  hertz: number;
  after_s: number;
  rings_s: number;
  loud: number;
  attack_s: number;
}

/** All tones from a position to the end: scheduled at once, so that no timer is needed while a screen is locked. */
export function tonesAhead(sheet: CueSheet, position: number): ToneAt[] {
  const end: ToneAt = { at_ms: sheet.total_ms, sound: "end" };
  return [...sheet.cues.flatMap(tonesOf), end].filter(({ at_ms }) => at_ms >= position);
}

/** Where the screen, the voice or the hand has something new after a position, and the end. */
export function marksAhead(sheet: CueSheet, position: number): number[] {
  const halves = sheet.cues.filter((cue) => cue.halfway_tone).map((cue) => cue.at_ms + cue.for_ms / 2);
  const places = [...sheet.cues.map((cue) => cue.at_ms), ...halves, sheet.total_ms];
  return places.filter((at_ms) => at_ms > position).sort((a, b) => a - b);
}

function tonesOf(cue: Cue): ToneAt[] {
  const first: ToneAt[] = cue.tone === "none" ? [] : [{ at_ms: cue.at_ms, sound: cue.tone }];
  return cue.halfway_tone ? [...first, { at_ms: cue.at_ms + cue.for_ms / 2, sound: "halfway" }] : first;
}

const bell = (hertz: number, after_s = 0): Note => ({
  hertz,
  after_s,
  rings_s: 2.4,
  loud: 0.5,
  attack_s: 0.012,
});
const breath = (hertz: number): Note => ({ hertz, after_s: 0, rings_s: 2.8, loud: 0.7, attack_s: 0.14 });
const chord = (hertz: number, after_s: number): Note => ({
  hertz,
  after_s,
  rings_s: 4.2,
  loud: 0.36,
  attack_s: 0.05,
});

/** A bell to begin, a low tone to let go, two notes to change, a chord at the end, a touch at half time. */
export const NOTES: Readonly<Record<Sound, readonly Note[]>> = {
  start: [bell(659)],
  release: [breath(196), { ...breath(98), loud: 0.35 }],
  switch: [bell(523), bell(784, 0.34)],
  end: [chord(262, 0), chord(330, 0.16), chord(392, 0.32), chord(523, 0.48)],
  halfway: [{ ...bell(880), loud: 0.16, rings_s: 1.1 }],
};
