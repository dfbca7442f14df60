import { describe, expect, test } from "vitest";
import {
  dragBy,
  ease,
  fromBehind_deg,
  HIGHEST_DEG,
  LOWEST_DEG,
  seenFrom,
  type Turn,
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

describe("the slider", () => {
  test.each([
    ["ArrowRight", 15],
    ["ArrowUp", 15],
    ["PageUp", 45],
    ["ArrowLeft", 345],
    ["ArrowDown", 345],
    ["PageDown", 315],
    ["End", 345],
    ["Home", 0],
  ])("goes by %s from behind to %i degrees, and keeps the tilt", (key, value_deg) => {
    const turn = turnByKey({ ...BACK, pitch: 20 }, key);
    expect(turn && [fromBehind_deg(turn), turn.pitch]).toEqual([value_deg, 20]);
  });

  test("is left alone by other keys", () => {
    expect(turnByKey(BACK, "Enter")).toBeNull();
  });

  test("has a value that grows all the way round", () => {
    const values = [180, -90, 0, 90, 179].map((yaw) => fromBehind_deg({ yaw, pitch: 0 }));
    expect(values).toEqual([0, 90, 180, 270, 359]);
  });

  test("is said as the nearest view, and how far off it is toward which other", () => {
    expect(seenFrom({ yaw: -165, pitch: -10 })).toEqual({
      view: "back",
      aside_deg: 15,
      toward: "right",
      above_deg: -10,
    });
    expect(seenFrom({ yaw: 120, pitch: 0 })).toEqual({
      view: "left",
      aside_deg: 30,
      toward: "back",
      above_deg: 0,
    });
    expect(seenFrom({ yaw: 0, pitch: 0 })).toMatchObject({ view: "front", aside_deg: 0 });
  });
});

describe("easing", () => {
  test("goes the short way round", () => {
    const next = ease({ yaw: 170, pitch: 0 }, { yaw: -170, pitch: 0 }, 16);
    expect(Math.abs(next.yaw)).toBeGreaterThan(170);
  });

  test("arrives at the very turn it was sent to, by which motion knows that it may rest", () => {
    let turn: Turn = { yaw: 0, pitch: 20 };
    for (let frame = 0; frame < 200; frame++) turn = ease(turn, BACK, 16);
    expect(turn).toBe(BACK);
  });

  test("stands still when no time has passed", () => {
    expect(ease({ yaw: 10, pitch: 0 }, BACK, 0)).toEqual({ yaw: 10, pitch: 0 });
  });
});

test("facing a patch of skin looks along its normal", () => {
  expect(viewOf(turnFacing([0, 0, -1]))).toBe("back");
  expect(viewOf(turnFacing([-1, 0.2, 0]))).toBe("right");
});
