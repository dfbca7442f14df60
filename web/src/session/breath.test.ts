import { describe, expect, test } from "vitest";
import type { Cue } from "../types";
import { atPace, breathAt, breathTurnsIn } from "./breath";
import { shortSheet } from "./sheet.fixture";

const SIX_A_MINUTE = { in_ms: 4000, out_ms: 6000, source: [] };

test("a breath begins empty, is full when it turns, and is empty again", () => {
  expect([0, 4000, 10_000].map((ms) => Math.round(breathAt(SIX_A_MINUTE, ms).fullness * 100))).toEqual([
    0, 100, 0,
  ]);
});

test("in and out are told apart in words, with the seconds left", () => {
  expect(
    [0, 3999, 4000, 9500].map((ms) => breathAt(SIX_A_MINUTE, ms)).map(({ phase, left_s }) => [phase, left_s]),
  ).toEqual([
    ["in", 4],
    ["in", 1],
    ["out", 6],
    ["out", 1],
  ]);
});

test("the person's own pace stays within what the sheet allows, and a sheet from before has but one", () => {
  const breath = { in_ms: 4500, out_ms: 5500, spread_ms: 500, source: [] };
  expect([-1, 0, 1].map((pace) => atPace(breath, pace))).toEqual([
    { in_ms: 4000, out_ms: 5000 },
    { in_ms: 4500, out_ms: 5500 },
    { in_ms: 5000, out_ms: 6000 },
  ]);
  expect(atPace({ in_ms: 4500, out_ms: 5500, source: [] }, 1)).toEqual({ in_ms: 4500, out_ms: 5500 });
});

describe("a breath turns", () => {
  const sheet = shortSheet();
  const hold = { ...(sheet.cues[2] as Cue), for_ms: 30_000 };

  test("in time with the hold: its own tone begins the first, and each ends before it is let go", () => {
    expect(breathTurnsIn(sheet, hold, 0)).toEqual([
      { after_ms: 4000, phase: "out" },
      { after_ms: 10_000, phase: "in" },
      { after_ms: 14_000, phase: "out" },
      { after_ms: 20_000, phase: "in" },
      { after_ms: 24_000, phase: "out" },
    ]);
  });

  test("from its very beginning in a cue that no tone begins", () => {
    expect(breathTurnsIn(sheet, { ...hold, tone: "none" }, 0)[0]).toEqual({ after_ms: 0, phase: "in" });
  });

  test("not to a breath in that there is no time for, nor to one out where the cue ends", () => {
    expect(breathTurnsIn(sheet, { ...hold, for_ms: 13_999 }, 0).map(({ after_ms }) => after_ms)).toEqual([
      4000,
    ]);
    expect(breathTurnsIn(sheet, { ...hold, for_ms: 14_000 }, 0).map(({ after_ms }) => after_ms)).toEqual([
      4000, 10_000,
    ]);
  });

  test("never in a cue that paces no breath", () => {
    expect(breathTurnsIn(sheet, { ...hold, breathes: false }, 0)).toEqual([]);
  });
});
