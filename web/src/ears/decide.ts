// Which command was said before a lull, if any. Rejecting is always allowed; acting on the wrong word is not.
import { COMMANDS, type Command, type Known, sayingsOf } from "./commands";
import { decibels, loudness } from "./features";
import { type Likeness, likeness, type Points, pointsIn, pointsOf } from "./likeness";
import { LATELY, type Moments, roomUnder } from "./lull";
import { type Fit, Odds, type Steps, stepsOf } from "./odds";

/** A command that was heard, and how long what was said took, in frames of a hundredth of a second. */
export interface Match {
  command: Command;
  unlike: number;
  /** How much more unlike the second best command is: the logarithm of a ratio. */
  margin: number;
  frames: number;
}

/** What speaks for and against the command that explains best what was heard. */
export interface Evidence extends Match {
  /** How much less likely this would be heard than is usual when the command is said in this room. */
  beyond: number;
  /** How much better it explains than the second best command does: the logarithm of a share of what there is to show. */
  ahead: number;
  /** How much better it explains than the room alone, and than some speech or other: shares of what is usual, bounded. */
  overRoom: number;
  overTalk: number;
  /** How much quieter it was before and after, in drops that make a lull. */
  before: number;
  after: number;
}

/** What would set the person moving, or change what they do, needs a clearer match. Stop, pause and softer never harm. */
const NEVER_GUESSED: readonly Command[] = ["go-on", "next", "again", "how-long"];

const BEST_WEIGHS = 0.6;
const BEFORE = [18, 3] as const;
const AFTER = 8;

/** Weights of a logistic regression on the voices of bench/hearing.py that were for tuning, false ones counted six times. */
const WEIGHTS: Readonly<Record<Exclude<keyof Evidence, "command" | "frames"> | "always", number>> = {
  always: -15.944,
  beyond: -5.979,
  ahead: 1.142,
  overRoom: 12.7,
  overTalk: -0.482,
  before: 1.023,
  after: 1.684,
  unlike: -0.647,
  margin: 5.736,
};
const LEAST_OVER_ROOM = 0.8;
const MORE_THAN_USUAL = 1.3;
const LITTLE = 0.02;
const MOST_QUIET = 2;
const ALONE = 0.3;
const ENOUGH = 1.5;
const CLEARLY_ENOUGH = 2;

export function match(moments: Moments, known: Known): Match | null {
  const found = weigh(moments, known);
  return found && isClear(found) ? found : null;
}

/** The command that explains best what was heard, and what speaks for it; null where none does, by either measure. */
export function weigh(moments: Moments, known: Known): Evidence | null {
  const peak_db = Math.max(...moments.frames.slice(-LATELY).map(loudness));
  const heard = moments.frames.map((bands) => bands.map((one) => decibels(one) - peak_db));
  const explained = explain(known, moments, peak_db, stepsOf(heard));
  if (!explained || explained.overRoom < LEAST_OVER_ROOM) return null;
  const room = roomUnder(moments.room, peak_db);
  const points = pointsOf(heard);
  const compared = COMMANDS.map((command) => compare(command, known, room, points));
  const [best, second] = compared.toSorted((a, b) => a.unlike - b.unlike);
  if (best?.command !== explained.command || !second) return null;
  const { at, ...evidence } = explained;
  return {
    ...evidence,
    unlike: best.unlike / known.usual,
    margin: Math.log(second.unlike / best.unlike),
    frames: at.to - at.from + 1,
    ...quietAround(at, moments),
  };
}

export function isClear(evidence: Evidence): boolean {
  const { command, frames: _, ...speaking } = evidence;
  if (speaking.before < ALONE || speaking.after < ALONE) return false;
  let sum = WEIGHTS.always;
  for (const [name, value] of Object.entries(speaking)) sum += WEIGHTS[name as keyof typeof speaking] * value;
  return sum > (NEVER_GUESSED.includes(command) ? CLEARLY_ENOUGH : ENOUGH);
}

type Explained = Pick<Evidence, "command" | "beyond" | "ahead" | "overRoom" | "overTalk"> & {
  at: Likeness;
};

/** The command that makes what was heard most likely, the room being what it is. */
function explain(known: Known, { usual }: Moments, peak_db: number, heard: Steps): Explained | null {
  const odds = new Odds({ ...usual, usual_db: usual.usual_db.map((one) => one - peak_db) });
  const tried = COMMANDS.flatMap((command) => {
    const fits = sayingsOf(known.templates, command).map(({ shape }) => odds.fit(stepsOf(shape), heard));
    const [best, worst] = fits.toSorted((a, b) => saidOf(a) - saidOf(b));
    return best && worst ? [{ command, best, said: ofBoth(best.said, worst.said) }] : [];
  });
  const [first, second] = tried.toSorted((a, b) => a.said - b.said);
  if (!first || !second) return null;
  const { at, unsaid, talked, usual: expected } = first.best;
  return {
    command: first.command,
    at,
    beyond: first.said - expected.said,
    ahead: Math.log((second.said - first.said) / expected.overRoom + LITTLE),
    overRoom: Math.min((unsaid - first.said) / expected.overRoom, MORE_THAN_USUAL),
    overTalk: Math.min((talked - first.said) / expected.overTalk, MORE_THAN_USUAL),
  };
}

function saidOf(fit: Fit | null): number {
  return fit?.said ?? Number.POSITIVE_INFINITY;
}

/** A person says a word in more than one way: the nearer saying counts more, the other one too. */
function ofBoth(best: number, worst: number): number {
  return BEST_WEIGHS * best + (1 - BEST_WEIGHS) * worst;
}

interface Compared {
  command: Command;
  unlike: number;
}

function compare(command: Command, known: Known, room: Float32Array, heard: Points): Compared {
  const found = sayingsOf(known.templates, command).map((one) => likeness(pointsIn(one.shape, room), heard));
  const [best, worst] = found.toSorted((a, b) => unlikeOf(a) - unlikeOf(b)) as [
    Likeness | null,
    Likeness | null,
  ];
  return { command, unlike: ofBoth(unlikeOf(best), unlikeOf(worst)) };
}

function unlikeOf(found: Likeness | null): number {
  return found?.unlike ?? Number.MAX_VALUE;
}

/** Words inside a sentence do not count: a command is said by itself. */
function quietAround(
  { from, to }: Likeness,
  { rises_db, drop_db }: Moments,
): { before: number; after: number } {
  const peak = Math.max(...rises_db.slice(from + 2, to + 1));
  const quietness = (rises: readonly number[]) =>
    Math.min(Math.max((peak - Math.max(0, ...rises)) / drop_db, -1), MOST_QUIET);
  return {
    before: quietness(rises_db.slice(Math.max(0, from - BEFORE[0]), Math.max(0, from - BEFORE[1]))),
    after: quietness(rises_db.slice(to + AFTER)),
  };
}
