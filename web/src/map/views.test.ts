import { expect, test } from "vitest";
import type { TriggerPoint, View } from "../types";
import { alongPath, boxOf, cropAround, muscleUnder, viewShowing, wholeOf } from "./views";

function view(part: Partial<View>): View {
  return {
    image: "",
    width: 900,
    height: 1000,
    silhouette: "M100 50C100 50 800 900 800 900Z",
    regions: [],
    muscles: [],
    points: [],
    landmarks: [],
    zones: [],
    ...part,
  };
}

const muscle = (id: string) => ({
  id,
  side: "right" as const,
  layer: "superficial",
  outline: "",
  fibres: [],
});
const shown = (id: string, x: number, y: number) => ({ id, side: "right" as const, at: [x, y] as const });
const point = (id: string, x: number, y: number): TriggerPoint => ({
  id,
  muscle: `muscle of ${id}`,
  frame: "P",
  at: [x, y],
  permission: "allowed",
  prior: 0.1,
  hand_reaches: true,
  essential: {},
  spillover: {},
  source: [],
  both_sides: false,
});

const POINTS = [point("A", 0, 0), point("B", 1, 0), point("C", 0, 1)];

test("a muscle is shown from behind if it can be seen there, else from its own side", () => {
  const views = {
    back: view({ muscles: [muscle("trapezius")] }),
    right: view({ muscles: [muscle("scm"), muscle("trapezius")] }),
  };
  expect([viewShowing(views, "trapezius", "right"), viewShowing(views, "scm", "right")]).toEqual([
    "back",
    "right",
  ]);
});

test("the view that also shows where to press is preferred", () => {
  const views = {
    back: view({ muscles: [muscle("scm")] }),
    right: view({ muscles: [muscle("scm")], points: [shown("S", 1, 1)] }),
  };
  expect(viewShowing(views, "scm", "right", "S")).toBe("right");
});

test("a whole view ends below the body", () => {
  expect(wholeOf(view({}))).toEqual({ x: 0, y: 0, width: 900, height: 912 });
});

test("a crop keeps the proportion of its frame, holds what matters and stays in the picture", () => {
  const focus = { x: 700, y: 500, width: 150, height: 60 };
  const crop = cropAround(view({}), focus, 0.8, 0.1);
  expect(crop.width / crop.height).toBeCloseTo(0.8);
  expect(crop.x).toBeLessThanOrEqual(focus.x);
  expect(crop.x + crop.width).toBeGreaterThanOrEqual(focus.x + focus.width);
  expect(crop.x + crop.width).toBeLessThanOrEqual(900);
});

test("the box of some curves holds all their points", () => {
  expect(boxOf(["M10 20C30 5 40.5 60 20 80", "M0 30C1 31 2 32 3 33"])).toEqual({
    x: 0,
    y: 5,
    width: 40.5,
    height: 75,
  });
  expect(boxOf([])).toBeNull();
});

test("the muscle under a place is that of the nearest point", () => {
  expect(muscleUnder(POINTS, { frame: "P", x: 0.9, y: 0.1, side: "right" })).toBe("muscle of B");
});

test("a stroke is followed by its length, from its start to its end", () => {
  const path = [
    [0, 0],
    [10, 0],
    [10, 30],
  ] as const;
  expect([0, 0.125, 0.5, 1].map((share) => alongPath(path, share))).toEqual([
    [0, 0],
    [5, 0],
    [10, 10],
    [10, 30],
  ]);
  expect(alongPath([[4, 5]], 0.5)).toEqual([4, 5]);
});

test("a stroke that stays in a place for a while is followed through it", () => {
  const path = [
    [0, 0],
    [0, 0],
    [10, 0],
    [10, 0],
  ] as const;
  expect([0, 0.5, 1].map((share) => alongPath(path, share))).toEqual([
    [0, 0],
    [5, 0],
    [10, 0],
  ]);
  const [still] = path;
  expect(alongPath([still, still], 0.5)).toEqual([0, 0]);
});
