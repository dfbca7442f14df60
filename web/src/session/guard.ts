// The guard at the player's door: a cue sheet that could hurt is not played, whoever made it.
//
// It shares nothing with the planner. What it knows stands in guarding/table.json, which a tool writes from the zones and
// the limits, and which the guard of the terminal reads as well. It looks at the sheet as a stranger's: whatever it cannot
// read is refused.

import table from "../../../src/unknot/guarding/table.json";
import type { Cue, CueSheet, Step } from "../types";
import { zonesUnder } from "./guard-places";
import { longestWay } from "./guard-ways";

/** Why a sheet is refused: it cannot be read, no check-in cleared it or not lately, or it goes beyond a limit. */
export type Refusal = "unreadable" | "not-cleared" | "not-fresh" | "place" | "pressure" | "time" | "ways";

interface Tool {
  by_hand: boolean;
  techniques: readonly string[];
  zones: readonly string[];
  hold_s: number;
  total_s: number;
  pressure_0_10: number;
  keeps_off_neck: number;
}

const MINUTE_MS = 60_000;
/** No check-in counts for longer than this before a session is begun. */
export const LONGEST_VALID_MS = table.valid_min * MINUTE_MS;
const DONE = ["settle", "hold", "stroke", "move"];
const PRESSING = ["hold", "stroke"];
const IDLE = ["ready", "release", "rest", "switch-side"];
const TURNS = ["ease", "too-sore", "swap", "repeat", "skip", "next"];
const LEVELS = ["level-over", "level-rising", "level-faded", "level-steady"];
const techniques = new Map(Object.entries(table.techniques));
const tools: ReadonlyMap<string, Tool> = new Map(Object.entries(table.tools));

/** The reason not to play a sheet at `now`; null when it may be played.
 * hasBegun: it is gone on with; its check-in may then be as old again as one may be to begin with. */
export function refusalOf(sheet: CueSheet, now: Date, hasBegun: boolean): Refusal | null {
  try {
    return (
      clearanceFault(sheet, now, hasBegun) ??
      each(allSteps(sheet), stepFault) ??
      cuesFault(sheet) ??
      each(sheet.cues, (cue) => cueFault(sheet, cue)) ??
      waysFault(sheet)
    );
  } catch {
    return "unreadable"; // whatever it was that could not be read: what is not understood is not played
  }
}

function clearanceFault({ plan }: CueSheet, now: Date, hasBegun: boolean): Refusal | null {
  const { clearance } = plan;
  if (!clearance?.rules || clearance.rules !== plan.rules) return "not-cleared";
  const age = now.getTime() - Date.parse(clearance.at);
  const valid = clearance.valid_min * MINUTE_MS;
  if (!(valid > 0 && valid <= LONGEST_VALID_MS)) return "not-cleared";
  return age >= 0 && age <= (hasBegun ? valid + valid : valid) ? null : "not-fresh";
}

function stepFault(step: Step): Refusal | null {
  const [technique, tool] = [techniques.get(step.technique), tools.get(step.tool)];
  if (!technique || !tool || !technique.positions.includes(step.position)) return "unreadable";
  if (!isCount(step.seconds, technique.hold_s)) return "time";
  if (!isCount(step.repetitions, technique.repetitions)) return "time";
  if (!tool.by_hand && !tool.techniques.includes(step.technique)) return "place";
  if (step.path.length > 0) return pressFault(step);
  return technique.presses || step.ceiling_0_10 !== 0 || step.start_0_10 !== 0 ? "pressure" : null;
}

function pressFault(step: Step): Refusal | null {
  const [technique, tool] = [techniques.get(step.technique), tools.get(step.tool)];
  const zones = zonesUnder(step.path, step.side);
  if (!technique?.presses || !tool?.techniques.includes(step.technique) || !zones) return "place";
  if (step.path.some(({ x }) => x < tool.keeps_off_neck)) return "place";
  const under = [...zones.values()];
  if ([...zones.keys()].some((id) => !tool.zones.includes(id))) return "place";
  if (under.some((zone) => !zone.techniques.includes(step.technique))) return "place";
  if (under.some((zone) => zone.positions.length > 0 && !zone.positions.includes(step.position)))
    return "place";
  const strongest = under.map((zone) => zone.pressure_0_10);
  const most = Math.min(table.pressure_0_10, technique.pressure_0_10, tool.pressure_0_10, ...strongest);
  if (!isCount(step.ceiling_0_10, most) || !isCount(step.start_0_10, step.ceiling_0_10)) return "pressure";
  const longest = technique.moves_on ? [] : [table.hold_s, ...under.map((zone) => zone.hold_s)];
  if (!isCount(step.seconds, Math.min(tool.hold_s, ...longest))) return "time";
  return isCount(step.repetitions, table.holds_per_spot) ? null : "time";
}

