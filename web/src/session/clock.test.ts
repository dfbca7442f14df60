import { expect, test } from "vitest";
import { sleptBetween } from "./clock.svelte";

const at = (clock: number, wall: number) => ({ clock, wall });

test("a clock that stood still while the wall went on has slept", () => {
  expect(sleptBetween(at(1000, 50_000), at(1100, 110_000), "audio")).toBe(true);
});

test("a tab in the background whose sound went on has not slept", () => {
  expect(sleptBetween(at(1000, 50_000), at(61_000, 110_000), "audio")).toBe(false);
});

test("without sound, a long time in which nobody looked counts as sleep", () => {
  expect(sleptBetween(at(1000, 50_000), at(61_000, 110_000), "page")).toBe(true);
  expect(sleptBetween(at(1000, 50_000), at(2000, 51_000), "page")).toBe(false);
});

test("a wall clock put back is not sleep", () => {
  expect(sleptBetween(at(1000, 50_000), at(1250, 10), "audio")).toBe(false);
});
