// What the server sends and takes, field for field as its structs are. It is one long file because it is one contract:
// whoever changes a struct finds its mirror here, and nothing else.

export type Side = "left" | "right";
export type Frame = "P" | "L" | "A" | "R";
export type Pair = readonly [number, number];
/** A moment in ISO 8601 with its zone. */
export type Instant = string;
/** `protocol:…`, `clinical:…` or `decision:…`. */
export type Source = string;

export interface Point {
  readonly frame: Frame;
  readonly x: number;
  readonly y: number;
  readonly side: Side;
}

// Check-in

/** Where in the first box something was read: from `start` to `end`, in characters. */
interface Stretch {
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

// Body

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

export type AskKind = "press" | "move" | "place";

/** The next best question; `name` is the key of its answer in palpation, movements or also_hurts. */
export interface Ask {
  readonly kind: AskKind;
  readonly name: string;
  readonly information_bits: number;
  readonly source: readonly Source[];
  readonly side: Side | null;
  readonly point: string | null;
  readonly muscle: string | null;
  readonly pressure_0_10: number;
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

// Plan

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

// Session

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

// Everything that stays

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

// Progress

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

// What professionals sign

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
