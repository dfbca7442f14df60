import { describe, expect, test } from "vitest";
import { blank, blankStep, canonical, guidanceOf } from "./guidance";
import type { Offered } from "./offered";

const OFFERED: Offered = {
  hand_over: "01900000-0000-7000-8000-0000000000aa",
  made_at: "2026-11-20T18:00:00Z",
  limits: { pain_0_10: 6, hold_s: 90, spots: 3, minutes: 15, sessions: 2 },
  things: [
    { of: "technique", id: "friction", name: "Friction", pain_0_10: 5, hold_s: 120, presses: true },
    { of: "tool", id: "gun", name: "Gun", pain_0_10: 3, hold_s: 30, presses: true },
  ],
  techniques: [
    {
      id: "breathing",
      name: "",
      pain_0_10: 0,
      hold_s: 300,
      usual_s: 240,
      repetitions: 1,
      tools: ["hands"],
      points: [],
      sided: false,
    },
    {
      id: "friction",
      name: "",
      pain_0_10: 5,
      hold_s: 120,
      usual_s: 45,
      repetitions: 1,
      tools: ["hands"],
      points: ["UT2"],
      sided: true,
    },
  ],
  names: {},
  said: {},
};
const DONE = {
  ...blankStep(),
  technique: "friction",
  tool: "hands",
  point: "UT2",
  side: "left" as const,
  seconds: 30,
};
const [ID, NOW] = ["0".repeat(32), new Date("2026-11-21T08:00:00Z")];

function written(change: Partial<ReturnType<typeof blank>> = {}) {
  return { ...blank(OFFERED), name: "Ada", role: "Physiotherapist", ...change };
}

const guidance = (change: Partial<ReturnType<typeof blank>> = {}) =>
  guidanceOf(written(change), OFFERED, ID, NOW);

describe("what is signed", () => {
  test("an empty form asks for nothing tighter, and says for whom and when", () => {
    expect(guidance()).toEqual({
      format: "unknot-guidance",
      version: 1,
      id: ID,
      hand_over: OFFERED.hand_over,
      written_at: "2026-11-21T08:00:00.000Z",
      name: "Ada",
      role: "Physiotherapist",
      tightening: {
        no_pressure: false,
        pain_0_10: null,
        hold_s: null,
        spots: null,
        minutes: null,
        sessions: null,
        tighter: [],
      },
      steps: [],
      note: "",
      until: null,
    });
  });

  test("only things for which something is written are among them", () => {
    const things = written().things.map((one) => (one.id === "gun" ? { ...one, left_out: true } : one));
    expect(guidance({ things }).tightening.tighter).toEqual([
      { of: "tool", id: "gun", left_out: true, pain_0_10: null, hold_s: null },
    ]);
  });

  test("zero is a limit and an empty field is none", () => {
    const whole = { ...written().whole, pain_0_10: 0, hold_s: "", spots: " " };
    expect(guidance({ whole }).tightening).toMatchObject({ pain_0_10: 0, hold_s: null, spots: null });
  });

  test.each(["1.5", "-1", "ten", "1e3", 1.5])("%s is not a whole number", (spots) => {
    expect(() => guidance({ whole: { ...written().whole, spots } })).toThrow("number-wrong");
  });

  test.each([{ name: " " }, { role: "" }])("%o leaves out who signs", (change) => {
    expect(() => guidance(change)).toThrow("name-needed");
  });

  test("a note becomes one line without what is invisible", () => {
    expect(guidance({ note: " Less,\n and\u202e slower\u200b. " }).note).toBe("Less, and slower.");
  });

  test.each([
    ["a pain above ours", () => guidance({ whole: { ...written().whole, pain_0_10: 7 } })],
    ["minutes above ours", () => guidance({ whole: { ...written().whole, minutes: "16" } })],
    [
      "a limit on a thing above ours",
      () => guidance({ things: [{ of: "tool", id: "gun", left_out: false, pain: "", hold: 31 }] }),
    ],
    ["no seconds at all", () => guidance({ steps: [{ ...DONE, seconds: 0 }] })],
    ["seconds above ours", () => guidance({ steps: [{ ...DONE, seconds: 121 }] })],
    ["no time at all", () => guidance({ steps: [{ ...DONE, repetitions: "0" }] })],
    ["more times than ours", () => guidance({ steps: [{ ...DONE, repetitions: 2 }] })],
    ["more pain in a step than ours", () => guidance({ steps: [{ ...DONE, pain: 6 }] })],
  ])("%s is outside", (_, made) => {
    expect(made).toThrow("number-outside");
  });

  test("each limit may be as high as ours, and a step takes its own pain", () => {
    const whole = { pain_0_10: 6, hold_s: "90", spots: 3, minutes: 15, sessions: 2 };
    expect(guidance({ whole }).tightening).toMatchObject({ pain_0_10: 6, hold_s: 90, minutes: 15 });
    const steps = [
      { ...DONE, seconds: 120, pain: "5" },
      { ...DONE, technique: "breathing", pain: "5" },
    ];
    expect(guidance({ steps }).steps.map((one) => one.pain_0_10)).toEqual([5, null]);
  });

  test("what cannot be seen, and what turns the direction, does not stay in any text", () => {
    const unseen = "\u00ad\u034f\u061c\u115f\u200b\u202e\u2066\u2800\u3164\ufe0f\ufeff\u{e0041}\u0007";
    expect(guidance({ name: `A${unseen}da\n Vogel`, note: `${unseen} Slowly` })).toMatchObject({
      name: "Ada Vogel",
      note: "Slowly",
    });
  });

  test("a step wants its technique, its spot and its side", () => {
    const step = { ...blankStep(), technique: "friction", tool: "hands", seconds: 30 };
    for (const steps of [[blankStep()], [step], [{ ...step, point: "UT2" }]])
      expect(() => guidance({ steps })).toThrow("step-unfinished");
    const done = { ...step, point: "UT2", side: "left" as const };
    expect(guidance({ steps: [done] }).steps).toEqual([
      {
        technique: "friction",
        tool: "hands",
        point: "UT2",
        side: "left",
        seconds: 30,
        repetitions: 1,
        pain_0_10: null,
      },
    ]);
  });

  test("a step that needs neither spot nor side has neither", () => {
    const steps = [
      {
        ...blankStep(),
        technique: "breathing",
        tool: "hands",
        point: "UT2",
        side: "left" as const,
        seconds: 60,
      },
    ];
    expect(guidance({ steps }).steps[0]).toMatchObject({ point: "", side: null });
  });
});

describe("the canonical form", () => {
  test("sorts keys at every depth and leaves the order of lists", () => {
    expect(canonical({ b: [{ z: 1, a: null }, 2], a: "ä" })).toBe('{"a":"ä","b":[{"a":null,"z":1},2]}');
  });
});
