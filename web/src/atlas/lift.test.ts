import { expect, test } from "vitest";
import DRAWN from "../../../src/unknot/knowledge/views.json?raw";
import type { View, ViewName } from "../types";
import { flatSight } from "./flat-sight";
import { nearestCell } from "./labels";
import { lift, liftPath, placeOfPoint } from "./lift";
import { FILE, SKIN } from "./model.fixture";
import { project, type Sight } from "./picking";
import { NOWHERE } from "./skin";

const VIEWS: Record<ViewName, View> = JSON.parse(DRAWN).views;
const at = (x: number, y: number, side: "left" | "right" = "right") => lift(FILE, { frame: "P", x, y, side });

test("a place of frame P lies on the skin, in the region whose centre it is", () => {
  for (const [x, y, name] of [
    [0.55, -0.05, "shoulder_top_R"],
    [0.1, 0.45, "neck_post_R"],
    [0.58, -0.75, "scap_body_R"],
    [0.15, -1.55, "midback_R"],
  ] as const) {
    const cell = nearestCell(SKIN, at(x, y) ?? [9, 9, 9]);
    expect(SKIN.names[SKIN.place[cell] ?? NOWHERE]).toBe(name);
  }
});

test("left is the mirror of right, whichever sign x has", () => {
  const [x = 9, y, z] = at(0.48, -0.03) ?? [];
  expect(at(-0.48, -0.03, "left")).toEqual([-x, y, z]);
  expect(at(0.48, -0.03, "left")).toEqual([-x, y, z]);
});

test("between two places of the grid it lies between them", () => {
  const heights = [0.2, 0.22, 0.25].map((y) => at(0.1, y)?.[1] ?? 9);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
});

test("a trigger point lies where its own place in the frame is", () => {
  const point = placeOfPoint(FILE, "UT2", "right") ?? [9, 9, 9];
  const same = at(0.48, -0.03) ?? [0, 0, 0];
  expect(Math.hypot(...[0, 1, 2].map((k) => (point[k] ?? 0) - (same[k] ?? 0)))).toBeLessThan(0.004);
  expect(placeOfPoint(FILE, "UT2", "left")).toEqual([-point[0], point[1], point[2]]);
  expect(placeOfPoint(FILE, "nothing", "left")).toBeNull();
});

test("a place off the grid is nowhere, and one on its border is not", () => {
  const { from, step, columns, rows } = FILE.header.grid;
  const [most_x, most_y] = [from[0] + (columns - 1) * step, from[1] + (rows - 1) * step];
  expect(at(0, from[1])).not.toBeNull();
  expect([at(most_x + 0.01, 0), at(0, from[1] - 0.01), at(0, most_y + 0.01), at(Number.NaN, 0)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("of a stroke that leaves the grid nothing is shown, not even the rest of it", () => {
  const point = (y: number) => ({ frame: "P", x: 0.1, y, side: "right" }) as const;
  expect(liftPath(FILE, [point(0.2), point(0.4)])).toEqual([at(0.1, 0.2), at(0.1, 0.4)]);
  expect(liftPath(FILE, [point(0.2), point(9), point(0.4)])).toBeNull();
});

test.each(["back", "left", "right", "front"] as const)(
  "the %s picture shows each trigger point where its camera sees it",
  (name) => {
    const sight = flatSight(name) as Sight;
    const away = VIEWS[name].points.map(({ id, side, at: [x, y] }) => {
      const [px, py] = project(sight, ...(placeOfPoint(FILE, id, side) ?? [9, 9, 9]));
      return Math.hypot(px - x, py - y);
    });
    expect(away.length).toBeGreaterThan(0);
    expect(Math.max(...away)).toBeLessThan(1);
  },
);

test("nothing is pressed in the other frames, so nothing is lifted from them", () => {
  expect(lift(FILE, { frame: "L", x: 0, y: 0, side: "right" })).toBeNull();
});
