// The body, where it hurts, and what it could be.
import type { Area } from "./check-in";
import type { Frame, Pair, Side, Source } from "./shared";

export interface Region {
  readonly id: string;
  readonly frame: Frame;
  readonly centre: Pair;
  readonly radius: Pair;
  readonly source: readonly Source[];
  readonly aspect: string;
  readonly midline: boolean;
  readonly never_pressed: boolean;
}

export type Permission = "allowed" | "limited" | "forbidden" | "not-coached";
export type ZoneRule = "allowed" | "limited" | "forbidden";

export interface TriggerPoint {
  readonly id: string;
  readonly muscle: string;
  readonly frame: Frame;
  readonly at: Pair;
  readonly permission: Permission;
  readonly prior: number;
  readonly hand_reaches: boolean;
  readonly essential: Readonly<Record<string, number>>;
  readonly spillover: Readonly<Record<string, number>>;
  readonly source: readonly Source[];
  readonly both_sides: boolean;
}

export interface Shape {
  readonly frame: Frame;
  readonly polygon: readonly Pair[];
}

export interface Zone {
  readonly id: string;
  readonly rule: ZoneRule;
  readonly area: Area;
  readonly shape: readonly Shape[];
  readonly source: readonly Source[];
  readonly pressure_0_10: number;
  readonly hold_s: number;
  readonly techniques: readonly string[];
  readonly reads_as: string;
}

export type ViewName = "back" | "left" | "right" | "front" | "arms";

export interface View {
  readonly image: string;
  readonly width: number;
  readonly height: number;
  readonly silhouette: string;
  readonly regions: readonly {
    readonly id: string;
    readonly side: Side | null;
    readonly path: string;
    readonly label_at: Pair;
  }[];
  readonly muscles: readonly {
    readonly id: string;
    readonly side: Side;
    readonly layer: string;
    readonly outline: string;
    readonly fibres: readonly string[];
  }[];
  readonly points: readonly { readonly id: string; readonly side: Side; readonly at: Pair }[];
  readonly landmarks: readonly { readonly id: string; readonly side: Side | null; readonly at: Pair }[];
  readonly zones: readonly { readonly id: string; readonly rule: ZoneRule; readonly path: string }[];
}

export interface Atlas {
  readonly views: Readonly<Record<ViewName, View>>;
  readonly regions: readonly Region[];
  readonly trigger_points: readonly TriggerPoint[];
  readonly zones: readonly Zone[];
  readonly muscles: readonly { readonly id: string; readonly layer: string }[];
}

/** Pain 0-10 by place: `shoulder_top_R`, or the bare id on the midline. */
export type Drawing = Readonly<Record<string, number>>;
export type PainKind = "ache" | "sharp" | "burning" | "pressure";
export type Since = "today" | "days" | "weeks" | "months";
/** One of several pains; `kind` and `since` are null where the person has not said. */
export interface Pain {
  readonly places: readonly string[];
  readonly strength: number;
  readonly kind: PainKind | null;
  readonly since: Since | null;
}
export type Felt = "familiar" | "sore" | "not-tender" | "cannot-tell";
/** What was felt, by sided trigger point: `UT2_R`. */
export type Palpation = Readonly<Record<string, Felt>>;
export type Noticed = "yes" | "no" | "cannot-tell";
/** What is noticed, by movement (`turn-to-side_R`) or by place (`behind_ear_R`). */
export type Noticing = Readonly<Record<string, Noticed>>;
/** Everything the locator is told. */
export interface Complaint {
  readonly drawing: Drawing;
  readonly palpation: Palpation;
  readonly pains: readonly Pain[];
  readonly movements: Noticing;
  readonly also_hurts: Noticing;
}
export type Certainty = "most-likely" | "could-also-be";

export interface Candidate {
  readonly point: string;
  readonly muscle: string;
  readonly side: Side;
  readonly certainty: Certainty;
  readonly marks_for: readonly string[];
  readonly may_be_pressed: boolean;
  readonly source: readonly Source[];
  readonly felt: Felt | null;
  readonly marks_against: readonly string[];
  readonly not_marked: readonly string[];
  readonly noticed_for: readonly string[];
  readonly noticed_against: readonly string[];
}

/** The next best question; `name` is the key of its answer in palpation, movements or also_hurts. */
export type Ask = AskPress | AskNoticed;

interface Asked {
  readonly name: string;
  readonly information_bits: number;
  readonly source: readonly Source[];
}

/** To feel for a spot: there is always one, on a side, of a muscle. */
export interface AskPress extends Asked {
  readonly kind: "press";
  readonly side: Side;
  readonly point: string;
  readonly muscle: string;
  readonly pressure_0_10: number;
}

/** What is noticed when moving, or whether a place hurts: nothing is pressed. */
export interface AskNoticed extends Asked {
  readonly kind: "move" | "place";
  readonly side: Side | null;
  readonly point: null;
  readonly muscle: null;
  readonly pressure_0_10: 0;
}

export interface Finding {
  readonly candidates: readonly Candidate[];
  readonly not_muscular: readonly string[];
  readonly cannot_tell: boolean;
  readonly feel_next: readonly string[];
  readonly not_a_muscle: boolean;
  readonly holds_back: boolean;
  readonly check_again: readonly string[];
  readonly together: readonly string[];
  readonly next: Ask | null;
}
