import { type Problem, UNSPECIFIC_PROBLEM } from "./api";
import { hasWords, t } from "./words";

/** The sentence that says a problem to the person, with what to do next. */
export function sayProblem(problem: Problem): string {
  return hasWords(problem.messageId)
    ? t(problem.messageId, { ...problem.details })
    : t(UNSPECIFIC_PROBLEM, { status: problem.status });
}
