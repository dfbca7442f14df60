import { describe, expect, test } from "vitest";
import { diceOf, pink, ring, SCENE_HZ } from "../../tests/hearing/scenes";
import { enrolled, inRoom, sayWord, USUAL } from "../../tests/hearing/speaker";
import { NOTES } from "../session/tones";
import { COMMANDS } from "./commands";
import { Listener } from "./listener";

const KNOWN = enrolled();
const BLOCK = 480;
/** Ten seconds of sound take long on a machine that has other things to do. */
const BUSY_MS = 60_000;

/** What is heard in a sound that comes in as it does from a microphone: short blocks. */
function hear(sound: Float32Array): string[] {
  const listener = new Listener(SCENE_HZ, KNOWN);
  const heard: string[] = [];
  for (let at = 0; at < sound.length; at += BLOCK)
    for (const one of listener.take(sound.subarray(at, at + BLOCK)))
      heard.push(one.kind === "command" ? one.command : one.kind);
  return heard;
}

describe("commands", () => {
  test.each([
    ["faster and softer", { hertz: 118, pace: 1.1, loud: 0.25 }],
    ["slower, higher and louder", { hertz: 130, pace: 0.88, loud: 0.4 }],
  ])(
    "each is heard as what it is, said %s than it was learnt",
    (_, manner) => {
      const dice = diceOf(2);
      const said = COMMANDS.map((command) => sayWord(command, manner, dice));
      expect(hear(inRoom(said, dice))).toEqual([...COMMANDS]);
    },
    BUSY_MS,
  );

  test("in a noisy room stop is still stop", () => {
    const dice = diceOf(3);
    expect(hear(inRoom([sayWord("stop", USUAL, dice)], dice, 0.05))).toEqual(["stop"]);
  });

  test("another word is no command", () => {
    const dice = diceOf(4);
    expect(hear(inRoom([sayWord("banana", USUAL, dice), sayWord("yes", USUAL, dice)], dice))).toEqual([
      "unknown",
      "unknown",
    ]);
  });

  test("stop inside a sentence is not obeyed", () => {
    const dice = diceOf(5);
    const words = (["banana", "stop", "banana"] as const).flatMap((word) => [...sayWord(word, USUAL, dice)]);
    expect(hear(inRoom([Float32Array.from(words)], dice))).not.toContain("stop");
  });

  test.each([2, 3])("stop said %d times in a hurry, without a pause, is stop", (times) => {
    const dice = diceOf(5);
    const said = Array.from({ length: times }, () => [
      ...sayWord("stop", { ...USUAL, pace: 1.3 }, dice),
    ]).flat();
    expect(hear(inRoom([Float32Array.from(said)], dice))).toContain("stop");
  });

  test("before the room is known nothing is obeyed", () => {
    const said = inRoom([sayWord("stop", USUAL, diceOf(5))], diceOf(5));
    expect([0, 0.6].map((from_s) => hear(said.subarray(from_s * SCENE_HZ)))).toEqual([["stop"], ["unknown"]]);
  });

  test("noise that goes on is nothing", () => {
    expect(hear(pink(6 * SCENE_HZ, diceOf(6)).map((one) => one * 0.05))).toEqual([]);
  });

  test("digital silence, samples out of range and a dead microphone are nothing", () => {
    expect(hear(new Float32Array(3 * SCENE_HZ))).toEqual([]);
    expect(hear(new Float32Array(SCENE_HZ).fill(1e6))).not.toContain("stop");
  });
});

describe("a room that is too loud for words", () => {
  const tooLoud = (loud: number) => {
    const listener = new Listener(SCENE_HZ, KNOWN);
    listener.take(pink(12 * SCENE_HZ, diceOf(8)).map((one) => one * loud));
    return listener.isTooLoud;
  };

  test("is told, a quiet one is not", () => {
    expect([0.0005, 0.05].map(tooLoud)).toEqual([false, true]);
  });
});

describe("what is loud", () => {
  const dice = diceOf(7);
  const clap = pink(Math.round(0.03 * SCENE_HZ), dice).map((one, at) => one * Math.exp(-at / 300));

  test("a loud unknown shout pauses, the same word at its usual loudness does not", () => {
    const shout = { hertz: 160, pace: 0.7, loud: 3 };
    expect(hear(inRoom([sayWord("banana", shout, dice)], dice))).toContain("shout");
    expect(hear(inRoom([sayWord("banana", { ...shout, loud: 0.3 }, dice)], dice))).not.toContain("shout");
  });

  test("a shout that does not end is heard before it ends", () => {
    const long = Array.from({ length: 6 }, () => [
      ...sayWord("banana", { hertz: 160, pace: 1, loud: 3 }, dice),
    ]).flat();
    const sound = inRoom([Float32Array.from(long)], dice);
    expect(hear(sound.subarray(0, 3 * SCENE_HZ))).toEqual(["shout"]);
  });

  test("a clap is a clap, and a faint click is not", () => {
    expect(hear(inRoom([clap.map((one) => one * 0.8)], dice))).toContain("clap");
    expect(hear(inRoom([clap.map((one) => one * 0.02)], dice))).not.toContain("clap");
  });

  test.each(["go-on", "softer", "again"] as const)(
    "%s is heard under a louder tone of the session",
    (command) => {
      const said = inRoom([sayWord(command, { ...USUAL, loud: 0.1 }, diceOf(7))], diceOf(7));
      for (const note of NOTES.start) ring(said, SCENE_HZ / 2, { ...note, loud: 0.14 });
      expect(hear(said).filter((one) => one !== "unknown")).toEqual([command]);
    },
  );

  test("stop is heard though a tone begins under it", () => {
    const said = inRoom([sayWord("stop", { ...USUAL, loud: 0.1 }, diceOf(7))], diceOf(7));
    for (const note of NOTES.start) ring(said, 1.05 * SCENE_HZ, { ...note, loud: 0.08 });
    expect(hear(said).filter((one) => one !== "unknown")).toEqual(["stop"]);
  });

  test("one of the session's own tones is neither, however loud", () => {
    const bell = Float32Array.from(
      { length: 2 * SCENE_HZ },
      (_, at) => Math.exp(-at / 40_000) * Math.sin((2 * Math.PI * 659 * at) / SCENE_HZ),
    );
    const heard = hear(inRoom([bell], dice));
    expect(heard.filter((one) => one !== "unknown")).toEqual([]);
  });
});
