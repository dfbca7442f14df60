// The way through a cue sheet: which cue is on, which follows it, and what is played until a moment. As Python's course.py.
import type { Branch, Cue, CueSheet, Step, Turn } from "../types";
import { type Millis, millis } from "./millis";

export interface Stretch {
  from: Millis;
  to: Millis;
}

/** A place on the sheet, the stretches played on the way to it, and whether that was the end. */
export interface Reached {
  position: Millis;
  played: readonly Stretch[];
  isEnd: boolean;
}

/** The sheet itself; one kept before there were branches, with the two turns that it had. */
export function withTurns(sheet: CueSheet): CueSheet {
  if (sheet.cues.some((cue) => (cue.branches ?? []).length > 0)) return sheet;
  return { ...sheet, cues: sheet.cues.map((cue, index) => asBefore(cue, index, sheet)) };
}

function asBefore(cue: Cue, index: number, sheet: CueSheet): Cue {
  const following = sheet.cues.findIndex((other) => other.step > cue.step);
  const skip = bare("skip", following < 0 ? sheet.cues.length : following);
  return { ...cue, lines: [], goes_to: null, branches: [skip, { ...bare("ease", index), eases: 1 }] };
}

function bare(on: Turn, to: number): Branch {
  return { on, to, say: "", eases: 0, at_most_0_10: null };
}

/** What the cues are cues of: the steps of the plan, then its other ways. */
export function stepOf(sheet: CueSheet, cue: Cue): Step | undefined {
  const { steps, spares } = sheet.plan;
  return cue.step < steps.length ? steps[cue.step] : spares?.[cue.step - steps.length];
}

export function stepsOf(sheet: CueSheet): Step[] {
  return [...sheet.plan.steps, ...(sheet.plan.spares ?? [])];
}

/** The index of the cue that is on at a position: the last that has begun; 0 before the first. */
export function indexAt(sheet: CueSheet, at: Millis): number {
  return Math.max(
    sheet.cues.findLastIndex((cue) => cue.at_ms <= at),
    0,
  );
}

/** The cue that is on at a position. */
export function cueAt(sheet: CueSheet, at: Millis): Cue | undefined {
  return sheet.cues[indexAt(sheet, at)];
}

/** Where a cue begins; past the last one, where the session ends. */
export function begins(sheet: CueSheet, index: number): Millis {
  return millis(sheet.cues[index]?.at_ms ?? sheet.total_ms);
}

/** Where playing on for so long leads, from cue to cue as they follow one another. */
export function playOn(sheet: CueSheet, from: Millis, for_ms: number): Reached {
  const played: Stretch[] = [];
  let [index, position, left] = [indexAt(sheet, from), from, for_ms];
  for (let cue = sheet.cues[index]; cue && left > 0; cue = sheet.cues[index]) {
    const end = cue.at_ms + cue.for_ms;
    const to = millis(Math.min(position + left, end));
    played.push({ from: position, to });
    left -= to - position;
    position = to;
    if (to === end) {
      index = cue.goes_to ?? index + 1;
      position = begins(sheet, index);
    }
  }
  return { position, played, isEnd: index >= sheet.cues.length };
}

/** The sheet as it goes on from a position when nothing turns it: only the cues to come, one straight after the other,
 * on the same scale as that position. What schedules ahead reads this, not the sheet. */
export function lineAhead(sheet: CueSheet, from: Millis): CueSheet {
  const cues: Cue[] = [];
  let index = indexAt(sheet, from);
  let at_ms = sheet.cues[index]?.at_ms ?? sheet.total_ms;
  for (let cue = sheet.cues[index]; cue; cue = sheet.cues[index]) {
    cues.push({ ...cue, at_ms });
    at_ms += cue.for_ms;
    index = cue.goes_to ?? index + 1;
  }
  return { ...sheet, cues, total_ms: at_ms };
}

/** When the session comes to a position if it goes from its beginning and nothing turns it; null where it never does. */
export function timeOf(sheet: CueSheet, at: Millis): Millis | null {
  const cue = cueAt(sheet, at);
  let index = 0;
  let time = 0;
  for (let one = sheet.cues[0]; one; one = sheet.cues[index]) {
    if (one === cue) return millis(time + at - one.at_ms);
    time += one.for_ms;
    index = one.goes_to ?? index + 1;
  }
  return null;
}
