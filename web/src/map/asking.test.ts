import { expect, test } from "vitest";
import type { AskNoticed, AskPress } from "../types";
import { idOf, NOTHING_TOLD, withFelt, withNoticed, withoutLast } from "./asking";

const press: AskPress = {
  kind: "press",
  name: "UT2_R",
  information_bits: 0.2,
  source: [],
  side: "right",
  point: "UT2",
  muscle: "upper_trapezius",
  pressure_0_10: 3,
};
const move: AskNoticed = {
  kind: "move",
  name: "chin-to-chest",
  information_bits: 0.2,
  source: [],
  side: null,
  point: null,
  muscle: null,
  pressure_0_10: 0,
};
const place: AskNoticed = { ...move, kind: "place", name: "behind_ear_R", side: "right" };

test("an answer is kept under the name of its question, in the part of its kind", () => {
  const told = withNoticed(withNoticed(withFelt(NOTHING_TOLD, press, "sore"), move, "yes"), place, "no");
  expect(told).toEqual({
    palpation: { UT2_R: "sore" },
    movements: { "chin-to-chest": "yes" },
    also_hurts: { behind_ear_R: "no" },
    told: ["UT2_R", "chin-to-chest", "behind_ear_R"],
  });
});

test("the last answer is taken back, whichever part it is in, and then the one before it", () => {
  const first = withNoticed(NOTHING_TOLD, move, "no");
  const both = withFelt(first, press, "familiar");
  expect(withoutLast(both)).toEqual(first);
  expect(withoutLast(first)).toEqual(NOTHING_TOLD);
  expect(withoutLast(NOTHING_TOLD)).toBeNull();
});

test("an answer given again replaces the old one and becomes the last", () => {
  const told = withFelt(withNoticed(withFelt(NOTHING_TOLD, press, "sore"), move, "yes"), press, "familiar");
  expect([told.palpation, told.told]).toEqual([{ UT2_R: "familiar" }, ["chin-to-chest", "UT2_R"]]);
});

test("a movement without sides keeps its whole name", () => {
  expect([idOf(move), idOf({ ...move, name: "turn-to-side_L", side: "left" })]).toEqual([
    "chin-to-chest",
    "turn-to-side",
  ]);
});
