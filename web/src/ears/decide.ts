// Which command was said before a lull, if any. Rejecting is always allowed; acting on the wrong word is not.
import { COMMANDS, type Command, type Known, sayingsOf } from "./commands";
import { decibels, loudness } from "./features";
import { type Likeness, likeness, type Points, pointsIn, pointsOf } from "./likeness";
import { LATELY, type Moments, roomUnder } from "./lull";

/** A command that was heard, and how long what was said took, in frames of a hundredth of a second. */
export interface Match {
  command: Command;
  unlike: number;
  margin: number;
  frames: number;
}

/** What speaks for and against the command that is most like what was heard. */
export interface Evidence extends Match {
  /** How far what was heard stands above the room, in decibels. */
  rise_db: number;
  /** How much quieter it was before and after, in drops that make a lull. */
  before: number;
  after: number;
}

/** What would set the person moving, or change what they do, needs a clearer match. Stop, pause and softer never harm. */
const NEVER_GUESSED: readonly Command[] = ["go-on", "next", "again", "how-long"];

const BEST_WEIGHS = 0.6;
const BEFORE = [18, 3] as const;
const AFTER = 8;

/** How unlike it may be, in units of what is usual for this person. In noise all sounds less like itself, right or wrong. */
const UNLIKE_IN_QUIET = 1.9;
const UNLIKE_PER_DB = 0.14;
const QUIET_RISE_DB = 28;

/** Weights of a logistic regression on the voices of bench/hearing.py that were for tuning, missed false ones six times. */
const WEIGHTS = { always: -1.7, unlike: -1.487, margin: 5.761, rise: 0.2163, before: 0.984, after: 1.358 };
const HIGHEST_RISE_DB = 35;
const MOST_QUIET = 2;
const ALONE = 0.3;
const ENOUGH = 0.8;
const CLEARLY_ENOUGH = 1.2;

export function match(moments: Moments, known: Known): Match | null {
  const found = weigh(moments, known);
  return found && isClear(found) ? found : null;
}

/** The command most like what was heard, and what speaks for it; null when nothing fits at all. */
export function weigh(moments: Moments, known: Known): Evidence | null {
  const peak_db = Math.max(...moments.frames.slice(-LATELY).map(loudness));
  const heard = pointsOf(moments.frames.map((bands) => bands.map((one) => decibels(one) - peak_db)));
  const room = roomUnder(moments.room, peak_db);
  const compared = COMMANDS.map((command) => compare(command, known, room, heard));
  const [best, second] = compared.toSorted((a, b) => a.unlike - b.unlike);
  if (!best?.at || !second) return null;
  return {
    command: best.command,
    unlike: best.unlike / known.usual,
    margin: second.unlike / best.unlike,
    frames: best.at.to - best.at.from + 1,
    rise_db: moments.peak_rise_db,
    ...quietAround(best.at, moments),
  };
}

export function isClear({ command, unlike, margin, rise_db, before, after }: Evidence): boolean {
  if (unlike > UNLIKE_IN_QUIET + UNLIKE_PER_DB * Math.max(QUIET_RISE_DB - rise_db, 0)) return false;
  if (before < ALONE || after < ALONE) return false;
  const evidence =
    WEIGHTS.always +
    WEIGHTS.unlike * unlike +
    WEIGHTS.margin * Math.log(margin) +
    WEIGHTS.rise * Math.min(rise_db, HIGHEST_RISE_DB) +
    WEIGHTS.before * before +
    WEIGHTS.after * after;
  return evidence > (NEVER_GUESSED.includes(command) ? CLEARLY_ENOUGH : ENOUGH);
}

interface Compared {
  command: Command;
  unlike: number;
  at: Likeness | null;
}

function compare(command: Command, known: Known, room: Float32Array, heard: Points): Compared {
  const found = sayingsOf(known.templates, command).map((one) => likeness(pointsIn(one.shape, room), heard));
  const [best, worst] = found.toSorted((a, b) => unlikeOf(a) - unlikeOf(b)) as [
    Likeness | null,
    Likeness | null,
  ];
  return { command, unlike: BEST_WEIGHS * unlikeOf(best) + (1 - BEST_WEIGHS) * unlikeOf(worst), at: best };
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
