import { describe, expect, test } from "vitest";
import { chosenBy, openQuestions, questionBehind, signsOf, tapped } from "./check-in";
import type { Fired, Question, Verdict } from "./types";

const SKIN: Question = {
  id: "skin",
  kind: "several",
  source: ["clinical:RF-19"],
  options: ["skin-hot-or-red", "skin-swollen-or-bruised", "skin-rash-or-open"],
  unsure_counts_as: ["unknown-skin"],
  opened_by: [],
  unprompted: [],
  visits: ["first", "return"],
  between: null,
  clarifies: null,
  seeks_danger: false,
  kept_days: null,
  reads_as: "",
};

function fired(...signs: string[]): Fired {
  return { rule: "r", tier: "same-day", confidence: "high", signs, source: [], red_flag: null };
}

describe("what an answer has chosen", () => {
  test.each([
    [undefined, []],
    [7, []],
    ["unsure", []],
    [["none"], []],
    ["known-pain", ["known-pain"]],
    [
      ["fever", "very-ill"],
      ["fever", "very-ill"],
    ],
  ])("%j", (answer, chosen) => {
    expect(chosenBy(answer)).toEqual(chosen);
  });
});

test("tapping turns an option on, in the order of the question", () => {
  expect(tapped(SKIN, ["skin-rash-or-open"], "skin-hot-or-red")).toEqual([
    "skin-hot-or-red",
    "skin-rash-or-open",
  ]);
});

test("tapping it again turns it off", () => {
  expect(tapped(SKIN, ["skin-hot-or-red", "skin-rash-or-open"], "skin-hot-or-red")).toEqual([
    "skin-rash-or-open",
  ]);
});

test("the question behind a verdict offers one of its signs, or counts it for not sure", () => {
  expect(questionBehind([fired("skin-hot-or-red", "fever")], [SKIN])).toBe(SKIN);
  expect(questionBehind([fired("unknown-skin")], [SKIN])).toBe(SKIN);
});

test("a verdict from elsewhere has no question behind it", () => {
  expect(questionBehind([fired("numbness-again")], [SKIN])).toBeUndefined();
});

test("each sign is said once", () => {
  expect(signsOf([fired("fever", "very-ill"), fired("fever")])).toEqual(["fever", "very-ill"]);
});

const STOPPED: Verdict = {
  kind: "stopped",
  tier: "same-day",
  fired: [fired("chest-pain-with-effort")],
  rules: "r",
  may_be_worse: ["arm-leg-signs"],
};

test.each([
  ["nothing is open before the first verdict", null, false, []],
  ["open questions are asked", { kind: "needs-answers", missing: ["age"], rules: "r" }, false, ["age"]],
  ["a stop asks nothing by itself", STOPPED, false, []],
  ["a stop asks what may be worse when that is wanted", STOPPED, true, ["arm-leg-signs"]],
] as const)("%s", (_, verdict, looksFurther, open) => {
  expect(openQuestions(verdict, looksFurther)).toEqual(open);
});
