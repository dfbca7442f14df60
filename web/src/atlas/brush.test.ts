import { describe, expect, test } from "vitest";
import {
  cellsUnder,
  discSamples,
  isNear,
  middleOf,
  placesAmong,
  placesUnder,
  shapeOf,
  warmth,
} from "./brush";
import { SKIN } from "./model.fixture";
import { NOWHERE } from "./skin";

const distance = (a: number, b: number) =>
  Math.hypot(...[0, 1, 2].map((k) => (SKIN.points[3 * a + k] ?? 0) - (SKIN.points[3 * b + k] ?? 0)));
const middle = (name: string) => middleOf(SKIN, name) ?? -1;
const BACK = [
  "shoulder_top_R",
  "shoulder_top_L",
  "scap_body_R",
  "interscap_L",
  "neck_side_R",
  "temple_L",
  "c7_t3",
];

describe("a dab", () => {
  test.each(BACK)("in the middle of %s counts for it", (name) => {
    expect(placesUnder(SKIN, [middle(name), 8])).toContain(name);
  });

  test("counts for a neighbour only when that fills a third of it", () => {
    const fine = placesUnder(SKIN, [middle("scap_body_R"), 8]);
    expect(fine).toEqual(["scap_body_R"]);
    expect(placesUnder(SKIN, [middle("scap_medial_R"), 26]).length).toBeGreaterThan(1);
  });

  test("never reaches through the body", () => {
    const sternum = middle("sternum");
    const covered = cellsUnder(SKIN, [sternum, 200]).map(([cell]) => SKIN.normals[3 * cell + 2] ?? 0);
    expect(Math.min(...covered)).toBeGreaterThan(-0.95);
    expect(placesUnder(SKIN, [middle("throat"), 26])).not.toContain("neck_post_R");
  });

  test("reaches no farther than its brush", () => {
    const cell = middle("scap_body_L");
    const away = cellsUnder(SKIN, [cell, 15]).map(([other]) =>
      Math.hypot(
        ...[0, 1, 2].map((k) => (SKIN.points[3 * other + k] ?? 0) - (SKIN.points[3 * cell + k] ?? 0)),
      ),
    );
    expect(Math.max(...away)).toBeLessThanOrEqual(0.015 + 1e-6);
    expect(away.length).toBeGreaterThan(3);
  });

  test("on the left counts as its mirror does on the right", () => {
    const right = middle("scap_medial_R");
    const left = SKIN.mirror[right] ?? 0;
    const mirrored = placesUnder(SKIN, [right, 26]).map((name) => name.replace(/_R$/, "_L"));
    expect(placesUnder(SKIN, [left, 26]).sort()).toEqual(mirrored.sort());
  });
});

test("a dab adds nothing within a third of its radius of the one before, and does farther off", () => {
  const cell = middle("scap_body_R");
  const around = cellsUnder(SKIN, [cell, 60]).map(([one]) => one);
  const near = around.filter((one) => isNear(SKIN, [one, 60], [cell, 60]));
  expect(near).toEqual(around.filter((one) => distance(cell, one) < 0.018));
  expect([near.length > 1, around.length > near.length]).toEqual([true, true]);
});

describe("the brush where only outlines are known", () => {
  test("counts for the place under its middle, however little of it", () => {
    expect(placesAmong(["a", "b", "b", "b", "b"])).toEqual(["a", "b"]);
  });

  test("counts for no place that fills less than a third of it", () => {
    expect(placesAmong(["a", "a", "a", "b"])).toEqual(["a"]);
    expect(placesAmong([null, null, null, "b"])).toEqual([]);
  });

  test("is sampled inside its disc, the middle first", () => {
    const samples = discSamples(10);
    expect(samples[0]).toEqual([0, 0]);
    expect(Math.max(...samples.map(([x, y]) => Math.hypot(x, y)))).toBeLessThanOrEqual(10);
  });
});

describe("warmth", () => {
  const pain = { places: ["scap_body_R"], strength: 6, dabs: [] };
  const warm = (cell: number, values: Float32Array) => values[cell] ?? 0;

  test("is nowhere in an empty drawing", () => {
    expect(Math.max(...warmth(SKIN, []))).toBe(0);
  });

  test("is all over a place that was tapped, and nowhere on the other side", () => {
    const values = warmth(SKIN, [pain]);
    expect(warm(middle("scap_body_R"), values)).toBeGreaterThan(0.3);
    expect(warm(middle("scap_body_L"), values)).toBe(0);
  });

  test("grows with the strength", () => {
    const [weak, strong] = [2, 9].map((strength) => warmth(SKIN, [{ ...pain, strength }]));
    const cell = middle("scap_body_R");
    expect(warm(cell, strong ?? new Float32Array())).toBeGreaterThan(warm(cell, weak ?? new Float32Array()));
  });

  test("is brightest where the brush went", () => {
    const cell = middle("scap_body_R");
    const values = warmth(SKIN, [{ ...pain, dabs: [[cell, 8]] }]);
    const elsewhere = Array.from(values).filter(
      (_, i) =>
        SKIN.names[SKIN.place[i] ?? NOWHERE] === "scap_body_R" &&
        Math.hypot(
          ...[0, 1, 2].map((k) => (SKIN.points[3 * i + k] ?? 0) - (SKIN.points[3 * cell + k] ?? 0)),
        ) > 0.03,
    );
    expect(values[cell]).toBeGreaterThan(Math.max(...elsewhere));
    expect(Math.min(...elsewhere)).toBeGreaterThan(0);
  });
});

test("the shape of a place is full in its middle and empty far from it", () => {
  const shape = shapeOf(SKIN, "temple_L");
  expect(shape[middle("temple_L")]).toBeGreaterThan(0.8);
  expect(shape[middle("temple_R")]).toBe(0);
  expect(Math.max(...shapeOf(SKIN, null))).toBe(0);
});

test("a place on the forearm has no cell on the bust", () => {
  expect(middleOf(SKIN, "forearm_rad_L")).toBeNull();
});
