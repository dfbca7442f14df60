import { expect, test } from "vitest";
import { breathAt } from "./breath";

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
