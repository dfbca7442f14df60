// What an answer to "how strong is it, from 0 to 10?" comes to. No answer ever allows more. As Python's levels.py.
import type { Branch, Coaching, Step, Turn } from "../types";

const LEAST_CEILING = 1;

/** A level that was told in a hold, and whether the pressure has been eased since then. */
export interface Told {
  level: number;
  easedSince: boolean;
}

/** The most pain a step may cause now: its ceiling, lowered by how often it was eased. */
export function ceilingOf(step: Step, eased: number): number {
  return step.ceiling_0_10 === 0 ? 0 : Math.max(step.ceiling_0_10 - eased, LEAST_CEILING);
}

/** Over the ceiling, rising within the hold, faded, or steady. An ache that became less because the hand became lighter
 * has not faded: only what was told since the last easing is looked at for that. */
export function turnOf(level: number, earlier: readonly Told[], ceiling: number, coaching: Coaching): Turn {
  if (level > ceiling) return "level-over";
  const last = earlier.at(-1);
  if (last && level >= last.level + coaching.rises_by_0_10) return "level-rising";
  const since = earlier.filter((told) => !told.easedSince).map((told) => told.level);
  const peak = since.length > 0 ? Math.max(...since) : level;
  const isLow = level <= coaching.faded_at_0_10 && level < peak;
  return isLow || peak - level >= coaching.fades_by_0_10 ? "level-faded" : "level-steady";
}

/** By how much the ceiling comes down: what the branch says, and at least to what it allows. */
export function easesBy(branch: Branch, step: Step, eased: number): number {
  if (branch.at_most_0_10 === null) return branch.eases;
  return Math.max(branch.eases, step.ceiling_0_10 - eased - branch.at_most_0_10);
}
