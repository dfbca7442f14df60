// What every screen can ask for: what a source says, whom to call, where a person stands.

import type { Drawing } from "./body";
import type { Answers, VisitKind } from "./check-in";
import type { Situation } from "./plan";
import type { Confidence } from "./progress";
import type { Instant, Source } from "./shared";

/** What a source id stands for. */
export interface Citation {
  readonly id: Source;
  readonly says: string;
}

/** The numbers of one country; `ZZ` is where the country is not known. A number that is empty is not known. */
export interface NumbersToCall {
  readonly country: string;
  /** In English. */
  readonly name: string;
  /** An ambulance, when someone may be in danger. */
  readonly number: string;
  /** Every kind of emergency, where that is another number. */
  readonly any_emergency: string;
  /** A nurse or doctor, when it is urgent but no emergency. */
  readonly advice_line: string;
  /** Someone to talk to, for whoever thinks of harming themselves. */
  readonly crisis_line: string;
  readonly confidence: Confidence;
  readonly lines_confidence: Confidence | null;
  /** The day on which it was written down, or last checked. */
  readonly as_of: string;
  readonly source: readonly Source[];
}

export interface Home {
  readonly visit: VisitKind;
  readonly visits: number;
  readonly last_visit: Instant | null;
  readonly today: number;
  readonly kept: Answers;
  readonly history_signs: readonly string[];
  readonly drawing: Drawing | null;
  readonly situation: Situation | null;
  readonly asks_causes: boolean;
  readonly open_session: { readonly plan_id: string; readonly position_ms: number } | null;
  readonly emergency: NumbersToCall;
  readonly clinician_reviewed: boolean;
  readonly version: string;
}
