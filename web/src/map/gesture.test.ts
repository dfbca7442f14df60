import { expect, test } from "vitest";
import { begin, isEmpty, marksOf, paint, undo } from "./drawing";
import { cancel, type Deed, type Gesture, joinWithSecond, lift, press, pull } from "./gesture";
import { FIRST_BRUSH, type Tool, TURN } from "./tool";

const at = (x: number, y = 0) => ({ x, y });

/** What a finger does that goes through these places and up again. */
function deedsOf(start: Gesture, tool: Tool, ...way: readonly { x: number; y: number }[]): (Deed | null)[] {
  let gesture: Gesture | null = start;
  const deeds: (Deed | null)[] = [];
  for (const spot of way) {
    const [next, deed] = pull(gesture, start.pointer, spot, tool);
    gesture = next;
    deeds.push(deed);
  }
  return [...deeds, lift(gesture, start.pointer)[1]];
}

test("a finger that hardly moves taps where it came down", () => {
  expect(deedsOf(press(1, at(50), FIRST_BRUSH, true), FIRST_BRUSH, at(57))).toEqual([
    null,
    { kind: "tap", at: at(50) },
  ]);
});

test("one that moves farther paints, from where it came down, in strides and as one stroke", () => {
  const gesture = press(1, at(0), FIRST_BRUSH, true);
  const { stroke } = gesture;
  const { radius_mm } = FIRST_BRUSH;
  expect(deedsOf(gesture, FIRST_BRUSH, at(8), at(12))).toEqual([
    { kind: "paint", spots: [at(0), at(4), at(8)], radius_mm, stroke },
    { kind: "paint", spots: [at(12)], radius_mm, stroke },
    null,
  ]);
});

test("with the turning tool, and beside the body, it turns and then says so", () => {
  for (const gesture of [press(1, at(0), TURN, true), press(1, at(0), FIRST_BRUSH, false)]) {
    expect(deedsOf(gesture, FIRST_BRUSH, at(10, 4), at(13))).toEqual([
      { kind: "turn", x_px: 10, y_px: 4 },
      { kind: "turn", x_px: 3, y_px: -4 },
      { kind: "turned" },
    ]);
  }
});

test("a turn does not leap by the little way that might have become a tap", () => {
  expect(deedsOf(press(1, at(0), TURN, true), TURN, at(6), at(9))[1]).toEqual({
    kind: "turn",
    x_px: 3,
    y_px: 0,
  });
});

test("a second finger makes a stroke a turn", () => {
  const both = joinWithSecond(press(1, at(0), FIRST_BRUSH, true));
  expect(deedsOf(both, FIRST_BRUSH, at(2))).toEqual([{ kind: "turn", x_px: 2, y_px: 0 }, { kind: "turned" }]);
});

test("what another finger does is not this one's", () => {
  const gesture = press(1, at(0), FIRST_BRUSH, true);
  expect(pull(gesture, 2, at(40), FIRST_BRUSH)).toEqual([gesture, null]);
  expect(lift(gesture, 2)).toEqual([gesture, null]);
  expect(cancel(gesture, 2)).toBe(gesture);
  expect(cancel(gesture, 1)).toBeNull();
  expect(pull(null, 1, at(40), FIRST_BRUSH)).toEqual([null, null]);
});

test("the page scrolls under a finger that begins beside the body, unless the turning tool was chosen", () => {
  const holds = (tool: Tool, isOnBody: boolean) => press(1, at(0), tool, isOnBody).holdsPage;
  expect([holds(FIRST_BRUSH, false), holds(FIRST_BRUSH, true), holds(TURN, false)]).toEqual([
    false,
    true,
    true,
  ]);
});

test("strokes of two figures are two steps of undo", () => {
  const stroke = () => press(1, at(0), FIRST_BRUSH, true).stroke;
  const first = paint(begin(), ["temple_L"], [1, 8], stroke());
  const second = paint(first, ["occiput_R"], [2, 8], stroke());
  expect(marksOf(undo(second))).toEqual({ temple_L: 5 });
  expect(isEmpty(undo(undo(second)))).toBe(true);
});
