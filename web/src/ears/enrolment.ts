// Learning how one person says the commands: fourteen sayings, each looked at before it is kept. Pure.
import { COMMANDS, type Command, SAYINGS_EACH, sayingsOf, type Template, unlikeness } from "./commands";
import { decibels, HOP_MS, loudness } from "./features";
import type { Shape } from "./likeness";
import type { Moments } from "./lull";

/** Something said, cut out of the quiet around it. */
export interface Utterance {
  shape: Shape;
  level_db: number;
  rise_db: number;
}

/** Why a saying was not kept. Each has its sentence: `listening-not-…`. */
export type Refusal = "too-short" | "too-long" | "too-soft" | "unlike-the-first" | "like-another";
/** Also what is refused may change what is known: nobody can tell which of two unlike sayings was the odd one. */
export type Learnt = { templates: readonly Template[]; refused: Refusal | null };

const EDGE = 0.25;
const LEAD = 4;
const SHORTEST_MS = 180;
const LONGEST_MS = 1150;
const LEAST_RISE_DB = 12;
const FARTHEST = 24;
const NEARER_THAN_OWN = 1;

/** What was said in the last moments, in a quiet room. */
export function utteranceIn({ frames, rises_db, peak_rise_db }: Moments): Utterance {
  const isLoud = (rise: number) => rise > peak_rise_db * EDGE;
  const from = Math.max(rises_db.findIndex(isLoud) - LEAD, 0);
  const said = frames.slice(from, rises_db.findLastIndex(isLoud) + 1);
  const level_db = Math.max(...said.map(loudness));
  return {
    shape: said.map((bands) => bands.map((one) => decibels(one) - level_db)),
    level_db,
    rise_db: peak_rise_db,
  };
}

/** What is to be said next; null when all is learnt. */
export function nextToSay(templates: readonly Template[]): { command: Command; saying: number } | null {
  const command = COMMANDS.find((one) => sayingsOf(templates, one).length < SAYINGS_EACH);
  return command ? { command, saying: sayingsOf(templates, command).length + 1 } : null;
}

/**
 * The templates with this saying of a command, or why it is not kept. Of two unlike sayings the later one stays as the
 * first: a cough is forgotten as soon as the word is said again.
 */
export function learn(templates: readonly Template[], command: Command, said: Utterance): Learnt {
  const refused = refusal(templates, command, said);
  const { shape, level_db } = said;
  if (refused === null) return { templates: [...templates, { command, shape, level_db }], refused };
  if (refused !== "unlike-the-first") return { templates, refused };
  const others = templates.filter((one) => one.command !== command);
  return { templates: [...others, { command, shape, level_db }], refused };
}

function refusal(
  templates: readonly Template[],
  command: Command,
  { shape, rise_db }: Utterance,
): Refusal | null {
  const lasts_ms = shape.length * HOP_MS;
  if (lasts_ms < SHORTEST_MS) return "too-short";
  if (lasts_ms > LONGEST_MS) return "too-long";
  if (rise_db < LEAST_RISE_DB) return "too-soft";
  const others = templates
    .filter((one) => one.command !== command)
    .map((one) => unlikeness(one.shape, shape));
  const [first] = sayingsOf(templates, command);
  if (!first) return Math.min(...others) < FARTHEST * 0.5 ? "like-another" : null;
  const own = unlikeness(first.shape, shape);
  if (own > FARTHEST) return "unlike-the-first";
  return Math.min(...others) < own * NEARER_THAN_OWN ? "like-another" : null;
}
