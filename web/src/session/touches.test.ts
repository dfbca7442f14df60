import { expect, test } from "vitest";
import type { Cue } from "../types";
import { shortSheet } from "./sheet.fixture";
import { TOUCHES_MS } from "./tones";
import { BreathTouch, touchOf } from "./touches";

const sheet = shortSheet();
const hold: Cue = { ...(sheet.cues[2] as Cue), for_ms: 30_000 };
const saying = (at_ms: number) => ({ say: "", at_ms, asks: false });

test("a cue and its half time are felt, a line in between is not", () => {
  expect([0, 15_000, 9000].map((at_ms) => touchOf(hold, saying(at_ms)))).toEqual([
    TOUCHES_MS.start,
    TOUCHES_MS.halfway,
    null,
  ]);
});

test("each turn of the breath is felt once, however often it is looked at", () => {
  const touch = new BreathTouch();
  const felt = [0, 3999, 4000, 4100, 9000, 10_020, 10_040].map((since) =>
    touch.at(sheet, hold, hold.at_ms + since, 0),
  );
  expect(felt).toEqual([null, null, TOUCHES_MS.out, null, null, TOUCHES_MS.in, null]);
});

test("no two of the things that can be felt are alike", () => {
  const patterns = Object.values(TOUCHES_MS).map((pattern) => pattern.join());
  expect(new Set(patterns).size).toBe(patterns.length);
});
