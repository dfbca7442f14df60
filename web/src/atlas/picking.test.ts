import { expect, test } from "vitest";
import type { ViewName } from "../types";
import { middleOf } from "./brush";
import { flatSight } from "./flat-sight";
import { FILE, SKIN } from "./model.fixture";
import { pick, project, type Sight } from "./picking";
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

test("the arms have no camera of the bust", () => {
  expect(flatSight("arms")).toBeNull();
});

test("the bump of the neck is in the middle of the back view, where its picture shows it", () => {
  const c7 = FILE.header.landmarks.find(([id]) => id === "c7")?.[1] ?? [9, 9, 9];
  const [x, y] = project(sightOf("back"), ...c7);
  expect(x).toBeCloseTo(450, 0);
  expect(y).toBeCloseTo(440, -1);
});
