import { describe, expect, it } from "vitest";
import type { Measure, Story } from "../types";
import { dayOf, daysLater, noonOf, withOffset } from "./local-time";
import { chartDays, columnsOf, turnsOf, weeksUntil } from "./series";

const session = (day: string, pressed_s: number) => ({
  at: withOffset(noonOf(day)),
  plan_id: day,
  pressed_s,
  finished: true,
});

function storyOf(days: readonly { day: string; pain: number }[], sessions: Story["sessions"]): Story {
  const bands = days.map(({ day, pain }) => ({ day, level: pain, low: pain - 1, high: pain + 1 }));
  return {
    judgement: {
      trend: "too-few-data",
      because: [],
      change: { trend: "too-few-data", moved: 0, low: -1, high: 1, counts: 3, bands },
    },
    days,
    sessions,
  } as unknown as Story;
}

describe("the clock of this device", () => {
  it("says a moment with its offset, and comes back to the same moment", () => {
    for (const moment of [new Date(0), new Date("2026-03-29T00:59:59Z"), new Date("2026-10-25T01:30:00Z")]) {
      expect(Date.parse(withOffset(moment))).toBe(moment.getTime());
      expect(withOffset(moment)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    }
  });

  it("counts days by the calendar, over the change of the clock and of the year", () => {
    expect(daysLater("2026-10-24", 2)).toBe("2026-10-26");
    expect(daysLater("2026-03-28", 1)).toBe("2026-03-29");
    expect(daysLater("2026-12-31", 1)).toBe("2027-01-01");
    expect(daysLater("2026-03-01", -1)).toBe("2026-02-28");
    expect(dayOf(noonOf("2026-11-20"))).toBe("2026-11-20");
  });
});

describe("the chart of days", () => {
  it("has every day in between, and says null where nothing was told", () => {
    const days = chartDays(
      storyOf(
        [
          { day: "2026-11-01", pain: 5 },
          { day: "2026-11-03", pain: 4 },
        ],
        [session("2026-11-02", 90), session("2026-11-02", 30)],
      ),
    );
    expect(days.map((one) => [one.day, one.pain, one.level, one.pressed_min, one.sessions])).toEqual([
      ["2026-11-01", 5, 5, 0, 0],
      ["2026-11-02", null, null, 2, 2],
      ["2026-11-03", 4, 4, 0, 0],
    ]);
    expect(columnsOf(days, 3)[6]).toEqual([3, 3, 3]);
    expect(columnsOf(days, 3)[1]).toEqual([null, 2, null]);
  });

  it("is empty when nothing was told", () => {
    expect(chartDays(storyOf([], [session("2026-11-02", 90)]))).toEqual([]);
  });
});

describe("the weeks", () => {
  it("begin on Monday, and the last one holds today", () => {
    const weeks = weeksUntil("2026-11-25", 2, [session("2026-11-24", 120)]);
    expect(weeks.map((week) => week[0]?.day)).toEqual(["2026-11-16", "2026-11-23"]);
    expect(weeks[1]?.map((one) => [one.pressed_min, one.isAhead])).toEqual([
      [0, false],
      [2, false],
      [0, false],
      [0, true],
      [0, true],
      [0, true],
      [0, true],
    ]);
  });
});

it("turning is told in steps, oldest first, and only where it was told", () => {
  const told = (at: string, reach_left: string | null, reach_right: string | null) =>
    ({ at, reach_left, reach_right }) as unknown as Measure;
  const turns = turnsOf([
    told("2026-11-03T12:00:00Z", "past", null),
    told("2026-11-02T12:00:00Z", null, null),
    told("2026-11-01T12:00:00Z", "short", "to"),
  ]);
  expect(turns.map((one) => [one.left, one.right])).toEqual([
    [0, 1],
    [2, null],
  ]);
});
