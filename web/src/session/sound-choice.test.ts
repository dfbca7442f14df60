import { expect, test } from "vitest";
import { FIRST_CHOICE, keepSoundChoice, readSoundChoice, type SoundChoice } from "./sound-choice";

function shelfWith(text: string | null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  };
}

test("what was chosen is there again", () => {
  const shelf = shelfWith(null);
  const choice: SoundChoice = {
    heard: "silent",
    volume: 0.2,
    speed: 1.1,
    shows_step: true,
    breathes: false,
    pace: -1,
  };
  keepSoundChoice(choice, shelf);
  expect(readSoundChoice(shelf)).toEqual(choice);
});

test("at first the voice and the breath are heard, and a locked screen shows no step", () => {
  expect(readSoundChoice(shelfWith(null))).toEqual({
    heard: "voice",
    volume: 0.7,
    speed: 1,
    shows_step: false,
    breathes: true,
    pace: 0,
  });
});

test.each([
  "not json",
  "null",
  "[1]",
  '{"heard":"shouting","volume":7,"speed":3,"shows_step":"yes","pace":2}',
  '{"volume":null,"speed":"fast"}',
])("%s counts as nothing chosen", (text) => {
  expect(readSoundChoice(shelfWith(text))).toEqual(FIRST_CHOICE);
});

test("a shelf without room is no reason to stop", () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(() => keepSoundChoice(FIRST_CHOICE, full)).not.toThrow();
});
