import { type DrawnPain, toSend } from "./map/drawing";
import type {
  Answer,
  AskingFor,
  Change,
  CheckInTold,
  Complaint,
  Drawing,
  Noticing,
  Palpation,
  Situation,
  Verdict,
} from "./types";

export interface VisitInProgress {
  /** The questions answered on the way here, in order; going back takes the last one off. */
  asked: string[];
  /** Every answer given, also of questions that going back has taken off: shown again when they return. */
  given: Record<string, Answer>;
  /** A question taken up again to mend its answer, whatever is missing otherwise. */
  reopened: string | null;
  /** Answers the questions that may show a greater danger than the one that has stopped the visit. */
  looks_further: boolean;
  /** The first box has been filled or passed by. */
  is_opened: boolean;
  /** What was written in it. */
  words: string;
  /** For whom the check-in is made. */
  asking_for: AskingFor;
  /** The questions that a finding has led back to and that are still to be answered again. */
  to_check: readonly string[];
  /** The verdict on the answers of `asked`; null while one of them is being mended. */
  verdict: Verdict | null;
  /** The id of the stored check-in. */
  check_in: string | null;
  drawing: Drawing;
  /** The pains that the drawing sums up, as they were drawn. */
  pains: readonly DrawnPain[];
  palpation: Palpation;
  movements: Noticing;
  also_hurts: Noticing;
  /** The questions of the locator that were answered, in order, and the drawing and pains that they were about. */
  told: readonly string[];
  told_about: string;
  situation: Situation | null;
  changes: readonly Change[];
  /** The guidance whose session is wanted; empty for one of Unknot's own. */
  advised: string;
  /** The id of the plan that was made last. */
  plan: string | null;
}

/** A visit in which nothing has been said yet. */
export function blankVisit(): VisitInProgress {
  return {
    asked: [],
    given: {},
    reopened: null,
    looks_further: false,
    is_opened: false,
    words: "",
    asking_for: "oneself",
    to_check: [],
    verdict: null,
    check_in: null,
    drawing: {},
    pains: [],
    palpation: {},
    movements: {},
    also_hurts: {},
    told: [],
    told_about: "",
    situation: null,
    changes: [],
    advised: "",
    plan: null,
  };
}

export function writeVisit(visit: VisitInProgress): string {
  return JSON.stringify(visit);
}

/** The visit that was written; a blank one when there is none or its shape is another version's. */
export function readVisit(written: string | null): VisitInProgress {
  if (written === null) return blankVisit();
  try {
    const read: unknown = JSON.parse(written);
    return hasShapeOf(blankVisit(), read) ? (read as VisitInProgress) : blankVisit();
  } catch (error) {
    if (error instanceof SyntaxError) return blankVisit();
    throw error;
  }
}

/** What has been told: the answers that count, those of the questions on the way here, and for whom. */
export function toldIn(visit: VisitInProgress): CheckInTold {
  const answers = Object.fromEntries(
    visit.asked.flatMap((id) => (visit.given[id] === undefined ? [] : [[id, visit.given[id]]])),
  );
  return { answers, asking_for: visit.asking_for, words: visit.words };
}

/** What the locator is told in this visit. */
export function complaintOf(visit: VisitInProgress): Complaint {
  const { palpation, movements, also_hurts } = visit;
  return { ...toSend(visit.pains), palpation, movements, also_hurts };
}

function hasShapeOf(pattern: object, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const [wanted, found] = [Object.keys(pattern).sort(), Object.keys(value).sort()];
  return wanted.length === found.length && wanted.every((key, i) => key === found[i]);
}
