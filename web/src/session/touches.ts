// What the hand feels as a session goes on: a cue, its half time, a breath that turns.
import type { Cue, CueSheet } from "../types";
import { breathTurnsIn } from "./breath";
import type { Saying } from "./saying";
import { TOUCHES_MS } from "./tones";

type Pattern = readonly number[];

/** What tells that something new is said; null where only words change. */
export function touchOf(cue: Cue, saying: Saying): Pattern | null {
  if (cue.halfway_tone && saying.at_ms === cue.for_ms / 2) return TOUCHES_MS.halfway;
  return cue.tone !== "none" && saying.at_ms === 0 ? TOUCHES_MS[cue.tone] : null;
}

/** The turns of the breath, each felt once. */
export class BreathTouch {
  #felt = "";

  /** What is to be felt now; null where it was felt already, or there is nothing to feel. */
  at(sheet: CueSheet, cue: Cue, position: number, pace: number): Pattern | null {
    const turn = breathTurnsIn(sheet, cue, pace).findLast(({ after_ms }) => after_ms <= position - cue.at_ms);
    const name = turn ? `${cue.at_ms} ${turn.after_ms}` : "";
    if (name === this.#felt) return null;
    this.#felt = name;
    return turn ? TOUCHES_MS[turn.phase] : null;
  }
}
