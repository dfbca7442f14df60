import { expect, test } from "vitest";
import { type ClockKind, type Reading, Vigil } from "./vigil";

const at = (clock: number, wall: number, page = wall): Reading => ({ clock, wall, page });

/** Whether a vigil says, at any of these looks, that the device slept. */
function slept(kind: ClockKind, first: Reading, ...looks: readonly Reading[]): boolean {
  const vigil = new Vigil(first);
  return looks.some((look) => vigil.sleptUntil(look, kind));
}

test("a clock that stood still while the wall went on has slept", () => {
  expect(slept("audio", at(1000, 50_000), at(1100, 110_000, 50_100))).toBe(true);
  expect(slept("audio", at(1000, 50_000), at(1100, 52_100))).toBe(false);
});

test("a tab in the background whose sound went on has not slept", () => {
  expect(slept("audio", at(1000, 50_000), at(61_000, 110_000))).toBe(false);
});

test("without sound, a long time in which nobody looked counts as sleep", () => {
  expect(slept("page", at(1000, 50_000), at(61_000, 110_000))).toBe(true);
  expect(slept("page", at(1000, 50_000), at(2000, 51_000))).toBe(false);
});

test("a wall clock put back is not sleep, and does not hide a sleep that follows", () => {
  expect(slept("audio", at(1000, 50_000), at(1250, 10, 50_250))).toBe(false);
  expect(slept("audio", at(1000, 50_000), at(1250, 10, 50_250), at(1500, 60_000, 50_500))).toBe(true);
});

/** How far a clock of this speed is behind after each look, when it is put forward as it is told. */
function behindAt(speed: number): number[] {
  const vigil = new Vigil(at(0, 0));
  let [clock, page] = [0, 0];
  return Array.from({ length: 400 }, () => {
    clock += 250 * speed;
    page += 250;
    expect(vigil.sleptUntil(at(clock, page), "audio")).toBe(false);
    clock += vigil.takeBehind();
    return page - clock;
  });
}

test("a clock that limps is put forward before it is more than half a second and a look behind", () => {
  expect(Math.max(...behindAt(0.9))).toBeLessThanOrEqual(525);
  expect(Math.max(...behindAt(0.9))).toBeGreaterThan(450);
});

test("a sound card that is a little slow, as all are, is left alone for an hour", () => {
  expect(behindAt(0.9999).at(-1)).toBeCloseTo(10, 3);
});

test("readings that jitter around the truth for an hour are no reason to do anything", () => {
  const jitter = [0, 90, -40, 60, -110, 20];
  const vigil = new Vigil(at(0, 0));
  for (let look = 1; look < 14_400; look += 1) {
    expect(vigil.sleptUntil(at(look * 250 + (jitter[look % 6] ?? 0), look * 250), "audio")).toBe(false);
    expect(vigil.takeBehind()).toBe(0);
  }
});

test("a wall clock put forward a little moves no cue", () => {
  const vigil = new Vigil(at(0, 0));
  expect(vigil.sleptUntil(at(250, 1750, 250), "audio")).toBe(false);
  expect(vigil.takeBehind()).toBe(0);
});

test("what it was last sure of is the look before the sleep", () => {
  const vigil = new Vigil(at(0, 0));
  vigil.sleptUntil(at(250, 250), "audio");
  vigil.sleptUntil(at(251, 90_000, 251), "audio");
  expect(vigil.last).toEqual(at(250, 250));
});
