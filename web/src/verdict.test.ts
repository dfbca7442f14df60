import { expect, test } from "vitest";
import type { Cleared, Restriction } from "./types";
import { deservesReading, limitsByCondition } from "./verdict";

const CLEAR: Cleared = {
  kind: "cleared",
  at: "2026-11-23T10:00:00Z",
  tier: "clear",
  fired: [],
  limits: { pressure_allowed: true, restrictions: [] },
  rules: "r1",
  valid_min: 120,
};

const EVERYWHERE = ["neck", "shelf", "back"] as const;

function cane(
  grade: Restriction["grade"],
  areas: readonly Restriction["area"][] = EVERYWHERE,
): Restriction[] {
  return areas.map((area) => ({
    condition: "anticoagulant",
    modality: "cane",
    area,
    grade,
    source: ["clinical:2.4"],
  }));
}

test("a clear verdict without limits is not stopped at", () => {
  expect(deservesReading(CLEAR)).toBe(false);
});

test.each<[string, Cleared]>([
  ["an appointment is advised", { ...CLEAR, tier: "routine" }],
  ["pressure is refused", { ...CLEAR, limits: { pressure_allowed: false, restrictions: [] } }],
  [
    "something is limited",
    { ...CLEAR, limits: { pressure_allowed: true, restrictions: cane("LIM", ["neck"]) } },
  ],
])("it is read first when %s", (_, verdict) => {
  expect(deservesReading(verdict)).toBe(true);
});

test.each(["ASK", "NO"] as const)("%s everywhere is left out, without naming the areas", (grade) => {
  expect(limitsByCondition({ pressure_allowed: true, restrictions: cane(grade) })).toEqual([
    {
      condition: "anticoagulant",
      source: ["clinical:2.4"],
      left_out: [{ modality: "cane", areas: null }],
      light: [],
    },
  ]);
});

test("a limit in one area names it", () => {
  expect(limitsByCondition({ pressure_allowed: true, restrictions: cane("LIM", ["neck"]) })).toEqual([
    {
      condition: "anticoagulant",
      source: ["clinical:2.4"],
      left_out: [],
      light: [{ modality: "cane", areas: ["neck"] }],
    },
  ]);
});
