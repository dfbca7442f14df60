// Which command was said before a lull, if any. Rejecting is always allowed; acting on the wrong word is not.
import type { Command, Known } from "./commands";
import { type Evidence, weigh } from "./evidence";
import { type Moments, part } from "./lull";

/** A command that was heard, and how long what was said took, in frames of a hundredth of a second. */
export type Match = Pick<Evidence, "command" | "frames">;

type Speaking = "always" | "beyond" | "ahead" | "overRoom" | "overTalk" | "after" | "unlike" | "margin";
type Weights = Readonly<Record<Speaking, number>>;

/**
 * Weights of a logistic regression on the voices of bench/hearing.py that were for tuning, wrong commands counted six times.
 * What the evidence is worth depends on the room: `quiet` and `sways` are added as far as it is quiet, and as it sways.
 */
const WEIGHTS: Readonly<Record<"always" | "quiet" | "sways", Weights>> = {
  always: {
    always: -2.835,
    beyond: -2.149,
    ahead: 2.113,
    overRoom: 6.401,
    overTalk: 2.065,
    after: 0,
    unlike: -0.709,
    margin: 2.295,
  },
  quiet: {
    always: -10.692,
    beyond: -2.329,
    ahead: -0.857,
    overRoom: 7.041,
    overTalk: 0.682,
    after: 0,
    unlike: 0.44,
    margin: -1.487,
  },
  sways: {
    always: -8.9,
    beyond: -0.94,
    ahead: -1.023,
    overRoom: 5.535,
    overTalk: -4.043,
    after: 1.326,
    unlike: 0.27,
    margin: 4.509,
  },
};

/**
 * How much evidence is enough: in a quiet room, in steady noise, and where it sways as voices do. Set on the same voices, each
 * weighed by weights that had not seen it. In quiet it is little: people say a word less evenly than machines do. Where others
 * talk it is much, so that reading aloud and babble are hardly ever taken for a command.
 */
interface Enough {
  quiet: number;
  noisy: number;
  swaying: number;
}
/** Stop, pause and softer never harm. What would set the person moving, or change what they do, is never guessed. */
const CAREFUL: readonly Command[] = ["stop", "pause", "softer"];
const ENOUGH: Enough = { quiet: -0.6, noisy: 1.1, swaying: 3.2 };
const CLEARLY_ENOUGH: Enough = { quiet: 1.2, noisy: 1.5, swaying: 5 };
/** A word inside a sentence is no command: as quiet as this, in drops that make a lull, it must be before and after. */
const ALONE = 0.5;
/** As quiet as it usually is around a word that is said by itself. */
const QUIET_ENOUGH = 1.8;

export function match(moments: Moments, known: Known): Match | null {
  const found = decide(moments, known);
  return found && { command: found.command, frames: found.frames };
}

/**
 * What is clear. Stop, pause or softer may be said over and over without a pause, as in fright: then it counts how quiet it
 * was before the first and is after the last.
 */
function decide(moments: Moments, known: Known): Evidence | null {
  const found = weigh(moments, known);
  if (!found || isClear(found)) return found;
  const { command, from, frames, before, after } = found;
  const isAmongWords = before < ALONE || after < ALONE;
  const byItself = { ...found, before: QUIET_ENOUGH, after: QUIET_ENOUGH };
  if (!CAREFUL.includes(command) || !isAmongWords || !isClear(byItself)) return null;
  const first = before < ALONE ? decide(part(moments, 0, from), known) : found;
  const last = after < ALONE ? decide(part(moments, from + frames), known) : found;
  const isRepeated = first?.command === command && last?.command === command;
  return isRepeated ? { ...found, before: first.before, after: last.after } : null;
}

export function isClear(evidence: Evidence): boolean {
  const { command, before, after, quiet, sways } = evidence;
  if (before < ALONE || after < ALONE) return false;
  const all = { ...evidence, always: 1 };
  let sum = 0;
  for (const name of Object.keys(WEIGHTS.always) as Speaking[])
    sum += all[name] * (WEIGHTS.always[name] + quiet * WEIGHTS.quiet[name] + sways * WEIGHTS.sways[name]);
  const enough = CAREFUL.includes(command) ? ENOUGH : CLEARLY_ENOUGH;
  const steady = quiet * enough.quiet + (1 - quiet) * enough.noisy;
  return sum > sways * enough.swaying + (1 - sways) * steady;
}
