// Which command was said before a lull, if any. Rejecting is always allowed; acting on the wrong word is not.
import type { Command, Known } from "./commands";
import { type Evidence, weigh } from "./evidence";
import { type Moments, part } from "./lull";

/** A command that was heard, and how long what was said took, in frames of a hundredth of a second. */
export type Match = Pick<Evidence, "command" | "frames">;

type Speaking = Exclude<keyof Evidence, "command" | "from" | "frames" | "quiet" | "sways"> | "always";
type Weights = Readonly<Record<Speaking, number>>;

/**
 * Weights of a logistic regression on the voices of bench/hearing.py that were for tuning, false ones counted four times.
 * What the evidence is worth depends on the room: `quiet` and `sways` are added as far as it is quiet, and as it sways.
 */
const WEIGHTS: Readonly<Record<"always" | "quiet" | "sways", Weights>> = {
  always: {
    always: -27.669,
    beyond: -6.059,
    ahead: -0.574,
    overRoom: 4.376,
    overTalk: 13.009,
    before: -0.477,
    after: 0.155,
    unlike: -0.189,
    margin: 4.212,
  },
  quiet: {
    always: 14.247,
    beyond: 2.508,
    ahead: 1.62,
    overRoom: 3.802,
    overTalk: -12.099,
    before: 0.293,
    after: 2.396,
    unlike: 0.041,
    margin: -1.507,
  },
  sways: {
    always: 0.149,
    beyond: -5.485,
    ahead: 0.913,
    overRoom: 10.626,
    overTalk: -9.641,
    before: 0.538,
    after: 0.259,
    unlike: -0.063,
    margin: 0.058,
  },
};

/**
 * How much evidence is enough: in a quiet room, in steady noise, and where it sways as voices do. Set on the same voices
 * (each weighed by weights that had not seen it): the first so that no command is lost in a quiet room, the second above the
 * likeliest wrong one (-3.2), the third so that 67 minutes of speech and babble leave one stop, one pause and no other.
 */
interface Enough {
  quiet: number;
  noisy: number;
  swaying: number;
}
/** Stop, pause and softer never harm. What would set the person moving, or change what they do, is never guessed. */
const CAREFUL: readonly Command[] = ["stop", "pause", "softer"];
const ENOUGH: Enough = { quiet: -1.2, noisy: -2.3, swaying: -0.2 };
const CLEARLY_ENOUGH: Enough = { quiet: 0.6, noisy: -2, swaying: 0.8 };
/** A word inside a sentence is no command: as quiet as this, in drops that make a lull, it must be before and after. */
const ALONE = 0.3;
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
  if (!CAREFUL.includes(command) || !isClear({ ...found, before: QUIET_ENOUGH, after: QUIET_ENOUGH }))
    return null;
  const first = before < ALONE ? decide(part(moments, 0, from), known) : found;
  const last = after < ALONE ? decide(part(moments, from + frames), known) : found;
  const isRepeated = first?.command === command && last?.command === command;
  return isRepeated ? { ...found, before: first.before, after: last.after } : null;
}

export function isClear({ command, from: _, frames: __, quiet, sways, ...speaking }: Evidence): boolean {
  if (speaking.before < ALONE || speaking.after < ALONE) return false;
  const all = { ...speaking, always: 1 };
  let sum = 0;
  for (const name of Object.keys(WEIGHTS.always) as Speaking[])
    sum += all[name] * (WEIGHTS.always[name] + quiet * WEIGHTS.quiet[name] + sways * WEIGHTS.sways[name]);
  const enough = CAREFUL.includes(command) ? ENOUGH : CLEARLY_ENOUGH;
  const steady = quiet * enough.quiet + (1 - quiet) * enough.noisy;
  return sum > sways * enough.swaying + (1 - sways) * steady;
}
