import { expect, test } from "vitest";
import { strokesOf, type ToldSession, toldOf } from "./knot-chart";

function session(pain_before: number, pain_after: number): ToldSession {
  return {
    at: "2026-11-23T10:00:00Z",
    plan_id: "p",
    spot: { point: "UT2", side: "right", muscle: "upper_trapezius" },
    tool: "hands",
    held_s: 60,
    pain_next: null,
    technique: "sustained-pressure",
    pain_before,
    pain_after,
    turning: "same",
    helped: "no",
    pressed_s: 0,
    stopped_for: null,
  };
}

test("no session draws no stroke", () => {
  expect(strokesOf([], 300, 100)).toEqual([]);
});

test("10 lies at the top, 0 at the bottom, and sessions are spread evenly", () => {
  expect(strokesOf([session(10, 0), session(5, 4)], 300, 100)).toEqual([
    { x: 75, before: 0, after: 100 },
    { x: 225, before: 50, after: 60 },
  ]);
});

test("a session of which nothing was told is not drawn", () => {
  expect(toldOf([session(6, 3), { ...session(0, 0), pain_before: null, pain_after: null }])).toEqual([
    session(6, 3),
  ]);
});
