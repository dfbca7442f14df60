// What speaks for and against the command that explains best what was heard, and how much there is to show in this room.
import { COMMANDS, type Command, type Known, sayingsOf } from "./commands";
import { decibels, loudness } from "./features";
import { type Likeness, likeness, type Points, pointsIn, pointsOf } from "./likeness";
import { LATELY, type Moments, roomUnder } from "./lull";
import { type Fit, Odds, type Room, type Steps, stepsOf } from "./odds";

export interface Evidence {
  command: Command;
  /** Where in the moments it began, and how long what was said took: frames of a hundredth of a second. */
  from: number;
  frames: number;
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
  /** By cepstra, how unlike the command is in this person's own terms. */
  unlike: number;
  /** By cepstra, how much more unlike the next command is: the logarithm of a ratio, bounded; below 0 where it is less. */
  margin: number;
  /** From 0, a room so loud that a command can hardly be told from it, to 1, a quiet one. */
  quiet: number;
  /** From 0, a steady room or a quiet one, to 1, one that sways as loud voices do. */
  sways: number;
}

const BEST_WEIGHS = 0.6;
const BEFORE = [18, 3] as const;
const AFTER = 8;
const LEAST_OVER_ROOM = 0.5;
const MORE_THAN_USUAL = 1.3;
const LITTLE = 0.02;
const MOST_QUIET = 2;
/** Where noise hides most of a word the other measure may well prefer another command; further than so it says little more. */
const MARGINS = [-0.3, 1] as const;
/** What there is usually to show, in natural logarithms of odds: for speech at 20 dB over steady noise 1.6, in babble 0.2. */
const SHOWN = [Math.log(0.25), Math.log(1.5)] as const;
/** A room that sways but leaves most of a word to be seen is a quiet one: in full it counts in the louder half. */
const SWAY_COUNTS = 2;
/** Decibels: steady noise sways by 2, four people talking 20 dB softer than the word by 6, 10 dB softer by 8. */
const SWAYING_DB = [4, 8] as const;

/** The command that explains best what was heard, and what speaks for it; null where none does. */
export function weigh(moments: Moments, known: Known): Evidence | null {
  const peak_db = Math.max(...moments.frames.slice(-LATELY).map(loudness));
  const heard = moments.frames.map((bands) => bands.map((one) => decibels(one) - peak_db));
  const explained = explain(known, moments, peak_db, stepsOf(heard));
  if (!explained || explained.overRoom < LEAST_OVER_ROOM) return null;
  const room = roomUnder(moments.room, peak_db);
  const points = pointsOf(heard);
  const compared = COMMANDS.map((command) => compare(command, known, room, points));
  const isNamed = ({ command }: Compared) => command === explained.command;
  const named = compared.find(isNamed)?.unlike ?? Number.MAX_VALUE;
  const next = Math.min(...compared.filter((one) => !isNamed(one)).map(({ unlike }) => unlike));
  const { at, shown, ...evidence } = explained;
  const quiet = share(SHOWN, Math.log(shown));
  return {
    ...evidence,
    unlike: named / known.usual,
    margin: within(MARGINS, Math.log(next / named)),
    quiet,
    sways: swayOf(moments.usual) * Math.min(1, SWAY_COUNTS * (1 - quiet)),
    from: at.from,
    frames: at.to - at.from + 1,
    ...quietAround(at, moments),
  };
}

type Explained = Pick<Evidence, "command" | "beyond" | "ahead" | "overRoom" | "overTalk"> & {
  at: Likeness;
  /** How much better than the room the command usually explains what is heard. */
  shown: number;
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
    shown: expected.overRoom,
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

/** Where a value lies between two bounds, from 0 to 1. */
function share([from, to]: readonly [number, number], value: number): number {
  return within([0, 1], (value - from) / (to - from));
}

function within([least, most]: readonly [number, number], value: number): number {
  return Math.min(Math.max(value, least), most);
}

/** From 0, a steady room, to 1, one that sways as voices do. */
export function swayOf({ sways_db }: Room): number {
  return share(SWAYING_DB, sways_db.reduce((sum, one) => sum + one, 0) / sways_db.length);
}
