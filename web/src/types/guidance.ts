// What professionals sign.
import type { Day } from "./progress";
import type { Instant } from "./shared";

/** What was signed, as far as it is shown; what it makes stricter stands beside it. */
export interface Guidance {
  readonly id: string;
  readonly written_at: Instant;
  readonly name: string;
  readonly role: string;
  readonly steps: readonly { readonly technique: string }[];
  readonly note: string;
  readonly until: Day | null;
}

export interface Stricter {
  readonly limit: "no_pressure" | "left_out" | "pain_0_10" | "hold_s" | "spots" | "minutes" | "sessions";
  readonly of: "technique" | "tool" | "zone" | "muscle" | null;
  readonly id: string;
  readonly ours: number | null;
  readonly theirs: number | null;
}

/** A signed file before it is followed. `is_known`: its key was compared before. */
export interface GuidanceOffer {
  readonly guidance: Guidance;
  readonly fingerprint: string;
  readonly is_known: boolean;
  readonly stricter: readonly Stricter[];
  /** What it takes the place of; empty for nothing. */
  readonly replaces: string;
  /** What that made stricter, and this no longer does as much. */
  readonly eases: readonly Stricter[];
}

export interface GuidanceView {
  readonly id: string;
  readonly received_at: Instant;
  readonly withdrawn_at: Instant | null;
  readonly holds: boolean;
  readonly guidance: Guidance;
  readonly fingerprint: string;
  readonly stricter: readonly Stricter[];
}
