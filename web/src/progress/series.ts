// What the charts of progress show, as plain values: days in a row, weeks in rows, turning in steps.

import type { Measure, Reach, SessionDay, Story } from "../types";
import { dayOf, daysLater, noonOf } from "./local-time";

export interface ChartDay {
  readonly day: string;
  readonly pain: number | null;
  readonly level: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly pressed_min: number;
  readonly sessions: number;
}

/** Every day from the first to the last of which anything is known; what was not told is null. */
export function chartDays(story: Story): readonly ChartDay[] {
  const pains = new Map(story.days.map((one) => [one.day, one.pain]));
  const bands = new Map(story.judgement.change.bands.map((one) => [one.day, one]));
  const sessions = sessionsByDay(story.sessions);
  const known = [...pains.keys(), ...bands.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days: ChartDay[] = [];
  for (let day = first; day <= last; day = daysLater(day, 1)) {
    const band = bands.get(day);
    const done = sessions.get(day) ?? [];
    days.push({
      day,
      pain: pains.get(day) ?? null,
      level: band?.level ?? null,
      low: band?.low ?? null,
      high: band?.high ?? null,
      pressed_min: minutesIn(done),
      sessions: done.length,
    });
  }
  return days;
}

/** The columns that the chart draws: time in seconds, then minutes pressed, low, high, level, pain, what counts. */
export function columnsOf(
  days: readonly ChartDay[],
  counts: number | null,
): readonly (readonly (number | null)[])[] {
  return [
    days.map((one) => noonOf(one.day).getTime() / 1000),
    days.map((one) => (one.pressed_min > 0 ? one.pressed_min : null)),
    days.map((one) => one.low),
    days.map((one) => one.high),
    days.map((one) => one.level),
    days.map((one) => one.pain),
    days.map(() => counts),
  ];
}

export interface CalendarDay {
  readonly day: string;
  readonly pressed_min: number;
  readonly sessions: number;
  readonly isAhead: boolean;
}

/** Whole weeks, Monday first, of which the last holds today. */
export function weeksUntil(
  today: string,
  weeks: number,
  sessions: readonly SessionDay[],
): readonly (readonly CalendarDay[])[] {
  const done = sessionsByDay(sessions);
  const weekday = (noonOf(today).getDay() + 6) % 7;
  const monday = daysLater(today, -weekday - 7 * (weeks - 1));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const day = daysLater(monday, 7 * week + place);
      const those = done.get(day) ?? [];
      return { day, pressed_min: minutesIn(those), sessions: those.length, isAhead: day > today };
    }),
  );
}

export interface Turn {
  readonly at: string;
  readonly left: number | null;
  readonly right: number | null;
}

const REACHES: readonly Reach[] = ["short", "to", "past"];

/** How far the head turned each time it was told, oldest first: 0 short of the collarbone's end, 2 past it. */
export function turnsOf(measures: readonly Measure[]): readonly Turn[] {
  const step = (reach: Reach | null) => (reach === null ? null : REACHES.indexOf(reach));
  return measures
    .map((one) => ({ at: one.at, left: step(one.reach_left), right: step(one.reach_right) }))
    .filter((turn) => turn.left !== null || turn.right !== null)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

export function reachAt(step: number): Reach {
  return REACHES[step] ?? "to";
}

/** A number of points to one decimal, never a minus zero. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

function sessionsByDay(sessions: readonly SessionDay[]): Map<string, SessionDay[]> {
  const days = new Map<string, SessionDay[]>();
  for (const one of sessions) {
    const day = dayOf(new Date(one.at));
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return days;
}

function minutesIn(sessions: readonly SessionDay[]): number {
  return Math.round(sessions.reduce((sum, one) => sum + one.pressed_s, 0) / 6) / 10;
}
