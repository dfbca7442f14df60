// What can be said to a session, and what has been learnt of how one person says it.
import { BANDS } from "./features";
import { likeness, type Points, pointsIn, type Shape } from "./likeness";

export const COMMANDS = ["stop", "pause", "go-on", "softer", "next", "again", "how-long"] as const;
export type Command = (typeof COMMANDS)[number];

export const SAYINGS_EACH = 2;
export const SAYINGS = COMMANDS.length * SAYINGS_EACH;

/** One saying that was learnt: a coarse picture of its sound, never the sound. */
export interface Template {
  command: Command;
  shape: Shape;
  /** How loud its loudest frame was, in decibels below full loudness. */
  level_db: number;
}

/** All that is known of a person's way to say the commands. */
export interface Known {
  templates: readonly Template[];
  /** How unlike two sayings of one command usually are, said by this person. */
  usual: number;
  level_db: number;
}

const SILENT_ROOM = new Float32Array(BANDS).fill(-60);

/** What is known from a full set of sayings; null while one is missing. */
export function knownFrom(templates: readonly Template[]): Known | null {
  const isFull = COMMANDS.every((command) => sayingsOf(templates, command).length === SAYINGS_EACH);
  if (!isFull) return null;
  const apart = COMMANDS.flatMap((command) => {
    const [first, second] = sayingsOf(templates, command) as [Template, Template];
    return [unlikeness(first.shape, second.shape), unlikeness(second.shape, first.shape)];
  });
  return { templates, usual: median(apart), level_db: median(templates.map((one) => one.level_db)) };
}

export function sayingsOf(templates: readonly Template[], command: Command): Template[] {
  return templates.filter((one) => one.command === command);
}

/** How unlike two sayings are that were both said in a quiet room. */
export function unlikeness(known: Shape, heard: Shape): number {
  return likeness(quiet(known), quiet(heard))?.unlike ?? Number.POSITIVE_INFINITY;
}

function quiet(shape: Shape): Points {
  return pointsIn(shape, SILENT_ROOM);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}
