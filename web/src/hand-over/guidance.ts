import type { Of, Offered, Side, WholeLimit } from "./offered";
import { WHOLE } from "./offered";

// From what is written in the form to the text that is signed. Python reads it: src/unknot/coach/guidance.py.

/** What a field holds, as it is typed or as it stood there at first. Empty leaves the limit as it is. */
export type Typed = string | number;

export interface WrittenThing {
  readonly of: Of;
  readonly id: string;
  left_out: boolean;
  pain: Typed;
  hold: Typed;
}

export interface WrittenStep {
  technique: string;
  tool: string;
  point: string;
  side: Side | "";
  seconds: Typed;
  repetitions: Typed;
  pain: Typed;
}

export interface Written {
  no_pressure: boolean;
  whole: Record<WholeLimit, Typed>;
  things: WrittenThing[];
  steps: WrittenStep[];
  note: string;
  until: string;
  name: string;
  role: string;
}

export interface AdvisedStep {
  readonly technique: string;
  readonly tool: string;
  readonly point: string;
  readonly side: Side | null;
  readonly seconds: number;
  readonly repetitions: number;
  readonly pain_0_10: number | null;
}

export interface Guidance {
  readonly format: "unknot-guidance";
  readonly version: 1;
  readonly id: string;
  readonly hand_over: string;
  readonly written_at: string;
  readonly name: string;
  readonly role: string;
  readonly tightening: Readonly<Record<WholeLimit, number | null>> & {
    readonly no_pressure: boolean;
    readonly tighter: readonly {
      readonly of: Of;
      readonly id: string;
      readonly left_out: boolean;
      readonly pain_0_10: number | null;
      readonly hold_s: number | null;
    }[];
  };
  readonly steps: readonly AdvisedStep[];
  readonly note: string;
  readonly until: string | null;
}

/** What keeps a form from being signed, as the id of the sentence that says so. */
export class Unfinished extends Error {
  override readonly name = "Unfinished";
}

/** A form in which nothing is written yet. */
export function blank(offered: Offered): Written {
  return {
    no_pressure: false,
    whole: { pain_0_10: "", hold_s: "", spots: "", minutes: "", sessions: "" },
    things: offered.things.map(({ of, id }) => ({ of, id, left_out: false, pain: "", hold: "" })),
    steps: [],
    note: "",
    until: "",
    name: "",
    role: "",
  };
}

/** A step in which nothing is chosen yet. */
export function blankStep(): WrittenStep {
  return { technique: "", tool: "", point: "", side: "", seconds: "", repetitions: 1, pain: "" };
}

/** True when anything is written for a thing. */
export function isWritten(thing: WrittenThing): boolean {
  return thing.left_out || isFilled(thing.pain) || isFilled(thing.hold);
}

/** What is signed: everything that is written, with who, when and for which hand-over. Throws `Unfinished`. */
export function guidanceOf(written: Written, offered: Offered, id: string, now: Date): Guidance {
  const [name, role] = [oneLine(written.name), oneLine(written.role)];
  if (name === "" || role === "") throw new Unfinished("name-needed");
  const whole = Object.fromEntries(
    WHOLE.map((limit) => [limit, numberIn(written.whole[limit], 0, offered.limits[limit])]),
  );
  return {
    format: "unknot-guidance",
    version: 1,
    id,
    hand_over: offered.hand_over,
    written_at: now.toISOString(),
    name,
    role,
    tightening: {
      no_pressure: written.no_pressure,
      ...(whole as Record<WholeLimit, number | null>),
      tighter: written.things.filter(isWritten).map((thing) => tighter(thing, offered)),
    },
    steps: written.steps.map((step) => advisedStep(step, offered)),
    note: oneLine(written.note),
    until: written.until === "" ? null : written.until,
  };
}

/** The one way of writing a value that is signed: JSON with sorted keys and no spaces. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function advisedStep(step: WrittenStep, offered: Offered): AdvisedStep {
  const technique = offered.techniques.find((one) => one.id === step.technique);
  const isPlaced = technique && (technique.points.length === 0 || step.point !== "");
  if (!technique || !isPlaced || (technique.sided && step.side === ""))
    throw new Unfinished("step-unfinished");
  const seconds = numberIn(step.seconds, 1, technique.hold_s);
  if (seconds === null) throw new Unfinished("number-wrong");
  return {
    technique: step.technique,
    tool: step.tool,
    point: technique.points.length > 0 ? step.point : "",
    side: technique.sided && step.side !== "" ? step.side : null,
    seconds,
    repetitions: numberIn(step.repetitions, 1, technique.repetitions) ?? 1,
    pain_0_10: technique.sided ? numberIn(step.pain, 0, technique.pain_0_10) : null,
  };
}

/** What is written for one thing; where it is left out, its numbers are not asked for. */
function tighter({ of, id, left_out, pain, hold }: WrittenThing, offered: Offered) {
  const ours = offered.things.find((one) => one.of === of && one.id === id);
  if (left_out || !ours) return { of, id, left_out, pain_0_10: null, hold_s: null };
  const [pain_0_10, hold_s] = [numberIn(pain, 0, ours.pain_0_10), numberIn(hold, 0, ours.hold_s)];
  return { of, id, left_out, pain_0_10, hold_s };
}

/** True when a field holds a whole number from `min` to `max`, or nothing. */
export function isFitting(typed: Typed, min: number, max: number): boolean {
  return !isFilled(typed) || (isWhole(typed) && Number(typed) >= min && Number(typed) <= max);
}

function isFilled(typed: Typed): boolean {
  return `${typed}`.trim() !== "";
}

function isWhole(typed: Typed): boolean {
  return /^\d{1,6}$/.test(`${typed}`.trim());
}

/** A whole number from `min` to `max`; null where nothing is written. */
function numberIn(typed: Typed, min: number, max: number): number | null {
  if (!isFilled(typed)) return null;
  if (!isWhole(typed)) throw new Unfinished("number-wrong");
  if (!isFitting(typed, min, max)) throw new Unfinished("number-outside");
  return Number(typed);
}

/** The same on one line, without what is invisible or turns the direction of the text. */
function oneLine(typed: string): string {
  return typed
    .replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/\p{Cc}/gu, "")
    .trim();
}
