import { expect, test } from "vitest";
import { quote, wordsBehind } from "./own-words";
import type { WordsRead } from "./types";

const READ: WordsRead = {
  first: [{ question: "arm-leg-signs", start: 2, end: 17 }],
  places: [],
  about_other: false,
  recognised: true,
  read: 30,
  length: 30,
};

test("a quotation is counted in characters, also after one that takes two units", () => {
  expect(quote("😖 clumsy hands now", READ.first[0] as { start: number; end: number })).toBe(
    "clumsy hands no",
  );
});

test("the words behind a question are found, and no others are made up", () => {
  expect(wordsBehind("a clumsy left hand", READ, "arm-leg-signs")).toBe("clumsy left han");
  expect(wordsBehind("a clumsy left hand", READ, "fever")).toBeNull();
  expect(wordsBehind("a clumsy left hand", null, "arm-leg-signs")).toBeNull();
});
