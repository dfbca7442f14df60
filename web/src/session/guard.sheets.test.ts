// The guard on thousands of sheets that the planner makes, and on thousands that a broken one might.
import { beforeAll, expect, test } from "vitest";
import type { CueSheet } from "../types";
import { refusalOf } from "./guard";
import { madeSheets } from "./made-sheets.js";

const SEED = 20261120;
const GOOD = 2000;
const SPOILED = 4000;
const NOW = new Date("2026-11-20T18:05:00Z");

interface Made {
  spoiled: string;
  sheet: CueSheet;
}

let good: string[];
let spoiled: string[];

beforeAll(() => {
  const lines = madeSheets(SEED, GOOD, SPOILED);
  good = lines.filter((line) => line.startsWith('{"spoiled":""'));
  spoiled = lines.filter((line) => !line.startsWith('{"spoiled":""'));
}, 300_000);

test("no sheet of the planner is refused", () => {
  const refused = good.map((line) => refusalOf((JSON.parse(line) as Made).sheet, NOW, false));
  expect(good.length).toBe(GOOD);
  expect(refused.filter((one) => one !== null)).toEqual([]);
});

test("every spoiled sheet is refused, in each way that it was spoiled", () => {
  const played = new Map<string, number>();
  const ways = new Set<string>();
  for (const line of spoiled) {
    const { spoiled: way, sheet } = JSON.parse(line) as Made;
    ways.add(way);
    if (refusalOf(sheet, NOW, false) === null) played.set(way, (played.get(way) ?? 0) + 1);
  }
  expect(spoiled.length).toBeGreaterThanOrEqual(SPOILED);
  expect(ways.size).toBeGreaterThanOrEqual(26);
  expect([...played]).toEqual([]);
});
