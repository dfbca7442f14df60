import { type Answer, type Fired, NONE_OF_THESE, type Question, UNSURE, type Verdict } from "./types";

/** The options that an answer has chosen: none for a number, for "none of these" and for "not sure". */
export function chosenBy(answer: Answer | undefined): readonly string[] {
  if (answer === undefined || typeof answer === "number") return [];
  const chosen = typeof answer === "string" ? [answer] : answer;
  return chosen.filter((one) => one !== UNSURE && one !== NONE_OF_THESE);
}

/** The options after one of them was tapped, in the order in which the question has them. */
export function tapped(question: Question, chosen: readonly string[], option: string): readonly string[] {
  const turnsOff = chosen.includes(option);
  return question.options.filter((one) => (one === option ? !turnsOff : chosen.includes(one)));
}

/** The question behind what has fired: the first one that can have asserted one of its signs. */
export function questionBehind(
  fired: readonly Fired[],
  questions: readonly Question[],
): Question | undefined {
  const signs = new Set(fired.flatMap((one) => one.signs));
  return questions.find((question) =>
    [...question.options, ...question.unsure_counts_as].some((sign) => signs.has(sign)),
  );
}

/** The questions that are to be answered next; beside a stop those that may show a greater danger, when they are wanted. */
export function openQuestions(verdict: Verdict | null, looksFurther: boolean): readonly string[] {
  if (verdict?.kind === "needs-answers") return verdict.missing;
  return verdict?.kind === "stopped" && looksFurther ? verdict.may_be_worse : [];
}

/** Every sign that made the rules fire, once, worst rule first. */
export function signsOf(fired: readonly Fired[]): readonly string[] {
  return [...new Set(fired.flatMap((one) => one.signs))];
}
