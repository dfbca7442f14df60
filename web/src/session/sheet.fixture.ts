import type { Cue, CueSheet, Step } from "../types";

function step(id: string, presses: boolean): Step {
  return {
    id,
    phase: presses ? "press" : "settle",
    technique: presses ? "sustained-pressure" : "slow-breathing",
    tool: "hands",
    position: "sitting",
    seconds: 4,
    repetitions: 1,
    rest_s: 0,
    breath: { in_ms: 4000, out_ms: 6000, source: [] },
    source: ["protocol:M3"],
    side: presses ? "right" : null,
    point: presses ? "UT2" : null,
    muscle: presses ? "upper_trapezius" : null,
    zone: presses ? "Z_SHELF" : null,
    path: presses ? [{ frame: "P", x: 0.48, y: -0.03, side: "right" }] : [],
    hand: presses ? "left" : null,
    start_0_10: presses ? 3 : 0,
    ceiling_0_10: presses ? 6 : 0,
    swaps: [],
  };
}

function cue(at_ms: number, for_ms: number, part: Partial<Cue> & Pick<Cue, "kind" | "step">): Cue {
  return {
    at_ms,
    for_ms,
    say: `cue-${part.kind}`,
    repetition: 1,
    repetitions: 1,
    tone: "start",
    counts_down: false,
    breathes: false,
    presses: false,
    side: null,
    halfway_tone: false,
    ...part,
  };
}

/** Three steps in twelve seconds: breathe, press, move. */
export function shortSheet(): CueSheet {
  return {
    plan: {
      made_at: "2026-11-22T09:00:00+00:00",
      rules: "fixture",
      steps: [step("breathe", false), step("press-ut2", true), step("move", false)],
      notes: [],
      total_s: 12,
      presses: true,
    },
    cues: [
      cue(0, 3000, { kind: "settle", step: 0, breathes: true }),
      cue(3000, 1000, { kind: "ready", step: 1 }),
      cue(4000, 4000, {
        kind: "hold",
        step: 1,
        counts_down: true,
        breathes: true,
        presses: true,
        side: "right",
        halfway_tone: true,
      }),
      cue(8000, 1000, { kind: "release", step: 1, tone: "release" }),
      cue(9000, 3000, { kind: "move", step: 2 }),
    ],
    total_ms: 12000,
  };
}
