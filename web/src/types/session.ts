// A cue sheet, what happens in its player, and what is said to a stop.

import type { Tier } from "./check-in";
import type { Plan } from "./plan";
import type { Side, Source } from "./shared";

export type CueKind =
  | "ready"
  | "settle"
  | "hold"
  | "stroke"
  | "release"
  | "rest"
  | "switch-side"
  | "move"
  | "done";
export type Tone = "none" | "start" | "release" | "switch" | "end";

export type Turn =
  | "ease"
  | "too-sore"
  | "swap"
  | "repeat"
  | "skip"
  | "next"
  | "level-over"
  | "level-rising"
  | "level-faded"
  | "level-steady";

/** `to` is the index of a cue, or their number for the end; the cue's own index stays where it is. */
export interface Branch {
  readonly on: Turn;
  readonly to: number;
  readonly say: string;
  readonly eases: number;
  readonly at_most_0_10: number | null;
}

/** Said `at_ms` after its cue began: in any case, only if a level was told in it, or only if none was. */
export interface Line {
  readonly at_ms: number;
  readonly say: string;
  readonly asks: boolean;
  readonly when: "always" | "told" | "silent";
}

export interface Cue {
  readonly at_ms: number;
  readonly for_ms: number;
  readonly kind: CueKind;
  readonly say: string;
  readonly step: number;
  readonly repetition: number;
  readonly repetitions: number;
  readonly tone: Tone;
  readonly counts_down: boolean;
  readonly breathes: boolean;
  readonly presses: boolean;
  readonly side: Side | null;
  readonly halfway_tone: boolean;
  /** From here on absent in what was kept by an earlier version. */
  readonly lines?: readonly Line[];
  readonly branches?: readonly Branch[];
  readonly goes_to?: number | null;
}

export interface CueSheet {
  readonly plan: Plan;
  readonly cues: readonly Cue[];
  readonly total_ms: number;
}

export type Feeling = "sharp" | "numb" | "dizzy" | "neuro" | "heart" | "too-sore" | "bruise" | "nothing";

export type SessionEventKind =
  | "start"
  | "pause"
  | "resume"
  | "skip"
  | "ease"
  | "too-sore"
  | "swap"
  | "repeat"
  | "next"
  | "level"
  | "stop"
  | "felt"
  | "finish";

export interface SessionEvent {
  readonly kind: SessionEventKind;
  readonly at_ms: number;
  readonly feeling: Feeling | null;
  readonly level?: number | null;
}

export interface NumberedEvent {
  readonly id: string;
  readonly seq: number;
  readonly event: SessionEvent;
}

export type Ending = "unstarted" | "running" | "stopped" | "finished";

export interface StepDone {
  readonly step: string;
  readonly seconds: number;
  readonly skipped: boolean;
  readonly technique: string;
  readonly tool: string;
}

/** A turn that was taken, and the level that was told, if it was one. */
export interface Taken {
  readonly on: Turn;
  readonly step: string;
  readonly repetition: number;
  readonly position_ms: number;
  readonly level_0_10: number | null;
}

export interface SessionRecord {
  readonly ending: Ending;
  readonly done: readonly StepDone[];
  readonly pressed_s: number;
  readonly position_ms: number;
  readonly ceiling_eased_by: number;
  readonly feeling: Feeling | null;
  readonly turns: readonly Taken[];
  readonly ceiling_at_most_0_10: number | null;
}

export interface StopAdvice {
  readonly feeling: Feeling;
  readonly tier: Tier;
  readonly ends_session: boolean;
  readonly say: readonly string[];
  readonly source: readonly Source[];
}

export interface EventsKept {
  readonly record: SessionRecord;
  readonly advice: StopAdvice | null;
}

/** All that a player needs to go on without the server. */
export interface Download {
  readonly sheet: CueSheet;
  /** How long after it was made, or last used, a session may be begun or gone on with. */
  readonly valid_min: number;
  readonly stops: readonly StopAdvice[];
}

export type Turning = "easier" | "same" | "harder" | "not-tried";
export type Helped = "yes" | "a-little" | "no" | "worse";

export interface Outcome {
  readonly id: string;
  readonly pain_before: number;
  readonly pain_after: number;
  readonly turning: Turning;
  readonly helped: Helped;
}
