// Which command was said before a lull, if any. Rejecting is always allowed; acting on the wrong word is not.
import type { Command, Known } from "./commands";
import { type Evidence, weigh } from "./evidence";
import type { Moments } from "./lull";

/** A command that was heard, and how long what was said took, in frames of a hundredth of a second. */
export type Match = Pick<Evidence, "command" | "frames">;

type Speaking = Exclude<keyof Evidence, "command" | "frames" | "quiet" | "sways"> | "always";
type Weights = Readonly<Record<Speaking, number>>;

/**
 * Weights of a logistic regression on the voices of bench/hearing.py that were for tuning, false ones counted four times.
 * What the evidence is worth depends on the room: `quiet` and `sways` are added as far as it is quiet, and as it sways.
 */
const WEIGHTS: Readonly<Record<"always" | "quiet" | "sways", Weights>> = {
  always: {
    always: -25.443,
    beyond: -5.934,
    ahead: -0.626,
    overRoom: 3.881,
    overTalk: 11.875,
    before: -0.4,
    after: 0.051,
    unlike: -0.272,
    margin: 4.689,
  },
  quiet: {
    always: 11.46,
    beyond: 3.209,
    ahead: 1.676,
    overRoom: 4.167,
    overTalk: -9.79,
    before: -0.032,
    after: 2.353,
    unlike: 0.219,
    margin: -1.969,
  },
  sways: {
    always: -1.915,
    beyond: -6.143,
    ahead: 0.936,
    overRoom: 10.167,
    overTalk: -8.344,
    before: 0.577,
    after: 0.469,
    unlike: 0.138,
    margin: -0.607,
  },
};

/**
 * How much evidence is enough: in a quiet room, in steady noise, and where it sways as voices do. Set on the same voices:
 * the first so that nearly no command is lost, the second above the likeliest wrong one (-3.1), the third above all but
 * one in 40 minutes of speech and babble.
 */
interface Enough {
  quiet: number;
  noisy: number;
  swaying: number;
}
/** Stop, pause and softer never harm. What would set the person moving, or change what they do, is never guessed. */
const CAREFUL: readonly Command[] = ["stop", "pause", "softer"];
const ENOUGH: Enough = { quiet: -1.2, noisy: -2.3, swaying: -0.2 };
const CLEARLY_ENOUGH: Enough = { quiet: -0.2, noisy: -1.5, swaying: 0 };
/** A word inside a sentence is no command: as quiet as this, in drops that make a lull, it must be before and after. */
const ALONE = 0.3;

export function match(moments: Moments, known: Known): Match | null {
  const found = weigh(moments, known);
  return found && isClear(found) ? { command: found.command, frames: found.frames } : null;
}

export function isClear({ command, frames: _, quiet, sways, ...speaking }: Evidence): boolean {
  if (speaking.before < ALONE || speaking.after < ALONE) return false;
  const all = { ...speaking, always: 1 };
  let sum = 0;
  for (const name of Object.keys(WEIGHTS.always) as Speaking[])
    sum += all[name] * (WEIGHTS.always[name] + quiet * WEIGHTS.quiet[name] + sways * WEIGHTS.sways[name]);
  const enough = CAREFUL.includes(command) ? ENOUGH : CLEARLY_ENOUGH;
  const steady = quiet * enough.quiet + (1 - quiet) * enough.noisy;
  return sum > sways * enough.swaying + (1 - sways) * steady;
}
