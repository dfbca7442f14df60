import { beforeAll, expect, test } from "vitest";
import { readWords } from "../words";
import { AS_PLANNED } from "./levels";
import { AFTER_TONE_MS, linesAhead, sentencesIn, sentencesOf } from "./lines";
import { shortSheet } from "./sheet.fixture";

beforeAll(() =>
  readWords(`
cue-settle = Sit. Breathe.
cue-ready = Get ready: { $point }.
cue-hold = Press, no more than { $ceiling }.
cue-release = Let go.
cue-move = Move.
cue-halfway = Halfway.
half-ball = Halfway. Knees soft.
spot-UT2 = the top
spot-shoulder-top = the shoulder
tool-hands = hands
`),
);

test("every line to the end has its time after its tone, and ends where the next begins", () => {
  expect(linesAhead(shortSheet(), 0, AS_PLANNED)).toEqual([
    { at_ms: 700, until_ms: 3700, words: "Sit. Breathe." },
    { at_ms: 3700, until_ms: 4700, words: "Get ready: the top." },
    { at_ms: 4700, until_ms: 6700, words: "Press, no more than 6." },
    { at_ms: 6700, until_ms: 8700, words: "Halfway." },
    { at_ms: 8700, until_ms: 9700, words: "Let go." },
    { at_ms: 9700, until_ms: Number.POSITIVE_INFINITY, words: "Move." },
  ]);
});

test("half time that has words of its own is said once, after its tone", () => {
  const sheet = shortSheet();
  const cues = sheet.cues.map((cue) =>
    cue.halfway_tone
      ? { ...cue, lines: [{ at_ms: 2000, say: "half-ball", asks: false, when: "always" as const }] }
      : cue,
  );
  expect(linesAhead({ ...sheet, cues }, 4700, AS_PLANNED).slice(0, 3)).toEqual([
    { at_ms: 4700, until_ms: 6700, words: "Press, no more than 6." },
    { at_ms: 6700, until_ms: 8700, words: "Halfway. Knees soft." },
    { at_ms: 8700, until_ms: 9700, words: "Let go." },
  ]);
});

test("gone on with inside a cue, what it says is said again from there, eased as it is now", () => {
  expect(linesAhead(shortSheet(), 5000, { by: 2, at_most_0_10: 4 }).slice(0, 2)).toEqual([
    { at_ms: 5000, until_ms: 6700, words: "Press, no more than 4." },
    { at_ms: 6700, until_ms: 8700, words: "Halfway." },
  ]);
});

test("gone on with between a tone and its words, they are said once", () => {
  expect(
    linesAhead(shortSheet(), 4000 + AFTER_TONE_MS - 1, AS_PLANNED).filter(({ words }) =>
      words.startsWith("Press"),
    ),
  ).toHaveLength(1);
});

test("where nothing was begun nothing is said again", () => {
  expect(linesAhead(shortSheet(), 4000, AS_PLANNED)[0]).toEqual({
    at_ms: 4700,
    until_ms: 6700,
    words: "Press, no more than 6.",
  });
});

test("where it goes on being said, only what is still to come is scheduled", () => {
  const goesOn = linesAhead(shortSheet(), 5000, AS_PLANNED, [], true);
  const again = linesAhead(shortSheet(), 5000, AS_PLANNED, [], false);
  expect(goesOn[0]).toEqual({ at_ms: 6700, until_ms: 8700, words: "Halfway." });
  expect(again.slice(1)).toEqual(goesOn);
  expect(again[0]?.words).toBe("Press, no more than 6.");
});

test("a line is parted into its sentences", () => {
  expect(sentencesOf("Left side: the top. Breathe! Is it well?")).toEqual([
    "Left side: the top.",
    "Breathe!",
    "Is it well?",
  ]);
});

test("the sentences of a sheet are those of every ceiling that easing can lead to, each once", () => {
  const sentences = sentencesIn(shortSheet());
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(sentences.filter((sentence) => sentence.startsWith("Press"))).toEqual(
    [6, 5, 4, 3, 2, 1].map((ceiling) => `Press, no more than ${ceiling}.`),
  );
});
