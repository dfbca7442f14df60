// What the guard says to a single sheet, and the nearest one that it plays.
import { describe, expect, test } from "vitest";
import recorded from "../../../tests/contract/sessions/once-more.json";
import type { CueSheet } from "../types";
import { refusalOf } from "./guard";
import { longestWay } from "./guard-ways";
import { shortSheet } from "./sheet.fixture";

const SHEET = recorded.sheet as unknown as CueSheet;
const CLEARED_AT = Date.parse("2026-11-20T18:00:00Z");
const minutesOn = (minutes: number): Date => new Date(CLEARED_AT + minutes * 60_000);

describe("a clearance", () => {
  test("is fresh from its minute for two hours", () => {
    expect(refusalOf(SHEET, minutesOn(0), false)).toBeNull();
    expect(refusalOf(SHEET, minutesOn(120), false)).toBeNull();
    expect(refusalOf(SHEET, minutesOn(120.01), false)).toBe("not-fresh");
    expect(refusalOf(SHEET, minutesOn(-0.01), false)).toBe("not-fresh");
  });

  test("may be as old again for a session that is gone on with", () => {
    expect(refusalOf(SHEET, minutesOn(240), true)).toBeNull();
    expect(refusalOf(SHEET, minutesOn(240.01), true)).toBe("not-fresh");
  });

  test("has to be there, and by the rules of the plan", () => {
    expect(refusalOf({ ...SHEET, plan: { ...SHEET.plan, clearance: null } }, minutesOn(1), false)).toBe(
      "not-cleared",
    );
    expect(refusalOf({ ...SHEET, plan: { ...SHEET.plan, rules: "other" } }, minutesOn(1), false)).toBe(
      "not-cleared",
    );
    expect(refusalOf(shortSheet(), minutesOn(1), false)).toBe("not-cleared");
  });
});

test("what is no sheet at all is refused", () => {
  for (const nothing of [null, undefined, 7, "sheet", [], {}, { plan: {} }]) {
    expect(refusalOf(nothing as unknown as CueSheet, minutesOn(1), false)).not.toBeNull();
  }
});

test("a spot at the edge of a zone is played, and one just outside it is not", () => {
  const at = (x: number): CueSheet => {
    const steps = SHEET.plan.steps.map((step) =>
      step.point ? { ...step, path: [{ frame: "P" as const, x, y: -0.2, side: "right" as const }] } : step,
    );
    const plan = { ...SHEET.plan, steps, spares: [], again: [] };
    const line = SHEET.cues.filter((cue) => cue.at_ms < SHEET.total_ms);
    const within = line.map((cue) => ({
      ...cue,
      goes_to: null,
      branches: (cue.branches ?? []).map((one) => ({ ...one, to: Math.min(one.to, line.length) })),
    }));
    return { ...SHEET, plan, cues: within };
  };
  expect(refusalOf(at(0.95), minutesOn(1), false)).toBeNull();
  expect(refusalOf(at(0.951), minutesOn(1), false)).toBe("place");
  expect(refusalOf(at(0.08), minutesOn(1), false)).toBeNull();
  expect(refusalOf(at(0.079), minutesOn(1), false)).toBe("place");
});

test("a way that leads in a circle has no end", () => {
  const cues = SHEET.cues.map((cue, index) => (index === 3 ? { ...cue, goes_to: 2 } : cue));
  expect(longestWay({ ...SHEET, cues }, () => 1)).toBe(Number.POSITIVE_INFINITY);
  expect(longestWay(SHEET, () => 1)).toBeLessThanOrEqual(SHEET.cues.length);
});
