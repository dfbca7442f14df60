// What is said and shown at a moment of a cue: its first message, a line of its script, or the answer to a turn. As Python's
// saying.py.
import type { Cue, CueSheet, Taken } from "../types";
import { cueAt, indexAt } from "./course";
import { type Millis, millis } from "./millis";

/** A message, and when in its cue it began to be said. */
export interface Saying {
  say: string;
  at_ms: number;
  /** It waits for a level. */
  asks: boolean;
}

/** The latest of everything that was to be said in the cue that is on at a position. */
export function sayingAt(sheet: CueSheet, at: Millis, turns: readonly Taken[]): Saying | null {
  const cue = cueAt(sheet, at);
  if (!cue) return null;
  const index = indexAt(sheet, at);
  const answers = turns.flatMap((taken) => answerIn(sheet, cue, index, taken));
  const told = isTold(cue, turns);
  const lines = (cue.lines ?? []).filter((line) => line.when === "always" || (line.when === "told") === told);
  const halfway = cue.halfway_tone ? [{ say: "cue-halfway", at_ms: cue.for_ms / 2, asks: false }] : [];
  const first: Saying = { say: cue.say, at_ms: 0, asks: false };
  return [...halfway, ...lines, ...answers]
    .filter((one) => one.at_ms <= at - cue.at_ms)
    .reduce<Saying>((latest, one) => (one.at_ms >= latest.at_ms ? one : latest), first);
}

/** The level that was told last in this cue; null before. */
export function levelTold(cue: Cue, turns: readonly Taken[]): number | null {
  const told = turns.findLast(({ level_0_10, position_ms }) => level_0_10 !== null && isIn(cue, position_ms));
  return told?.level_0_10 ?? null;
}

/** A level was told in this cue. */
export function isTold(cue: Cue, turns: readonly Taken[]): boolean {
  return levelTold(cue, turns) !== null;
}

/** What a turn says here: in the cue where it was taken, if it stayed, else at the beginning of the one it led to. */
function answerIn(sheet: CueSheet, cue: Cue, index: number, taken: Taken): Saying[] {
  const from = indexAt(sheet, millis(taken.position_ms));
  const branch = sheet.cues[from]?.branches?.find((one) => one.on === taken.on);
  if (!branch?.say || branch.to !== index) return [];
  return [{ say: branch.say, at_ms: from === index ? taken.position_ms - cue.at_ms : 0, asks: false }];
}

function isIn(cue: Cue, position_ms: number): boolean {
  return position_ms >= cue.at_ms && position_ms < cue.at_ms + cue.for_ms;
}