/** The cues follow one another without a gap, but for one that parts the main line from what stands beside it. */
function cuesFault(sheet: CueSheet): Refusal | null {
  let end = 0;
  for (const cue of sheet.cues) {
    const isBeside = end === sheet.total_ms && cue.at_ms > end;
    if (cue.at_ms !== end && !isBeside) return "time";
    if (!(Number.isSafeInteger(cue.for_ms) && cue.for_ms > 0)) return "time";
    end = cue.at_ms + cue.for_ms;
  }
  const isWhole = sheet.cues.some((cue) => cue.at_ms + cue.for_ms === sheet.total_ms);
  return isWhole || sheet.cues.length === 0 ? null : "time";
}

function cueFault(sheet: CueSheet, cue: Cue): Refusal | null {
  const step = allSteps(sheet)[cue.step];
  if (!step || !(DONE.includes(cue.kind) || IDLE.includes(cue.kind))) return "unreadable";
  const presses = step.path.length > 0 && PRESSING.includes(cue.kind);
  if (cue.presses !== presses || cue.side !== step.side) return "unreadable";
  if (PRESSING.includes(cue.kind) !== (step.path.length > 0 && DONE.includes(cue.kind))) return "unreadable";
  if (DONE.includes(cue.kind) && cue.for_ms > step.seconds * 1000) return "time";
  return (
    each(cue.branches ?? [], (branch) => {
      if (!TURNS.includes(branch.on) && !LEVELS.includes(branch.on)) return "unreadable";
      if (!isCount(branch.to, sheet.cues.length)) return "ways";
      return isCount(branch.eases, table.pressure_0_10) ? null : "pressure";
    }) ?? (presses ? coachingFault(sheet, cue) : null)
  );
}

/** Where something presses, an answer over the ceiling brings it down, one that rises as well, and it can be eased. */
function coachingFault({ plan }: CueSheet, cue: Cue): Refusal | null {
  const { coaching } = plan;
  if (!coaching || !(coaching.rises_by_0_10 <= table.rises_by_0_10)) return "pressure";
  const isEased = (["ease", "level-over", "level-rising", "too-sore"] as const).every((on) =>
    cue.branches?.some((branch) => branch.on === on && branch.eases >= 1),
  );
  const isBack = (["level-over", "too-sore"] as const).every((on) => {
    const branch = cue.branches?.find((one) => one.on === on);
    return branch?.at_most_0_10 != null && branch.at_most_0_10 <= table.back_to_0_10;
  });
  return isEased && isBack ? null : "pressure";
}

function waysFault(sheet: CueSheet): Refusal | null {
  if (sheet.cues.length === 0) return null;
  const steps = allSteps(sheet);
  if (longestWay(sheet, (cue) => cue.for_ms) > table.session_s * 1000) return "time";
  const spots = new Set(steps.flatMap((step) => (step.path.length > 0 && step.point ? [spotOf(step)] : [])));
  if (spots.size > table.spots) return "ways";
  for (const spot of spots) {
    const holds = longestWay(sheet, (cue) => Number(cue.presses && spotOf(steps[cue.step]) === spot));
    if (holds > table.holds_per_spot) return "ways";
  }
  for (const [id, { total_s }] of tools) {
    const used = longestWay(sheet, (cue) =>
      steps[cue.step]?.tool === id && DONE.includes(cue.kind) ? cue.for_ms : 0,
    );
    if (used > total_s * 1000) return "time";
  }
  return null;
}

function spotOf(step: Step | undefined): string {
  return `${step?.point} ${step?.side}`;
}

function allSteps({ plan }: CueSheet): readonly Step[] {
  return [...plan.steps, ...(plan.spares ?? [])];
}

function isCount(value: unknown, most: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;
}

function each<One>(all: readonly One[], fault: (one: One) => Refusal | null): Refusal | null {
  for (const one of all) {
    const found = fault(one);
    if (found) return found;
  }
  return null;
}
