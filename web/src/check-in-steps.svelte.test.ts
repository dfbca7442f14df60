import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Answers, CheckInTold, Question, Verdict } from "./types";

vi.stubGlobal("sessionStorage", { getItem: () => null, setItem: () => {} });
vi.stubGlobal("fetch", serve);
afterAll(() => void vi.unstubAllGlobals());

const { answerQuestion, judge, stepBack, takeUp } = await import("./check-in-steps.svelte");
const { startVisit, visit } = await import("./visit.svelte");

const QUESTIONS: readonly Pick<Question, "id" | "options" | "unsure_counts_as">[] = [
  { id: "illness", options: ["fever"], unsure_counts_as: [] },
  { id: "course", options: ["hopeless"], unsure_counts_as: [] },
];

let kept: Answers = {};
let stored: ({ id: string } & CheckInTold)[] = [];

beforeEach(() => {
  kept = {};
  stored = [];
  startVisit();
});

/** What the server waits for before it answers the next request to screen; it answers by what it was sent. */
let held: Promise<void> | null = null;

/** A server with two questions and one danger each. */
async function serve(path: string, request?: { body?: string }): Promise<Response> {
  const body = request?.body === undefined ? {} : JSON.parse(request.body);
  if (path === "/api/screen" && held) {
    const before = held;
    held = null;
    await before;
  }
  if (path === "/api/questions") return Response.json({ questions: QUESTIONS });
  if (path === "/api/home") return Response.json({ kept });
  if (path === "/api/screen") return Response.json(verdictOn(body.answers));
  stored.push(body);
  return Response.json({ id: body.id, verdict: verdictOn(body.answers) });
}

function verdictOn(given: Answers): Verdict {
  const answers = { ...kept, ...given };
  const signs = Object.values(answers).flat().map(String);
  const dangers = signs.filter((sign) => sign === "fever" || sign === "hopeless");
  const missing = QUESTIONS.map((question) => question.id).filter((id) => !(id in answers));
  if (dangers.length > 0) {
    const fired = [
      {
        rule: "danger",
        tier: "emergency-now" as const,
        confidence: "high" as const,
        signs: dangers,
        source: [],
        red_flag: null,
      },
    ];
    return { kind: "stopped", tier: "emergency-now", fired, rules: "r", may_be_worse: [] };
  }
  if (missing.length > 0) return { kind: "needs-answers", missing, rules: "r" };
  const limits = { pressure_allowed: true, restrictions: [] };
  return {
    kind: "cleared",
    at: "2026-11-23T10:00:00Z",
    tier: "clear",
    fired: [],
    limits,
    rules: "r",
    valid_min: 120,
  };
}

test("nothing is stored while questions are open", async () => {
  await answerQuestion("illness", ["none"]);
  expect(visit.verdict).toMatchObject({ kind: "needs-answers", missing: ["course"] });
  expect(stored).toEqual([]);
});

test("a verdict that comes late never takes the place of a stop", async () => {
  let letGo = () => {};
  held = new Promise((resolve) => {
    letGo = resolve;
  });
  const late = judge();
  const stop = answerQuestion("illness", ["fever"]);
  await vi.waitFor(() => expect(visit.verdict?.kind).toBe("stopped"));
  letGo();
  expect(await late).toEqual(await stop);
  expect(visit.verdict).toMatchObject({ kind: "stopped", tier: "emergency-now" });
  expect(stored.length).toBe(1);
});

test("a check-in that clears is stored with every answer", async () => {
  await answerQuestion("illness", ["none"]);
  await answerQuestion("course", ["none"]);
  expect(stored).toEqual([
    {
      id: visit.check_in,
      answers: { illness: ["none"], course: ["none"] },
      asking_for: "oneself",
      words: "",
    },
  ]);
});

test("a danger is stored at once, before anything more is asked", async () => {
  await answerQuestion("illness", ["fever"]);
  expect(stored).toEqual([
    { id: visit.check_in, answers: { illness: ["fever"] }, asking_for: "oneself", words: "" },
  ]);
});

test("going back takes the last answer off, and remembers it", async () => {
  await answerQuestion("illness", ["fever"]);
  expect(await stepBack()).toBe(true);
  expect(visit).toMatchObject({
    asked: [],
    reopened: "illness",
    given: { illness: ["fever"] },
    check_in: null,
  });
});

test("before the first question there is nothing to go back to", async () => {
  await judge();
  expect(await stepBack()).toBe(false);
});

test("a mended check-in is stored under an id of its own", async () => {
  await answerQuestion("illness", ["fever"]);
  await stepBack();
  await answerQuestion("illness", ["none"]);
  await answerQuestion("course", ["none"]);
  expect(stored.map((one) => one.answers)).toEqual([
    { illness: ["fever"] },
    { illness: ["none"], course: ["none"] },
  ]);
  expect(new Set(stored.map((one) => one.id)).size).toBe(2);
});

test("an answer kept from an earlier visit can be mended when it stops this one", async () => {
  kept = { course: ["hopeless"] };
  await judge();
  expect(await stepBack()).toBe(true);
  expect(visit).toMatchObject({ reopened: "course", given: { course: ["hopeless"] } });
  await answerQuestion("course", ["none"]);
  expect(visit.verdict).toMatchObject({ kind: "needs-answers", missing: ["illness"] });
});

test("what a finding leads back to is answered again one by one, and stored once all of it is", async () => {
  await answerQuestion("illness", ["none"]);
  await answerQuestion("course", ["none"]);
  takeUp(["illness", "course"]);
  expect([visit.reopened, visit.check_in]).toEqual(["illness", null]);
  expect((await answerQuestion("illness", ["none"])).kind).toBe("needs-answers");
  expect([visit.reopened, stored.length]).toEqual(["course", 1]);
  expect((await answerQuestion("course", ["none"])).kind).toBe("cleared");
  expect([visit.reopened, visit.to_check, stored.length]).toEqual([null, [], 2]);
});

test("an answer that is taken up again stands until it is answered anew", async () => {
  await answerQuestion("illness", ["none"]);
  await answerQuestion("course", ["none"]);
  takeUp(["course"]);
  expect(visit.asked).toEqual(["illness", "course"]);
});

test("a danger told when answering again stops at once, whatever else was to be asked", async () => {
  await answerQuestion("illness", ["none"]);
  await answerQuestion("course", ["none"]);
  takeUp(["illness", "course"]);
  expect((await answerQuestion("illness", ["fever"])).kind).toBe("stopped");
  expect([visit.reopened, stored.length]).toEqual([null, 2]);
});
