import { beforeAll, expect, test } from "vitest";
import type { Stricter } from "../types";
import { readWords } from "../words";
import { changeWords } from "./changes";

const WORDS = import.meta.glob<string>("../../../src/unknot/words/en/*.ftl", {
  eager: true,
  query: "?raw",
  import: "default",
});
const one = (change: Partial<Stricter>): Stricter => ({
  limit: "pain_0_10",
  of: null,
  id: "",
  ours: null,
  theirs: null,
  ...change,
});

beforeAll(() => readWords(Object.values(WORDS).join("\n")));

test.each([
  [one({ limit: "no_pressure" }), "Nothing is pressed"],
  [one({ limit: "left_out", of: "tool", id: "gun" }), "Massage gun: Left out"],
  [one({ ours: 6, theirs: 3 }), "Pain while pressing, 0 to 10: 3 instead of 6"],
  [
    one({ limit: "hold_s", of: "zone", id: "Z_SHELF", ours: 90, theirs: 20 }),
    "Top of the shoulder · Seconds of one hold: 20 instead of 90",
  ],
])("%o is said", (change, words) => {
  expect(changeWords(change)).toBe(words);
});
