import { describe, expect, test } from "vitest";
import { isClear } from "./decide";
import type { Evidence } from "./evidence";

const MORE_THAN_USUAL = 1.3;
/** A word as it is usually heard in a quiet room. */
const CLEAR: Evidence = {
  command: "next",
  from: 40,
  frames: 50,
  beyond: -0.2,
  ahead: -0.2,
  overRoom: 1.1,
  overTalk: 1.3,
  before: 2,
  after: 2,
  unlike: 2,
  margin: 0.5,
  quiet: 1,
  sways: 0,
};

/** How much better than the room, in hundredths, is enough; the larger it is the more this asks for. */
function leastOverRoom(evidence: Partial<Evidence>): number {
  const hundredths = Array.from({ length: 200 }, (_, at) => at);
  return hundredths.find((one) => isClear({ ...CLEAR, ...evidence, overRoom: one / 100 })) ?? 200;
}

describe("what is clear", () => {
  test("a word as it is usually heard, by itself", () => {
    expect(isClear(CLEAR)).toBe(true);
  });

  test.each(["before", "after"] as const)("not a word inside a sentence: speech %s it", (side) => {
    const plain: Evidence = { ...CLEAR, overTalk: MORE_THAN_USUAL, overRoom: MORE_THAN_USUAL, margin: 1 };
    expect([0.5, 0.49].map((drops) => isClear({ ...plain, [side]: drops }))).toEqual([true, false]);
  });

  test("what sets the person moving needs more than what pauses, in every room", () => {
    for (const room of [{}, { quiet: 0.3 }, { sways: 1 }])
      expect(leastOverRoom({ ...room, command: "next" })).toBeGreaterThan(
        leastOverRoom({ ...room, command: "pause" }),
      );
  });

  test("what is enough through steady noise is not where others talk", () => {
    const masked: Evidence = {
      command: "stop",
      from: 40,
      frames: 50,
      beyond: -0.25,
      ahead: -1.2,
      overRoom: 1.1,
      overTalk: 1.3,
      before: 1.5,
      after: 1.5,
      unlike: 4,
      margin: 0.45,
      quiet: 0.4,
      sways: 0,
    };
    expect(isClear(masked)).toBe(true);
    expect(isClear({ ...masked, sways: 1 })).toBe(false);
  });
});
