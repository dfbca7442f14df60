import { describe, expect, test } from "vitest";
import {
  dragBy,
  ease,
  HIGHEST_DEG,
  LOWEST_DEG,
  towardEye,
  turnBy,
  turnByKey,
  turnFacing,
  turnOf,
  viewOf,
} from "./turning";

const BACK = { yaw: 180, pitch: 0 };

test("each flat view is nearest to its own turn; the arms have none", () => {
  for (const view of ["back", "left", "right", "front"] as const) {
    const turn = turnOf(view);
    expect(turn && viewOf(turn)).toBe(view);
  }
  expect(turnOf("arms")).toBeNull();
});

test("the person's left is to be seen from +x, the back from -z", () => {
  const eye = (view: "left" | "back") =>
    towardEye(turnOf(view) ?? BACK).map((value) => Math.round(value) + 0);
  expect(eye("left")).toEqual([1, 0, 0]);
  expect(eye("back")).toEqual([0, 0, -1]);
});

test("turning goes round and round, but not over head or under the chin", () => {
  expect(turnBy({ yaw: 170, pitch: 0 }, { yaw: 30, pitch: 0 }).yaw).toBe(-160);
  expect(turnBy(BACK, { yaw: 0, pitch: 400 }).pitch).toBe(HIGHEST_DEG);
  expect(turnBy(BACK, { yaw: 0, pitch: -400 }).pitch).toBe(LOWEST_DEG);
});

test("a finger that goes right takes the near side of the body with it", () => {
  const eye = towardEye(dragBy({ yaw: 0, pitch: 0 }, 50, 0));
  expect(eye[0]).toBeLessThan(0); // the nose points right, to where the eye is not
});

test("arrow keys turn, other keys do not", () => {
  expect(turnByKey(BACK, "ArrowRight")).toEqual({ yaw: -165, pitch: 0 });
  expect(turnByKey(BACK, "Enter")).toBeNull();
});

describe("easing", () => {
  test("goes the short way round", () => {
    const next = ease({ yaw: 170, pitch: 0 }, { yaw: -170, pitch: 0 }, 16);
    expect(Math.abs(next.yaw)).toBeGreaterThan(170);
  });

  test("arrives", () => {
    let turn = { yaw: 0, pitch: 20 };
    for (let frame = 0; frame < 200; frame++) turn = { ...ease(turn, BACK, 16) };
    expect(turn).toEqual(BACK);
  });

  test("stands still when no time has passed", () => {
    expect(ease({ yaw: 10, pitch: 0 }, BACK, 0)).toEqual({ yaw: 10, pitch: 0 });
  });
});

test("facing a patch of skin looks along its normal", () => {
  expect(viewOf(turnFacing([0, 0, -1]))).toBe("back");
  expect(viewOf(turnFacing([-1, 0.2, 0]))).toBe("right");
});
