// Which tones a cue sheet still holds, and what each is made of. Pure: sound.ts plays them.

import notes from "../../../src/unknot/cli/tones.json";
import type { Cue, CueSheet, Tone } from "../types";
import { breathTurnsIn } from "./breath";

export type Sound = Exclude<Tone, "none"> | "halfway" | "stop" | "end" | "in" | "out";
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

/** The breath to follow from a position to the end, at a pace from -1 to 1. */
export function breathAhead(sheet: CueSheet, position: number, pace: number): ToneAt[] {
  return sheet.cues
    .flatMap((cue) =>
      breathTurnsIn(sheet, cue, pace).map(({ after_ms, phase }) => ({
        at_ms: cue.at_ms + after_ms,
        sound: phase,
      })),
    )
    .filter(({ at_ms }) => at_ms >= position);
}

/** Where the screen, the voice or the hand has something new after a position, and the end; the breath at its pace. */
export function marksAhead(sheet: CueSheet, position: number, pace: number): number[] {
  const halves = sheet.cues.filter((cue) => cue.halfway_tone).map((cue) => cue.at_ms + cue.for_ms / 2);
  const lines = sheet.cues.flatMap((cue) => (cue.lines ?? []).map((line) => cue.at_ms + line.at_ms));
  const breaths = breathAhead(sheet, position, pace).map(({ at_ms }) => at_ms);
  const places = [...sheet.cues.map((cue) => cue.at_ms), ...halves, ...lines, ...breaths, sheet.total_ms];
  return places.filter((at_ms) => at_ms > position).sort((a, b) => a - b);
}

function tonesOf(cue: Cue): ToneAt[] {
  const first: ToneAt[] = cue.tone === "none" ? [] : [{ at_ms: cue.at_ms, sound: cue.tone }];
  return cue.halfway_tone ? [...first, { at_ms: cue.at_ms + cue.for_ms / 2, sound: "halfway" }] : first;
}

/** A bell to begin, two light touches at half time, a low tone to let go, two rising notes to change, two falling ones for
 * Stop, a chord at the end; and for the breath a soft swell, higher for in and lower for out. */
export const NOTES: Readonly<Record<Sound, readonly Note[]>> = notes;

/** What the hand feels of each: a touch, a double touch, a long one, a flutter for the breath in; on and off in turn, in milliseconds. */
export const TOUCHES_MS: Readonly<Record<Sound, readonly number[]>> = {
  start: [60],
  halfway: [30, 80, 30],
  release: [240],
  switch: [60, 120, 60],
  stop: [120, 80, 240],
  end: [60, 120, 60, 120, 240],
  in: [20, 60, 20, 60, 20],
  out: [110],
};
