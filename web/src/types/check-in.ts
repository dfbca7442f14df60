// The check-in: questions, answers, verdicts, and what was read in a person's own words.
import type { Confidence } from "./progress";
import type { Instant, Side, Source } from "./shared";

/** Where in the first box something was read: from `start` to `end`, in characters. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What was read in a person's own words: which questions come first, and the places that it names, to be confirmed. */
export interface WordsRead {
  readonly first: readonly ({ readonly question: string } & Stretch)[];
  readonly places: readonly ({ readonly region: string; readonly side: Side | null } & Stretch)[];
  readonly about_other: boolean;
  readonly recognised: boolean;
  readonly read: number;
  readonly length: number;
}

/** What a person says in a check-in. */
export interface CheckInTold {
  readonly answers: Answers;
  readonly asking_for: AskingFor;
  readonly words: string;
}

/** For whom a check-in is made. */
export type AskingFor = "oneself" | "someone-else";

/** Chosen options, one option, a number on a scale, or one of the words "unsure" and "none". */
export type Answer = readonly string[] | string | number;
export type Answers = Readonly<Record<string, Answer>>;
export const UNSURE = "unsure";
export const NONE_OF_THESE = "none";

export type VisitKind = "first" | "return";
export type QuestionKind = "choice" | "several" | "scale" | "number";

export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly source: readonly Source[];
  readonly options: readonly string[];
  /** The least and the greatest number that a scale or a number takes. */
  readonly between: readonly [number, number] | null;
  readonly unsure_counts_as: readonly string[];
  readonly opened_by: readonly string[];
  readonly unprompted: readonly VisitKind[];
  readonly visits: readonly VisitKind[];
  /** The question after whose "not sure" this one is asked. */
  readonly clarifies: string | null;
  readonly seeks_danger: boolean;
  readonly kept_days: number | null;
  readonly reads_as: string;
}

export type Tier = "clear" | "routine" | "within-days" | "same-day" | "emergency-now";
export type Area = "neck" | "shelf" | "back";
export type Grade = "OK" | "LIM" | "ASK" | "NO";
export type Modality =
  | "light-hand"
  | "sustained-hand"
  | "ball-wall"
  | "cane"
  | "percussion-gun"
  | "nodes-vibration"
  | "foam-roller"
  | "heat"
  | "stretch"
  | "tens";

export interface Restriction {
  readonly condition: string;
  readonly modality: Modality;
  readonly area: Area;
  readonly grade: Grade;
  readonly source: readonly Source[];
}

export interface Limits {
  readonly pressure_allowed: boolean;
  readonly restrictions: readonly Restriction[];
}

export interface Fired {
  readonly rule: string;
  readonly tier: Tier;
  readonly confidence: Confidence;
  readonly signs: readonly string[];
  readonly source: readonly Source[];
  readonly red_flag: string | null;
}

export interface Stopped {
  readonly kind: "stopped";
  readonly tier: Tier;
  readonly fired: readonly Fired[];
  readonly rules: string;
  /** Questions still open that can show a greater danger; the stop does not wait for them. */
  readonly may_be_worse: readonly string[];
}

export interface NeedsAnswers {
  readonly kind: "needs-answers";
  readonly missing: readonly string[];
  readonly rules: string;
}

export interface Cleared {
  readonly kind: "cleared";
  readonly at: Instant;
  readonly tier: Tier;
  readonly fired: readonly Fired[];
  readonly limits: Limits;
  readonly rules: string;
  readonly valid_min: number;
}

export type Verdict = Stopped | NeedsAnswers | Cleared;

export interface CheckIn {
  readonly id: string;
  readonly verdict: Verdict;
}
