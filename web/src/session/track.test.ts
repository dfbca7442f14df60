import { beforeAll, expect, test } from "vitest";
import { readWords } from "../words";
import { shortSheet } from "./sheet.fixture";
import { captionsOf } from "./track";

beforeAll(() =>
  readWords(
    "cue-settle = Sit.\ncue-ready = Ready.\ncue-hold = Press.\ncue-release = Go.\ncue-move = Move.\ncue-halfway = Half.\nspot-UT2 = top\nspot-shoulder-top = top\ntool-hands = hands\n",
  ),
);

test("the captions of a track have every line with its time, the last one to the end", () => {
  const [head, ...lines] = captionsOf(shortSheet()).split("\n\n");
  expect(head).toBe("WEBVTT");
  expect(lines[0]).toBe("00:00:00.700 --> 00:00:03.700\nSit.");
  expect(lines.at(-1)).toBe("00:00:09.700 --> 00:00:12.000\nMove.\n");
  expect(lines).toHaveLength(6);
});

test("captions past an hour count hours", () => {
  const sheet = shortSheet();
  const late = { ...sheet, cues: sheet.cues.map((cue) => ({ ...cue, at_ms: cue.at_ms + 3_723_004 })), total_ms: 3_800_000 };
  expect(captionsOf(late)).toContain("01:02:03.704 --> 01:02:06.704\nSit.");
});
