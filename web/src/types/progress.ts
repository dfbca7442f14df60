// The story of a person, of their knots, and what works.
import type { Drawing } from "./body";
import type { Feeling, Helped, Turning } from "./session";
import type { Instant, Side, Source } from "./shared";

/** A trigger point on a side. */
export interface BodySpot {
  readonly point: string;
  readonly side: Side;
  readonly muscle: string;
}

/** A session in the story of a knot. What is null was not told, or not yet. */
export interface KnotSession {
  readonly at: Instant;
  readonly plan_id: string;
  readonly spot: BodySpot;
  readonly technique: string;
  readonly tool: string;
  readonly held_s: number;
  readonly pain_next: number | null;
  readonly pain_before: number | null;
  readonly pain_after: number | null;
  readonly turning: Turning | null;
  readonly helped: Helped | null;
  readonly pressed_s: number;
  readonly stopped_for: Feeling | "unsaid" | null;
}

export type Trend = "better" | "worse" | "no-clear-change" | "too-few-data";

export interface Knot extends BodySpot {
  readonly id: string;
  readonly spots: readonly BodySpot[];
  readonly since: Instant;
  readonly sessions: readonly KnotSession[];
  readonly trend: Trend;
  readonly relapses: number;
  readonly gone_at: Instant | null;
}

export type Relation = "joined" | "apart" | "anew" | "gone";

export interface KnotEdit {
  readonly relation: Relation;
  readonly knot: string;
  readonly at: Instant;
  readonly other: string;
}

export type Reach = "past" | "to" | "short";
export type Soreness = "none" | "under-a-day" | "up-to-two-days" | "over-two-days";
/** A day of the person's own calendar: 2026-11-20. */
export type Day = string;

/** An answer to "How is it now?"; what is null was not said. */
export interface Measure {
  readonly at: Instant;
  readonly pain_now: number | null;
  readonly pain_worst: number | null;
  readonly pain_average: number | null;
  readonly change: number | null;
  readonly activities: Readonly<Record<string, number>>;
  readonly reach_left: Reach | null;
  readonly reach_right: Reach | null;
  readonly turned_left_deg: number | null;
  readonly turned_right_deg: number | null;
  readonly trouble: Readonly<Record<string, number>>;
  readonly sleep_0_10: number | null;
  readonly stress_0_10: number | null;
  readonly soreness: Soreness | null;
  readonly sore_0_10: number | null;
  readonly drawing: Drawing;
}

export interface Asked {
  readonly activities: Readonly<Record<string, string>>;
  readonly most_activities: number;
  readonly everyday: readonly { readonly id: string; readonly source: readonly Source[] }[];
  readonly late_days: number;
  readonly asks_soreness: boolean;
}

export interface MeasureEntry {
  readonly id: string;
  readonly measure: Measure;
  readonly before: readonly Measure[];
  readonly trouble_score: number | null;
}

export interface LevelBand {
  readonly day: Day;
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

export interface PainChange {
  readonly trend: Trend;
  readonly moved: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly counts: number | null;
  readonly bands: readonly LevelBand[];
}

export interface Judgement {
  readonly trend: Trend;
  readonly because: readonly { readonly measure: string; readonly trend: Trend; readonly by: number }[];
  readonly change: PainChange;
}

export interface Effect {
  readonly arm: {
    readonly way: { readonly technique: string; readonly tool: string };
    readonly minutes: number;
  };
  readonly tries: number;
  readonly fall: number;
  readonly low: number;
  readonly high: number;
}

export interface Learned {
  readonly finding: "too-early" | "works" | "by-itself";
  readonly best: { readonly technique: string; readonly tool: string } | null;
  readonly by_itself: Effect;
  readonly effects: readonly Effect[];
}

export interface SessionDay {
  readonly at: Instant;
  readonly plan_id: string;
  readonly pressed_s: number;
  readonly finished: boolean;
}

export interface DayPain {
  readonly day: Day;
  readonly pain: number;
}

/** Everything that the screens of progress show. */
export interface Story {
  readonly judgement: Judgement;
  readonly days: readonly DayPain[];
  readonly entries: readonly MeasureEntry[];
  readonly sessions: readonly SessionDay[];
  readonly drawings: readonly { readonly at: Instant; readonly drawing: Drawing }[];
  readonly knots: readonly Knot[];
  readonly easing: { readonly gentle_only: string; readonly notes: readonly string[] };
  readonly stage: { readonly id: string; readonly source: readonly Source[] } | null;
  readonly learned: Learned;
  readonly tries: boolean;
  readonly used_days: number;
  readonly activities: Readonly<Record<string, string>>;
}

/** How well something is founded; ours where the sources leave it open. */
export type Confidence = "high" | "medium" | "low" | "ours";
export type CauseAnswer = "often" | "sometimes" | "no" | "unsure";

export interface Cause {
  readonly id: string;
  readonly answer: CauseAnswer | null;
  readonly confidence: Confidence;
  readonly source: readonly Source[];
}

export interface Settings {
  readonly country: string | null;
  readonly voice: boolean;
  readonly tries: boolean;
}
