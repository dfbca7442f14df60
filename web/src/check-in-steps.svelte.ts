import { api } from "./api";
import { attempt } from "./attempt.svelte";
import { questionBehind } from "./check-in";
import { newId } from "./id";
import type { Answer, Verdict } from "./types";
import { keepVisit, visit } from "./visit.svelte";
import { toldIn } from "./visit-record";

/** The judging that was begun last, and still counts: nobody has gone back since. */
let newest: Promise<Verdict> | null = null;

/**
 * Asks the server what the answers so far mean; a verdict that ends the check-in is stored first. What comes back after
 * more has been said changes nothing, and stands for the verdict on all of it: a late "go on" never replaces a stop.
 */
export async function judge(): Promise<Verdict> {
  const isNewest = (): boolean => newest === mine;
  const mine: Promise<Verdict> = take(isNewest);
  newest = mine;
  const verdict = await mine;
  return newest === null || isNewest() ? verdict : await newest;
}

async function take(isNewest: () => boolean): Promise<Verdict> {
  const told = toldIn(visit);
  let verdict = await attempt(() => api.screen(told));
  const ends = verdict.kind !== "needs-answers" && isNewest();
  const id = ends ? newId() : null;
  if (id !== null) verdict = (await attempt(() => api.keepCheckIn(id, told))).verdict;
  if (!isNewest()) return verdict;
  if (id !== null) visit.check_in = id;
  visit.verdict = verdict;
  visit.looks_further &&= verdict.kind === "stopped" && verdict.may_be_worse.length > 0;
  keepVisit();
  return verdict;
}

/** Takes an answer, the newest of the visit, and judges. */
export async function answerQuestion(question: string, given: Answer): Promise<Verdict> {
  visit.given[question] = given;
  visit.asked = [...visit.asked.filter((id) => id !== question), question];
  visit.to_check = visit.to_check.filter((id) => id !== question);
  const [next = null] = visit.to_check;
  visit.reopened = next;
  return next === null ? await judge() : await askNext(next);
}

/** The next question to be answered again, unless what has been said so far already stops. */
async function askNext(next: string): Promise<Verdict> {
  const verdict = await attempt(() => api.screen(toldIn(visit)));
  if (verdict.kind === "stopped") {
    visit.reopened = null;
    return await judge();
  }
  visit.verdict = { kind: "needs-answers", missing: [next], rules: verdict.rules };
  keepVisit();
  return visit.verdict;
}

/**
 * Takes up again the question answered last; where only answers from an earlier visit have led here, the one behind
 * the verdict. False when there is no question to go back to.
 */
export async function stepBack(): Promise<boolean> {
  const isReviewed = visit.reopened !== null && !visit.asked.includes(visit.reopened);
  const last = visit.asked.at(-1) ?? (isReviewed ? undefined : await keptQuestionBehind(visit.verdict));
  if (last === undefined) return false;
  newest = null;
  visit.asked = visit.asked.filter((id) => id !== last);
  visit.reopened = last;
  visit.check_in = null;
  const told = toldIn(visit);
  const verdict = await attempt(() => api.screen(told));
  visit.verdict = verdict.kind === "needs-answers" ? verdict : null;
  keepVisit();
  return true;
}

/**
 * Takes up again what the finding leads back to, one question after the other. What was answered before stands until
 * it is answered anew: nothing is milder for having been opened.
 */
export function takeUp(questions: readonly string[]): void {
  const [first = null] = questions;
  newest = null;
  visit.to_check = questions;
  visit.reopened = first;
  visit.check_in = null;
  visit.verdict = null;
  keepVisit();
}

async function keptQuestionBehind(verdict: Verdict | null): Promise<string | undefined> {
  if (verdict?.kind !== "stopped") return undefined;
  const [{ questions }, { kept }] = await Promise.all([attempt(api.questions), attempt(api.home)]);
  const behind = questionBehind(
    verdict.fired,
    questions.filter((question) => question.id in kept),
  );
  if (behind !== undefined) visit.given[behind.id] = kept[behind.id] ?? [];
  return behind?.id;
}

/** Goes on from a stop to the questions that may show a greater danger. */
export function lookFurther(): void {
  visit.looks_further = true;
  keepVisit();
}

/** Takes what was written in the first box, and for whom, and judges. */
export async function openCheckIn(words: string, forSomeoneElse: boolean): Promise<Verdict> {
  visit.is_opened = true;
  visit.words = words;
  visit.asking_for = forSomeoneElse ? "someone-else" : "oneself";
  return await judge();
}
