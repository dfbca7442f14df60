import { expect, test } from "vitest";
import { captionsOf } from "./track";

const NEVER = Number.POSITIVE_INFINITY;

test("the captions of a track have every line with its time, the last one to the end", () => {
  const lines = [
    { at_ms: 700, until_ms: 3700, words: "Sit." },
    { at_ms: 3700, until_ms: NEVER, words: "Move." },
  ];
  expect(captionsOf(lines, 12_000)).toBe(
    "WEBVTT\n\n00:00:00.700 --> 00:00:03.700\nSit.\n\n00:00:03.700 --> 00:00:12.000\nMove.\n",
  );
});

test("captions past an hour count hours", () => {
  const late = [{ at_ms: 3_723_704, until_ms: 3_726_704, words: "Sit." }];
  expect(captionsOf(late, 3_800_000)).toContain("01:02:03.704 --> 01:02:06.704\nSit.");
});
