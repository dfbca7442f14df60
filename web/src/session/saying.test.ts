import { expect, test } from "vitest";
import recorded from "../../../tests/contract/sessions/once-more.json";
import type { CueSheet } from "../types";
import type { PlayerEvent } from "./player";
import { millis, next, open, position } from "./player";
import { sayingAt } from "./saying";

const SHEET = recorded.sheet as unknown as CueSheet;
const HOLD = SHEET.cues.find((cue) => cue.kind === "hold") ?? SHEET.cues[0];
const START = HOLD?.at_ms ?? 0;
const at = (kind: "start" | "ease" | "too-sore" | "swap", ms: number): PlayerEvent => ({
  kind,
  at_ms: millis(ms),
});
const level = (told: number, ms: number): PlayerEvent => ({ kind: "level", at_ms: millis(ms), level: told });

/** What is said so many milliseconds into the first hold, after these events. */
function said(into_ms: number, ...events: PlayerEvent[]): string | undefined {
  const player = [at("start", 0), ...events].reduce(next, open(SHEET));
  if (player.kind === "stopped") return undefined;
  return sayingAt(SHEET, position(player, millis(START + into_ms)), player.turns)?.say;
}

test("a hold of a minute asks, asks again, and goes on with its script", () => {
  expect([0, 8_999, 9_000, 21_000, 30_000, 38_000].map((ms) => said(ms))).toEqual([
    "cue-hold-sustained-pressure",
    "cue-hold-sustained-pressure",
    "cue-ask-level",
    "cue-tell-me",
    "half-two-fingers",
    "line-shoulders-low",
  ]);
});

test("whoever has told a level is asked in another way than whoever has not", () => {
  expect(said(21_500, level(5, START + 10_000))).toBe("cue-ask-level-again");
  expect(said(21_500)).toBe("cue-tell-me");
});

test("a level is answered until the next line", () => {
  const told = level(5, START + 10_000);
  expect([10_000, 20_999, 21_000].map((ms) => said(ms, told))).toEqual([
    "cue-level-steady",
    "cue-level-steady",
    "cue-ask-level-again",
  ]);
  expect(said(10_500, level(9, START + 10_000))).toBe("cue-level-over");
  expect(said(10_500, at("ease", START + 10_000))).toBe("cue-eased");
});

test("an answer that leads elsewhere is said there, from its beginning", () => {
  expect(said(10_500, at("too-sore", START + 10_000))).toBe("cue-too-sore");
  expect(said(22_500, level(5, START + 10_000), level(2, START + 22_000))).toBe("cue-level-faded");
  expect(said(10_500, at("swap", START + 10_000))).toBe("cue-place-pressure-release");
});
