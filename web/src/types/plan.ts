// A plan, and what it is planned for.
import type { Complaint, Finding } from "./body";
import type { Modality } from "./check-in";
import type { Instant, Point, Side, Source } from "./shared";

export type Band = readonly [number, number];

export interface Limit {
  readonly unit: string;
  readonly allowed: Band;
  readonly advised: Band;
}

export interface Technique {
  readonly id: string;
  readonly phase: Phase;
  readonly modality: Modality | null;
  readonly hold: Limit;
  readonly repetitions: Limit;
  readonly pressure: Limit;
  readonly rest_s: number;
  readonly positions: readonly string[];
  readonly source: readonly Source[];
  readonly needs_point: boolean;
  readonly stroke: boolean;
  readonly once_a_day: boolean;
  readonly reads_as: string;
}

export interface Tool {
  readonly id: string;
  readonly techniques: readonly string[];
  readonly zones: readonly string[];
  readonly hold_s: number;
  readonly pressure_0_10: number;
  readonly total_s: number;
  readonly source: readonly Source[];
  readonly modality: Modality | null;
  readonly near_neck: boolean;
  readonly by_hand: boolean;
  readonly reads_as: string;
}

export interface Position {
  readonly id: string;
  readonly places: readonly string[];
  readonly source: readonly Source[];
}

export interface Place {
  readonly id: string;
  readonly source: readonly Source[];
}

export interface DayCeilings {
  readonly spots: number;
  readonly holds_per_spot: number;
  readonly session_s: number;
  readonly sessions: number;
  readonly hours_between: number;
  readonly first_week_share: number;
  readonly first_week_days: number;
  readonly light_pressure_0_10: number;
  readonly light_hold_s: number;
  readonly good_pain_0_10: number;
  readonly limited_pressure_0_10: number;
  readonly hold_s: Band;
  readonly minutes: Band;
  readonly source: readonly Source[];
}

export interface Techniques {
  readonly techniques: readonly Technique[];
  readonly tools: readonly Tool[];
  readonly places: readonly Place[];
  readonly positions: readonly Position[];
  readonly ceilings: DayCeilings;
}

export type FreeHand = "both" | "left" | "right";

export interface Situation {
  readonly minutes: number;
  readonly tools: readonly string[];
  readonly hand: FreeHand;
  readonly place: string;
}

export interface Change {
  readonly step: string;
  readonly skip: boolean;
  readonly technique: string;
  readonly tool: string;
}

export interface Breath {
  readonly in_ms: number;
  readonly out_ms: number;
  /** By so much each may be shorter or longer, at the person's own pace; plans kept from before have none. */
  readonly spread_ms?: number;
  readonly source: readonly Source[];
}

/** How an answer to "how strong is it?" is understood, and when it is asked for. */
export interface Coaching {
  readonly back_to_0_10: number;
  readonly rises_by_0_10: number;
  readonly fades_by_0_10: number;
  readonly faded_at_0_10: number;
  readonly ask_at_s: number;
  readonly ask_again_s: number;
  readonly other_ways: number;
  readonly source: readonly Source[];
}

export interface Clearance {
  readonly at: Instant;
  readonly rules: string;
  readonly valid_min: number;
}

export type Phase = "settle" | "warm" | "press" | "move" | "close";

export interface Step {
  readonly id: string;
  readonly phase: Phase;
  readonly technique: string;
  readonly tool: string;
  readonly position: string;
  readonly seconds: number;
  readonly repetitions: number;
  readonly rest_s: number;
  readonly breath: Breath;
  readonly source: readonly Source[];
  readonly side: Side | null;
  readonly point: string | null;
  readonly muscle: string | null;
  readonly zone: string | null;
  readonly path: readonly Point[];
  readonly hand: Side | null;
  readonly start_0_10: number;
  readonly ceiling_0_10: number;
  readonly swaps: readonly { readonly technique: string; readonly tool: string }[];
}

export interface Plan {
  readonly made_at: Instant;
  readonly rules: string;
  readonly steps: readonly Step[];
  readonly notes: readonly string[];
  readonly total_s: number;
  readonly presses: boolean;
  /** From here on absent in what was kept by an earlier version. */
  readonly spares?: readonly Step[];
  readonly again?: readonly string[];
  readonly coaching?: Coaching | null;
  readonly clearance?: Clearance | null;
  readonly is_first?: boolean;
}

export interface PlanRequest extends Complaint {
  readonly id: string;
  readonly check_in: string;
  readonly situation: Situation;
  readonly changes: readonly Change[];
  /** The guidance whose session is wanted; empty for one of Unknot's own. */
  readonly advised: string;
}

export interface PlanMade {
  readonly id: string;
  readonly plan: Plan;
  readonly finding: Finding;
  /** The guidance whose session this is; empty for one of Unknot's own. */
  readonly advised: string;
}
