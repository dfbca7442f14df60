import { expect, test } from "vitest";
import type { ViewName } from "../types";
import { middleOf } from "./brush";
import { flatSight } from "./flat-sight";
import { FILE, SKIN } from "./model.fixture";
import { facing, pick, project, type Sight } from "./picking";
import { NOWHERE } from "./skin";

const sightOf = (view: ViewName): Sight => flatSight(view) as Sight;
const placeUnder = (view: ViewName, name: string): string | undefined => {
  const cell = middleOf(SKIN, name) ?? 0;
  const [x, y] = project(
    sightOf(view),
    SKIN.points[3 * cell] ?? 0,
    SKIN.points[3 * cell + 1] ?? 0,
    SKIN.points[3 * cell + 2] ?? 0,
  );
  return SKIN.names[SKIN.place[pick(SKIN, sightOf(view), x, y) ?? -1] ?? NOWHERE];
};

test.each([
  ["back", "scap_body_R"],
  ["back", "neck_post_L"],
  ["left", "temple_L"],
  ["right", "temple_R"],
  ["front", "sternum"],
] as const)("from the %s a finger on %s finds it", (view, name) => {
  expect(placeUnder(view, name)).toBe(name);
});

test("what is hidden behind the body is not found through it", () => {
  expect(placeUnder("front", "interscap_R")).not.toBe("interscap_R");
});

test("beside the body there is nothing", () => {
  expect(pick(SKIN, sightOf("back"), 5, 5)).toBeNull();
});

test.each([430, 1000, 4000])("in a figure %i px high there is no hole in the back", (height) => {
  const sight = { ...sightOf("back"), width: 0.9 * height, height };
  const t = SKIN.triangles;
  const middles = Array.from({ length: t.length / 3 }, (_, k) =>
    [0, 1, 2].map((corner) => t[3 * k + corner] ?? 0),
  );
  const seen = middles.filter((corners) =>
    corners.every((cell) => facing(SKIN, cell, sight.toward) > 0.3 && (SKIN.solid[cell] ?? 0) > 0.5),
  );
  const missed = seen
    .filter((_, k) => k % 20 === 0)
    .filter((corners) => {
      const mean = (k: number) =>
        corners.reduce((sum, cell) => sum + (SKIN.points[3 * cell + k] ?? 0), 0) / 3;
      const [x, y] = project(sight, mean(0), mean(1), mean(2));
      return pick(SKIN, sight, x, y) === null;
    });
  expect([seen.length > 1000, missed]).toEqual([true, []]);
});

test("the arms have no camera of the bust", () => {
  expect(flatSight("arms")).toBeNull();
});

test("the bump of the neck is in the middle of the back view, where its picture shows it", () => {
  const c7 = FILE.header.landmarks.find(([id]) => id === "c7")?.[1] ?? [9, 9, 9];
  const [x, y] = project(sightOf("back"), ...c7);
  expect(x).toBeCloseTo(450, 0);
  expect(y).toBeCloseTo(440, -1);
});
