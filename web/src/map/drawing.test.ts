import { describe, expect, test } from "vitest";
import type { PainDrawing } from "./drawing";
import {
  blank,
  clear,
  mark,
  nameOf,
  placeOf,
  select,
  setStrength,
  strengthOf,
  tap,
  undo,
  unmark,
} from "./drawing";

const shown = ({ marks, selected }: PainDrawing) => ({ marks, selected });

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

test("a drawing of last time is taken up without the places that no longer hurt", () => {
  expect(shown(blank({ temple_L: 4, occiput_R: 0 }))).toEqual({
    marks: { temple_L: 4 },
    selected: ["temple_L"],
  });
});

test("several pains keep their own strengths", () => {
  let drawing = mark(blank(), "temple_R", 6, "tap 1");
  drawing = setStrength(mark(drawing, "scap_medial_L", 6, "tap 2"), 2);
  expect(shown(drawing)).toEqual({ marks: { temple_R: 6, scap_medial_L: 2 }, selected: ["scap_medial_L"] });
});

test("one stroke over several places selects them all, and one undo takes them back", () => {
  const before = mark(blank(), "temple_R", 3, "tap 1");
  const painted = ["shoulder_top_R", "neck_postlat_R"].reduce(
    (d, name) => mark(d, name, 5, "stroke 2"),
    before,
  );
  expect(painted.selected).toEqual(["shoulder_top_R", "neck_postlat_R"]);
  expect(strengthOf(setStrength(painted, 8))).toBe(8);
  expect(undo(painted).marks).toEqual({ temple_R: 3 });
});

test("a slider pulled through many values is one step back", () => {
  const drawing = mark(blank(), "temple_R", 5, "tap 1");
  const pulled = [6, 7, 8].reduce(setStrength, drawing);
  expect(undo(pulled).marks).toEqual({ temple_R: 5 });
});

test("a tap marks, the next one on another place selects, the next one on the selected takes away", () => {
  let drawing = tap(blank(), "temple_R", 5, "tap 1");
  drawing = tap(drawing, "temple_L", 5, "tap 2");
  drawing = tap(drawing, "temple_R", 5, "tap 3");
  expect(shown(drawing)).toEqual({ marks: { temple_R: 5, temple_L: 5 }, selected: ["temple_R"] });
  drawing = tap(drawing, "temple_R", 5, "tap 4");
  expect(shown(drawing)).toEqual({ marks: { temple_L: 5 }, selected: ["temple_L"] });
});

test("strength stays within 1 and 10: a place that does not hurt is not marked", () => {
  expect(mark(blank(), "temple_R", 0, "tap 1").marks).toEqual({ temple_R: 1 });
  expect(setStrength(mark(blank(), "temple_R", 5, "tap 1"), 14).marks).toEqual({ temple_R: 10 });
});

test("clear can be undone", () => {
  const drawing = mark(blank(), "temple_R", 5, "tap 1");
  expect(clear(drawing).marks).toEqual({});
  expect(undo(clear(drawing)).marks).toEqual({ temple_R: 5 });
});

test("what is not marked can be neither selected nor taken away", () => {
  const drawing = mark(blank(), "temple_R", 5, "tap 1");
  expect(select(drawing, "temple_L")).toBe(drawing);
  expect(unmark(drawing, "temple_L")).toBe(drawing);
});

test("undo on a fresh drawing changes nothing", () => {
  const drawing = blank();
  expect(undo(drawing)).toBe(drawing);
});
