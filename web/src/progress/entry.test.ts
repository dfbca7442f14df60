import { expect, it } from "vitest";
import { blankMeasure, correctNext, isBlank, takeCorrection, withName, without } from "./entry";

it("an entry is corrected once", () => {
  const measure = { ...blankMeasure("2026-11-20T12:00:00+00:00"), pain_now: 4 };
  correctNext("an-id", measure);
  expect(takeCorrection()).toEqual({ id: "an-id", measure });
  expect(takeCorrection()).toBeNull();
});

it("a zero is said, and the moment alone says nothing", () => {
  const blank = blankMeasure("2026-11-20T12:00:00+00:00");
  expect([blank, { ...blank, pain_now: 0 }, { ...blank, trouble: { "reach-up": 0 } }].map(isBlank)).toEqual([
    true,
    false,
    false,
  ]);
});

it("activities have a name and are few", () => {
  const names = withName({}, "a", " look round ", 2);
  expect(names).toEqual({ a: "look round" });
  expect(withName(names, "b", "  ", 2)).toBe(names);
  const two = withName(names, "b", "carry a bag", 2);
  expect(withName(two, "c", "swim", 2)).toBe(two);
  expect(without(two, "a")).toEqual({ b: "carry a bag" });
});
