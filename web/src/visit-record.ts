import type { DrawnPain } from "./map/drawing";
import type { Answer, Change, Drawing, Palpation, Situation, Verdict } from "./types";

export interface VisitInProgress {
  /** The questions answered on the way here, in order; going back takes the last one off. */
  asked: string[];
  /** Every answer given, also of questions that going back has taken off: shown again when they return. */
  given: Record<string, Answer>;
  /** A question taken up again to mend its answer, whatever is missing otherwise. */
  reopened: string | null;
  /** The verdict on the answers of `asked`; null while one of them is being mended. */
  verdict: Verdict | null;
  /** The id of the stored check-in. */
  check_in: string | null;
  drawing: Drawing;
  /** The pains that the drawing sums up, as they were drawn. */
  pains: readonly DrawnPain[];
  palpation: Palpation;
  situation: Situation | null;
  changes: readonly Change[];
  /** The id of the plan that was made last. */
  plan: string | null;
}

/** A visit in which nothing has been said yet. */
export function blankVisit(): VisitInProgress {
  return {
    asked: [],
    given: {},
    reopened: null,
    verdict: null,
    check_in: null,
    drawing: {},
    pains: [],
    palpation: {},
    situation: null,
    changes: [],
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

/** The answers that count: those of the questions on the way here. */
export function answersOf(visit: VisitInProgress): Record<string, Answer> {
  return Object.fromEntries(
    visit.asked.flatMap((id) => (visit.given[id] === undefined ? [] : [[id, visit.given[id]]])),
  );
}

function hasShapeOf(pattern: object, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const [wanted, found] = [Object.keys(pattern).sort(), Object.keys(value).sort()];
  return wanted.length === found.length && wanted.every((key, i) => key === found[i]);
}
