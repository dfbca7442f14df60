// Where a breath stands, from the time alone, and when it turns: what the ring draws, what is read when nothing may move,
// what is heard and felt with the eyes closed.
import type { Breath, Cue, CueSheet } from "../types";
import { stepOf } from "./course";

export interface BreathPhase {
  phase: "in" | "out";
  /** 0 empty, 1 full. */
  fullness: number;
  /** Whole seconds left of this phase, from the number that is said first down to 1. */
  left_s: number;
}

/** A breath turns, so long after its cue began. */
export interface BreathTurn {
  readonly after_ms: number;
  readonly phase: "in" | "out";
}

export type Paced = Pick<Breath, "in_ms" | "out_ms">;

/** A breath at the person's own pace, from -1, the quickest there is, to 1, the slowest; 0 is the middle. */
export function atPace({ in_ms, out_ms, spread_ms = 0 }: Breath, pace: number): Paced {
  return { in_ms: in_ms + pace * spread_ms, out_ms: out_ms + pace * spread_ms };
}

export function breathAt({ in_ms, out_ms }: Paced, since_ms: number): BreathPhase {
  const at = ((since_ms % (in_ms + out_ms)) + in_ms + out_ms) % (in_ms + out_ms);
  const isIn = at < in_ms;
  const share = isIn ? at / in_ms : 1 - (at - in_ms) / out_ms;
  const left = isIn ? in_ms - at : in_ms + out_ms - at;
  return { phase: isIn ? "in" : "out", fullness: soft(share), left_s: Math.ceil(left / 1000) };
}

/**
 * When the breath turns in a cue. Its own tone tells where the first breath in begins; one for which there is no time
 * left is not begun.
 */
export function breathTurnsIn(sheet: CueSheet, cue: Cue, pace: number): BreathTurn[] {
  const step = stepOf(sheet, cue);
  if (!cue.breathes || !step) return [];
  const { in_ms, out_ms } = atPace(step.breath, pace);
  const turns: BreathTurn[] = [];
  for (let after_ms = 0; after_ms + in_ms <= cue.for_ms; after_ms += in_ms + out_ms) {
    if (after_ms > 0 || cue.tone === "none") turns.push({ after_ms, phase: "in" });
    if (after_ms + in_ms < cue.for_ms) turns.push({ after_ms: after_ms + in_ms, phase: "out" });
  }
  return turns;
}

function soft(share: number): number {
  return (1 - Math.cos(Math.PI * share)) / 2;
}
