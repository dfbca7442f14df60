// Which command was said before a lull, if any. Rejecting is always allowed; acting on the wrong word is not.
import { COMMANDS, type Command, type Known, sayingsOf } from "./commands";
import { decibels, loudness } from "./features";
import { type Likeness, likeness, type Points, pointsIn, pointsOf } from "./likeness";
import { LATELY, type Moments, roomUnder } from "./lull";

/** A command with what speaks for it: how unlike it is in this person's own terms, and by how much the second is worse. */
export interface Match {
  command: Command;
  unlike: number;
  margin: number;
  /** How long what was said took, in frames. */
  frames: number;
}

/** What would set the person moving, or change what they do, needs a clear match. Stop, pause and softer never harm. */
const NEVER_GUESSED: readonly Command[] = ["go-on", "next", "again", "how-long"];

const BEST_WEIGHS = 0.6;
/** How unlike it may be, in units of what is usual for this person: in a quiet room, and in a loud one. */
const UNLIKE_IN_QUIET = 2.4;
const UNLIKE_IN_NOISE = 4.3;
const QUIET_RISE_DB = 28;
const NOISY_RISE_DB = 8;
const CLEAR = 0.9;
const MARGIN = 1.12;
const CLEAR_MARGIN = 1.15;
/** Before and after the word it was quieter, by this share of the drop that makes a lull. */
const ALONE = 0.75;
const BEFORE = [18, 3] as const;
const AFTER = 8;

export function match(moments: Moments, known: Known): Match | null {
  const peak_db = Math.max(...moments.frames.slice(-LATELY).map(loudness));
  const heard = pointsOf(moments.frames.map((bands) => bands.map((one) => decibels(one) - peak_db)));
  const room = roomUnder(moments.room, peak_db);
  const [best, second] = COMMANDS.map((command) => compare(command, known, room, heard)).toSorted(
    (a, b) => a.unlike - b.unlike,
  );
  if (!best?.at || !second || !standsAlone(best.at, moments)) return null;
  const unlike = best.unlike / known.usual;
  const margin = second.unlike / best.unlike;
  const isClear = !NEVER_GUESSED.includes(best.command);
  const most = mostUnlike(moments.peak_rise_db) * (isClear ? 1 : CLEAR);
  if (unlike > most || margin < (isClear ? MARGIN : CLEAR_MARGIN)) return null;
  return { command: best.command, unlike, margin, frames: best.at.to - best.at.from + 1 };
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
  return found?.unlike ?? Number.POSITIVE_INFINITY;
}

/** Words inside a sentence do not count: a command is said by itself. */
function standsAlone({ from, to }: Likeness, { rises_db, drop_db }: Moments): boolean {
  const peak = Math.max(...rises_db.slice(from + 2, to + 1));
  const before = rises_db.slice(Math.max(0, from - BEFORE[0]), Math.max(0, from - BEFORE[1]));
  const around = Math.max(0, ...before, ...rises_db.slice(to + AFTER));
  return peak - around > ALONE * drop_db;
}

/** In a loud room everything sounds less like itself, what is right and what is wrong alike. */
function mostUnlike(rise_db: number): number {
  const share = Math.min(Math.max((QUIET_RISE_DB - rise_db) / (QUIET_RISE_DB - NOISY_RISE_DB), 0), 1);
  return UNLIKE_IN_QUIET + (UNLIKE_IN_NOISE - UNLIKE_IN_QUIET) * share;
}
