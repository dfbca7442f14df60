import { describe, expect, test } from "vitest";
import type { DrawnPain, PainDrawing } from "./drawing";
import {
  addPain,
  begin,
  choose,
  clear,
  isEmpty,
  markAll,
  marksOf,
  nameOf,
  painsOf,
  paint,
  placeOf,
  setKind,
  setSince,
  setStrength,
  strengthen,
  tap,
  toggle,
  toSend,
  undo,
  unmark,
} from "./drawing";

const PLAIN: DrawnPain = { places: [], strength: 5, kind: null, since: null, dabs: [] };
const shown = ({ pains, active }: PainDrawing) => ({ pains, active });

describe("names", () => {
  test("carry the person's own side, or none on the midline", () => {
    expect(nameOf("shoulder_top", "right")).toBe("shoulder_top_R");
    expect(nameOf("shoulder_top", "left")).toBe("shoulder_top_L");
    expect(nameOf("c7_t3", null)).toBe("c7_t3");
  });

  test("lead back to the place", () => {
    for (const side of ["left", "right", null] as const) {
      expect(placeOf(nameOf("c7_t3", side))).toEqual({ id: "c7_t3", side });
    }
  });
});

describe("what the server is sent", () => {
  test("is the contract: weights of places, and each pain", () => {
    const pain = { ...PLAIN, places: ["neck_post_R"], kind: "ache", since: "days", dabs: [[7, 15]] } as const;
    expect(toSend([pain, PLAIN])).toEqual({
      drawing: { neck_post_R: 5 },
      pains: [{ places: ["neck_post_R"], strength: 5, kind: "ache", since: "days" }],
    });
  });

  test("gives a place that two pains share the stronger of them", () => {
    const pains = [
      { ...PLAIN, places: ["temple_L", "occiput_L"], strength: 3 },
      { ...PLAIN, places: ["temple_L"], strength: 8 },
    ];
    expect(toSend(pains).drawing).toEqual({ temple_L: 8, occiput_L: 3 });
  });
});

test("painting with the brush and tapping a place come to the same weights", () => {
  const painted = paint(begin(), ["neck_post_R", "neck_postlat_R"], [12, 15], "stroke");
  const tapped = tap(tap(begin(), "neck_post_R"), "neck_postlat_R");
  expect(marksOf(painted)).toEqual({ neck_post_R: 5, neck_postlat_R: 5 });
  expect(marksOf(tapped)).toEqual(marksOf(painted));
});

test("places of last time that were equally strong come back as one pain, the strongest first", () => {
  expect(painsOf({ temple_L: 4, occiput_R: 0, neck_post_R: 6, neck_post_L: 6 })).toEqual([
    { ...PLAIN, strength: 6, places: ["neck_post_R", "neck_post_L"] },
    { ...PLAIN, strength: 4, places: ["temple_L"] },
  ]);
});

test("each pain keeps its own strength, kind and age", () => {
  const first = setSince(setKind(setStrength(tap(begin(), "temple_L"), 7), "sharp"), "weeks");
  const both = setKind(tap(addPain(first), "neck_post_R"), "ache");
  expect(shown(both)).toEqual({
    pains: [
      { ...PLAIN, places: ["temple_L"], strength: 7, kind: "sharp", since: "weeks" },
      { ...PLAIN, places: ["neck_post_R"], kind: "ache" },
    ],
    active: 1,
  });
});

test("a tap on another pain turns to it, and a second one takes the place away", () => {
  const two = tap(addPain(tap(begin(), "temple_L")), "occiput_R");
  const turned = tap(two, "temple_L");
  expect(turned.active).toBe(0);
  expect(marksOf(turned)).toEqual({ temple_L: 5, occiput_R: 5 });
  expect(marksOf(tap(turned, "temple_L"))).toEqual({ occiput_R: 5 });
});

test("a control that says what is marked takes it away from any pain, and marks what is not", () => {
  const two = tap(addPain(tap(begin(), "temple_L")), "occiput_R");
  expect(marksOf(toggle(two, "temple_L"))).toEqual({ occiput_R: 5 });
  expect(marksOf(toggle(two, "occiput_R"))).toEqual({ temple_L: 5 });
  expect(shown(toggle(two, "temple_R"))).toEqual(shown(tap(two, "temple_R")));
});

test("a number on a marked place is the strength of its pain", () => {
  const two = tap(addPain(tap(begin(), "temple_L")), "occiput_R");
  expect(marksOf(strengthen(two, "temple_L", 9))).toEqual({ temple_L: 9, occiput_R: 5 });
});

test("a number on an unmarked place begins a pain of that strength, unless it is the strength painted now", () => {
  const one = strengthen(begin(), "temple_L", 6);
  expect(one.pains).toEqual([{ ...PLAIN, strength: 6, places: ["temple_L"] }]);
  expect(strengthen(one, "occiput_R", 6).pains).toHaveLength(1);
  expect(marksOf(strengthen(one, "occiput_R", 3))).toEqual({ temple_L: 6, occiput_R: 3 });
});

test("strength stays between 1 and 10", () => {
  expect(marksOf(setStrength(tap(begin(), "temple_L"), 14))).toEqual({ temple_L: 10 });
  expect(marksOf(setStrength(tap(begin(), "temple_L"), 0))).toEqual({ temple_L: 1 });
});

test("a pain that is still empty is not begun twice, and is not sent", () => {
  const empty = addPain(addPain(tap(begin(), "temple_L")));
  expect(empty.pains).toHaveLength(2);
  expect(toSend(empty.pains).pains).toHaveLength(1);
});

describe("undo", () => {
  test("takes back one stroke whole", () => {
    const stroke = paint(paint(begin(), ["temple_L"], [1, 8], "s1"), ["occiput_L"], [2, 8], "s1");
    expect(undo(stroke).pains).toEqual([PLAIN]);
  });

  test("takes back strokes one by one", () => {
    const two = paint(paint(begin(), ["temple_L"], [1, 8], "s1"), ["occiput_L"], [2, 8], "s2");
    expect(marksOf(undo(two))).toEqual({ temple_L: 5 });
    expect(isEmpty(undo(undo(two)))).toBe(true);
  });

  test("takes back a number that began a pain as the one key press it was", () => {
    const one = strengthen(begin(), "temple_L", 6);
    expect(shown(undo(strengthen(one, "occiput_R", 3)))).toEqual(shown(one));
    expect(shown(undo(one))).toEqual(shown(begin()));
  });

  test("takes back places marked at once apart from those marked at once before", () => {
    const first = markAll(begin(), ["temple_L", "temple_R"]);
    expect(marksOf(undo(markAll(first, ["occiput_R"])))).toEqual({ temple_L: 5, temple_R: 5 });
  });

  test("brings back what was cleared, with all its pains", () => {
    const two = tap(addPain(tap(begin(), "temple_L")), "occiput_R");
    expect(isEmpty(clear(two))).toBe(true);
    expect(shown(undo(clear(two)))).toEqual(shown(two));
  });

  test("does nothing at the beginning", () => {
    expect(undo(begin())).toEqual(begin());
  });
});

test("taking away a place that is not marked, and turning to a pain that is not there, change nothing", () => {
  const one = tap(begin(), "temple_L");
  expect(unmark(one, "occiput_R")).toBe(one);
  expect(choose(one, 4)).toBe(one);
});
