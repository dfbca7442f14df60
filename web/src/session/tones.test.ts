import { expect, test } from "vitest";
import { shortSheet } from "./sheet.fixture";
import { breathAhead, marksAhead, NOTES, tonesAhead } from "./tones";

test("every tone to the end is known at the start, with the touch at half time", () => {
  expect(tonesAhead(shortSheet(), 0)).toEqual([
    { at_ms: 0, sound: "start" },
    { at_ms: 3000, sound: "start" },
    { at_ms: 4000, sound: "start" },
    { at_ms: 6000, sound: "halfway" },
    { at_ms: 8000, sound: "release" },
    { at_ms: 9000, sound: "start" },
    { at_ms: 12000, sound: "end" },
  ]);
});

test("after a pause in a hold its start is not sounded again, its half time is", () => {
  expect(tonesAhead(shortSheet(), 5000).map(({ at_ms }) => at_ms)).toEqual([6000, 8000, 9000, 12000]);
});

test("every change that is still to come is marked: cues, half times, the end", () => {
  expect(marksAhead(shortSheet(), 4000, 0)).toEqual([6000, 8000, 9000, 12000]);
  expect(marksAhead(shortSheet(), 12000, 0)).toEqual([]);
});

test("no two tones begin on the same note", () => {
  const firsts = Object.values(NOTES).map(([first]) => first?.hertz);
  expect(new Set(firsts).size).toBe(firsts.length);
});

test("the breath of each cue that paces one is known ahead, at the chosen pace, and marked for the hand", () => {
  const sheet = shortSheet();
  const cues = sheet.cues.map((cue) => (cue.breathes ? { ...cue, for_ms: cue.for_ms * 5 } : cue));
  const long = { ...sheet, cues };
  const ahead = breathAhead(long, 1, 0);
  expect(ahead[0]).toEqual({ at_ms: 4000, sound: "out" });
  expect(marksAhead(long, 1, 0)).toEqual(expect.arrayContaining(ahead.map(({ at_ms }) => at_ms)));
  expect(breathAhead(long, 4001, 0).every(({ at_ms }) => at_ms > 4000)).toBe(true);
});
