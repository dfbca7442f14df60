import { expect, test } from "vitest";
import { type ClockKind, type Reading, Vigil } from "./vigil";

const at = (clock: number, wall: number): Reading => ({ clock, wall });

/** Whether a vigil says, at any of these looks, that the device slept. */
function slept(kind: ClockKind, first: Reading, ...looks: readonly Reading[]): boolean {
  const vigil = new Vigil(first);
  return looks.some((look) => vigil.sleptUntil(look, kind));
}

test("a clock that stood still while the wall went on has slept", () => {
  expect(slept("audio", at(1000, 50_000), at(1100, 110_000))).toBe(true);
});

test("a tab in the background whose sound went on has not slept", () => {
  expect(slept("audio", at(1000, 50_000), at(61_000, 110_000))).toBe(false);
});

test("without sound, a long time in which nobody looked counts as sleep", () => {
  expect(slept("page", at(1000, 50_000), at(61_000, 110_000))).toBe(true);
  expect(slept("page", at(1000, 50_000), at(2000, 51_000))).toBe(false);
});

test("a wall clock put back is not sleep, and does not hide a sleep that follows", () => {
  expect(slept("audio", at(1000, 50_000), at(1250, 10))).toBe(false);
  expect(slept("audio", at(1000, 50_000), at(1250, 10), at(1500, 60_000))).toBe(true);
});

test("a clock that limps is noticed before it has lost more than two seconds and a look", () => {
  const limping = (share: number) =>
    Array.from({ length: 400 }, (_, look) => at(look * 250 * share, look * 250));
  const vigil = new Vigil(at(0, 0));
  const noticed = limping(0.9).find((look) => vigil.sleptUntil(look, "audio"));
  expect(noticed && noticed.wall - noticed.clock).toBeLessThanOrEqual(2025);
});

test("readings that jitter around the truth for an hour are no sleep", () => {
  const jitter = [0, 90, -40, 60, -110, 20];
  const looks = Array.from({ length: 14_400 }, (_, look) =>
    at(look * 250 + (jitter[look % jitter.length] ?? 0), look * 250),
  );
  expect(slept("audio", at(0, 0), ...looks)).toBe(false);
});

test("what it was last sure of is the look before the sleep", () => {
  const vigil = new Vigil(at(0, 0));
  vigil.sleptUntil(at(250, 250), "audio");
  vigil.sleptUntil(at(251, 90_000), "audio");
  expect(vigil.last).toEqual(at(250, 250));
});
