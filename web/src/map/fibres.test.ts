import { expect, test } from "vitest";
import { axis, spacing, weave } from "./fibres";

const LEFT = "M0 0C0 10 0 20 0 30";
const RIGHT = "M8 0C8 10 8 20 8 30";

test("strands are woven between neighbours, halfway where there is one more", () => {
  expect(weave([LEFT, RIGHT], 1).map(({ path }) => path)).toEqual([
    "M0 0C0 10 0 20 0 30",
    "M4 0C4 10 4 20 4 30",
    "M8 0C8 10 8 20 8 30",
  ]);
});

test("neighbours that do not match are left as they are", () => {
  expect(weave([LEFT, "M8 0C8 10 8 20 8 30C9 9 9 9 9 9"], 3)).toHaveLength(2);
});

test("strands are as wide as their share of the gap", () => {
  expect([spacing([LEFT, RIGHT], 0), spacing([LEFT, RIGHT], 1)]).toEqual([8, 4]);
});

test("the axis runs from tendon to tendon", () => {
  expect(axis([LEFT, RIGHT])).toEqual({ x1: 8, y1: 0, x2: 8, y2: 30 });
});
