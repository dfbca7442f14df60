// Every state that a real sheet can be brought into, with all its branches.
import { beforeAll, describe, expect, test } from "vitest";
import recorded from "../../../tests/contract/sessions/every-turn-at-once.json";
import type { CueSheet } from "../types";
import { indexAt, stepsOf } from "./course";
import { ceilingOf, type Eased } from "./levels";
import type { Live, Player, PlayerEvent, Press } from "./player";
import { cueAt, lineAhead, millis, next, open, position, recordOf, stepOf } from "./player";

const SHEET = recorded.sheet as unknown as CueSheet;
const PRESSES: readonly Press[] = [
  "start",
  "pause",
  "resume",
  "skip",
  "ease",
  "too-sore",
  "swap",
  "repeat",
  "next",
  "finish",
];
const LEVELS = [0, 3, 5, 8];
const LATER = [400, 9000, 21_000];
const LOWEST = 7;

interface State {
  player: Live;
  now: number;
}

const at = (kind: Press, ms: number): PlayerEvent => ({ kind, at_ms: millis(ms) });
const every = (ms: number): PlayerEvent[] => [
  ...PRESSES.map((kind) => at(kind, ms)),
  ...LEVELS.map((level): PlayerEvent => ({ kind: "level", at_ms: millis(ms), level })),
];

/** What decides about everything that can follow: the place, the ceiling, and the levels told in this hold. */
function keyOf({ kind, sheet, position, eased, turns }: Live): string {
  const here = sheet.cues[indexAt(sheet, position)];
  const told = turns.filter(({ position_ms, level_0_10 }) => {
    const cue = cueAt(sheet, millis(position_ms));
    return level_0_10 !== null && cue?.step === here?.step && cue?.repetition === here?.repetition;
  });
  return [
    kind,
    indexAt(sheet, position),
    Math.min(eased.by, LOWEST),
    eased.at_most_0_10,
    ...told.slice(-1).map((one) => one.level_0_10),
  ].join();
}

function isAbove(after: Eased, before: Eased): boolean {
  const steps = stepsOf(SHEET).filter(({ ceiling_0_10 }) => ceiling_0_10 > 0);
  return steps.some((step) => ceilingOf(step, after) > ceilingOf(step, before));
}

function reachable(): State[] {
  const seen = new Map<string, State>();
  const edge: State[] = [{ player: open(SHEET) as Live, now: 0 }];
  for (let state = edge.pop(); state; state = edge.pop()) {
    for (const later of LATER) {
      for (const event of every(state.now + later)) {
        const player = next(state.player, event) as Live;
        const key = keyOf(player);
        if (seen.has(key)) continue;
        seen.set(key, { player, now: event.at_ms });
        edge.push({ player, now: event.at_ms });
      }
    }
  }
  return [...seen.values()];
}

describe("from every reachable state of a sheet with branches", () => {
  let states: State[];
  beforeAll(() => {
    states = reachable();
  }, 120_000);

  test("every cue of the sheet is reached", () => {
    const reached = new Set(states.map(({ player }) => indexAt(SHEET, player.position)));
    expect([...reached].sort((a, b) => a - b)).toEqual(SHEET.cues.map((_, index) => index));
    expect(new Set(states.map(({ player }) => player.kind))).toEqual(
      new Set(["ready", "playing", "paused", "finished"]),
    );
  });

  test("stop is one event away", () => {
    for (const { player, now } of states)
      expect(next(player, { kind: "stop", at_ms: millis(now) }).kind).toBe("stopped");
  });

  test("a position always lies within a cue of the sheet, or at its end", () => {
    for (const { player, now } of states) {
      for (const event of every(now + 300)) {
        const after = next(player, event);
        const here = position(after, event.at_ms);
        const cue = cueAt(SHEET, here);
        const isInside = cue && here >= cue.at_ms && here < cue.at_ms + cue.for_ms;
        if (!isInside) expect([after.kind, here]).toEqual(["finished", SHEET.total_ms]);
      }
    }
  });

  test("no event brings the ceiling of any step up", () => {
    for (const { player, now } of states) {
      for (const event of every(now + 300)) {
        const after = next(player, event) as Live;
        if (isAbove(after.eased, player.eased)) expect.unreachable(`${event.kind} raised it`);
      }
    }
  });

  test("a level over the ceiling brings it to four or less at once, and never below one", () => {
    let times = 0;
    for (const { player, now } of states) {
      const after = next(player, { kind: "level", at_ms: millis(now), level: 8 }) as Live;
      if (after.turns.length === player.turns.length || after.turns.at(-1)?.on !== "level-over") continue;
      const cue = cueAt(SHEET, player.position);
      const step = cue && stepOf(SHEET, cue);
      if (!step) continue;
      times += 1;
      expect(ceilingOf(step, after.eased)).toBeLessThanOrEqual(4);
      expect(ceilingOf(step, after.eased)).toBeGreaterThanOrEqual(1);
    }
    expect(times).toBeGreaterThan(10);
  });

  test("whatever was done, the rest of the way ends", () => {
    for (const { player, now } of states.filter((state) => state.player.kind === "playing")) {
      const line = lineAhead(SHEET, player.position);
      expect(line.total_ms - player.position).toBeLessThanOrEqual(900_000);
      const ended: Player = next(player, at("finish", now + line.total_ms - player.position));
      expect(ended.kind).toBe("finished");
    }
  });

  test("a turn that is not in the sheet where it stands leaves no trace", () => {
    for (const { player } of states) {
      const cue = cueAt(SHEET, player.position);
      const absent = (["swap", "repeat", "too-sore", "next"] as const).filter(
        (on) => player.kind !== "finished" && !cue?.branches?.some((branch) => branch.on === on),
      );
      for (const kind of absent) expect(next(player, at(kind, player.since))).toEqual(player);
    }
  });
});

test("what is ahead of a cue beside the main line leads back to it", () => {
  const swap = SHEET.cues.flatMap((cue) => cue.branches ?? []).find(({ on }) => on === "swap");
  const beside = SHEET.cues[swap?.to ?? 0];
  if (!beside) return expect.unreachable("the sheet has no other way");
  const line = lineAhead(SHEET, millis(beside.at_ms + 1000));
  expect(line.cues[0]?.at_ms).toBe(beside.at_ms);
  expect(line.cues.at(-1)?.say).toBe("cue-after-care");
  line.cues.slice(1).forEach((cue, place) => {
    const before = line.cues[place];
    expect(cue.at_ms).toBe((before?.at_ms ?? 0) + (before?.for_ms ?? 0));
  });
});

test("a record names both ways of a step that was changed within", () => {
  const hold = SHEET.cues.find(({ kind }) => kind === "hold")?.at_ms ?? 0;
  const events = [at("start", 0), at("swap", hold + 5000), at("pause", hold + 20_000)];
  const { done } = recordOf(events.reduce(next, open(SHEET)));
  const [first, second] = done.slice(-2);
  expect(first?.step).toBe(second?.step);
  expect([first?.seconds, second?.seconds]).toEqual([5, 7]);
});
