// What an answer to "how strong is it, from 0 to 10?" comes to. No answer ever allows more. As Python's levels.py.
import type { Branch, Coaching, Step, Turn } from "../types";

const LEAST_CEILING = 1;

/** A level that was told in a hold, and whether the pressure has been eased since then. */
export interface Told {
  level: number;
  easedSince: boolean;
}

/** How far the ceiling has come down in a session: by how much, and the lowest that has been said since. Both hold for
 * every step from then on. */
export interface Eased {
  readonly by: number;
  readonly at_most_0_10: number | null;
}

export const AS_PLANNED: Eased = { by: 0, at_most_0_10: null };

/** The most pain a step may cause now: its ceiling, as far down as it was eased, whatever its own was. */
export function ceilingOf(step: Step, eased: Eased): number {
  if (step.ceiling_0_10 === 0) return 0;
  const capped = Math.min(step.ceiling_0_10 - eased.by, eased.at_most_0_10 ?? Number.POSITIVE_INFINITY);
  return Math.max(capped, LEAST_CEILING);
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

/** The ceiling that is spoken of in a step: its own; where nothing presses, the most that any of `steps` may cause. */
export function ceilingSaid(step: Step, steps: readonly Step[], eased: Eased): number {
  return ceilingOf(step, eased) || Math.max(0, ...steps.map((one) => ceilingOf(one, eased)));
}

/** The easing after a branch was taken in a step: down by what it says, and at least to what it allows. */
export function easedBy(branch: Branch, step: Step, eased: Eased): Eased {
  if (branch.eases === 0 && branch.at_most_0_10 === null) return eased;
  if (step.ceiling_0_10 === 0) return { ...eased, by: eased.by + branch.eases };
  const ceiling = ceilingOf(step, eased);
  const down = Math.max(branch.eases, ceiling - (branch.at_most_0_10 ?? ceiling));
  return { by: eased.by + down, at_most_0_10: Math.max(ceiling - down, LEAST_CEILING) };
}
