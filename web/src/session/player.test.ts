import { describe, expect, test } from "vitest";
import type { Player, PlayerEvent } from "./player";
import { cueAt, millis, next, open, position, record, recordOf } from "./player";
import { shortSheet } from "./sheet.fixture";

// A sheet of before there were branches: it goes on to know its two turns. The branches are in branches.test.ts.
const SHEET = shortSheet();
const KINDS = [
  "start",
  "pause",
  "resume",
  "skip",
  "ease",
  "too-sore",
  "swap",
  "repeat",
  "next",
  "stop",
  "finish",
] as const;

const at = (kind: (typeof KINDS)[number], ms: number): PlayerEvent => ({ kind, at_ms: millis(ms) });
const felt = (feeling: "numb" | "nothing", ms = 0): PlayerEvent => ({
  kind: "felt",
  at_ms: millis(ms),
  feeling,
});
const play = (...events: PlayerEvent[]): Player => events.reduce(next, open(SHEET));

const everyEvent = (ms: number): PlayerEvent[] => [...KINDS.map((kind) => at(kind, ms)), felt("numb", ms)];

/** Every state reachable within four events, a moment, a cue or more than a session apart. */
function reachable(): { player: Player; now: number }[] {
  const seen = new Map<string, { player: Player; now: number }>();
  let edge = [{ player: open(SHEET), now: 0 }];
  for (let depth = 0; depth < 4; depth++) {
    const found: typeof edge = [];
    for (const { player, now } of edge) {
      for (const later of [0, 700, 4100, 13000]) {
        for (const event of everyEvent(now + later)) {
          const after = next(player, event);
          const key = JSON.stringify([after.kind, position(after, event.at_ms), recordOf(after)]);
          if (seen.has(key)) continue;
          seen.set(key, { player: after, now: event.at_ms });
          found.push({ player: after, now: event.at_ms });
        }
      }
    }
    edge = found;
  }
  return [...seen.values()];
}

describe("from every reachable state", () => {
  const states = reachable();

  test("all five kinds of state are reached", () => {
    expect(new Set(states.map(({ player }) => player.kind))).toEqual(
      new Set(["ready", "playing", "paused", "stopped", "finished"]),
    );
    expect(states.length).toBeGreaterThan(100);
  });

  test("stop is one event away", () => {
    for (const { player, now } of states) expect(next(player, at("stop", now)).kind).toBe("stopped");
  });

  test("a stopped session takes nothing but what was felt", () => {
    for (const { player, now } of states) {
      const stopped = next(player, at("stop", now));
      for (const kind of KINDS) expect(next(stopped, at(kind, now + 50))).toBe(stopped);
      expect(next(stopped, felt("numb"))).toEqual({ ...stopped, feeling: "numb" });
    }
  });

  test("a position never goes back and never leaves the sheet", () => {
    for (const { player, now } of states) {
      const before = position(player, millis(now));
      for (const event of everyEvent(now + 300)) {
        const after = position(next(player, event), event.at_ms);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(SHEET.total_ms);
      }
    }
  });

  test("the record never shows more pressure than the sheet holds, nor a ceiling that went up", () => {
    for (const { player, now } of states) {
      expect(recordOf(player).pressed_s).toBeLessThanOrEqual(4);
      for (const event of everyEvent(now + 300)) {
        const eased = recordOf(next(player, event)).ceiling_eased_by;
        expect(eased - recordOf(player).ceiling_eased_by).toBeOneOf([0, 1]);
      }
    }
  });

  test("only a session that has come to its end finishes", () => {
    for (const { player, now } of states) {
      const after = next(player, at("finish", now));
      if (after.kind === "finished") expect(position(after, millis(now))).toBe(SHEET.total_ms);
    }
  });
});

describe("each state takes its own events and no others", () => {
  const accepted = {
    ready: ["start", "stop"],
    playing: ["pause", "skip", "ease", "stop"],
    paused: ["resume", "skip", "ease", "stop"],
    finished: ["stop"],
  };
  const states = {
    ready: open(SHEET),
    playing: play(at("start", 0)),
    paused: play(at("start", 0), at("pause", 1000)),
    finished: play(at("start", 0), at("finish", 12000)),
  };
  for (const kind of ["ready", "playing", "paused", "finished"] as const) {
    test(kind, () => {
      const state = states[kind];
      expect(state.kind).toBe(kind);
      const onlyLater = next(state, felt("numb", 1000));
      const taken = everyEvent(1000).filter(
        (event) => JSON.stringify(next(state, event)) !== JSON.stringify(onlyLater),
      );
      expect(taken.map((event) => event.kind)).toEqual(
        [...KINDS].filter((one) => accepted[kind].includes(one)),
      );
    });
  }
});

test("stop works when the sheet is broken", () => {
  const broken = new Proxy(SHEET, {
    get: () => {
      throw new Error("broken");
    },
  });
  const player = { ...play(at("start", 0)), sheet: broken } as Player;
  expect(next(player, at("stop", 5000)).kind).toBe("stopped");
});

test("pauses do not count", () => {
  const player = play(at("start", 500), at("pause", 2500), at("resume", 60_000));
  expect(position(player, millis(61_000))).toBe(3000);
});

test("a clock that goes back does not move the session back", () => {
  expect(position(play(at("start", 5000)), millis(100))).toBe(0);
});

test("a cue is on from its first millisecond until the next begins", () => {
  expect([3999, 4000, 7999, 8000, 12000].map((ms) => cueAt(SHEET, millis(ms))?.kind)).toEqual([
    "ready",
    "hold",
    "hold",
    "release",
    "move",
  ]);
});

test("skip goes to the start of the next step", () => {
  expect(position(play(at("start", 0), at("skip", 1000)), millis(1000))).toBe(3000);
});

test("skip in the last step ends the session", () => {
  const player = play(at("start", 0), at("skip", 0), at("skip", 0), at("skip", 0));
  expect([player.kind, position(player, millis(0))]).toEqual(["finished", 12000]);
});

test("a session whose time has run out has finished, whatever the next event", () => {
  expect(play(at("start", 0), at("ease", 12_000)).kind).toBe("finished");
  expect(play(at("start", 0), at("finish", 11_999)).kind).toBe("playing");
});

test("stop is obeyed even after the end", () => {
  expect(recordOf(play(at("start", 0), at("finish", 12_000), at("stop", 12_500), felt("numb"))).ending).toBe(
    "stopped",
  );
});

describe("record", () => {
  const BREATH = { technique: "slow-breathing", tool: "hands" };
  const PRESS = { technique: "sustained-pressure", tool: "hands" };
  const EASED = { on: "ease", step: "press-ut2", repetition: 1, position_ms: 5000, level_0_10: null };
  const SKIPPED = { on: "skip", step: "press-ut2", repetition: 1, position_ms: 5500, level_0_10: null };

  test("of a session played to its end", () => {
    expect(record(SHEET, [at("start", 1000), at("finish", 13_200)])).toEqual({
      ending: "finished",
      done: [
        { step: "breathe", seconds: 3, skipped: false, ...BREATH },
        { step: "press-ut2", seconds: 4, skipped: false, ...PRESS },
        { step: "move", seconds: 3, skipped: false, ...BREATH },
      ],
      pressed_s: 4,
      position_ms: 12000,
      ceiling_eased_by: 0,
      feeling: null,
      turns: [],
      ceiling_at_most_0_10: null,
    });
  });

  test("of a session stopped in a hold counts what was pressed and lists no later step", () => {
    const events = [at("start", 0), at("ease", 5000), at("stop", 6900), felt("numb", 9000)];
    expect(record(SHEET, events)).toEqual({
      ending: "stopped",
      done: [
        { step: "breathe", seconds: 3, skipped: false, ...BREATH },
        { step: "press-ut2", seconds: 2, skipped: false, ...PRESS },
      ],
      pressed_s: 2,
      position_ms: 6900,
      ceiling_eased_by: 1,
      feeling: "numb",
      turns: [EASED],
      ceiling_at_most_0_10: 5,
    });
  });

  test("of a session with a skipped step names it and counts only what was played of it", () => {
    const events = [
      at("start", 0),
      at("pause", 5500),
      at("skip", 7000),
      at("resume", 8000),
      at("pause", 9200),
    ];
    expect(record(SHEET, events)).toEqual({
      ending: "running",
      done: [
        { step: "breathe", seconds: 3, skipped: false, ...BREATH },
        { step: "press-ut2", seconds: 1, skipped: true, ...PRESS },
        { step: "move", seconds: 1, skipped: false, ...BREATH },
      ],
      pressed_s: 1,
      position_ms: 10_200,
      ceiling_eased_by: 0,
      feeling: null,
      turns: [SKIPPED],
      ceiling_at_most_0_10: null,
    });
  });

  test("of a session never started is empty", () => {
    expect(record(SHEET, [at("pause", 10), felt("nothing")])).toEqual({
      ending: "unstarted",
      done: [],
      pressed_s: 0,
      position_ms: 0,
      ceiling_eased_by: 0,
      feeling: null,
      turns: [],
      ceiling_at_most_0_10: null,
    });
  });

  test("of a step reached by skipping and not begun does not list it", () => {
    expect(record(SHEET, [at("start", 0), at("skip", 0), at("stop", 0)]).done).toEqual([
      { step: "breathe", seconds: 0, skipped: true, ...BREATH },
    ]);
  });

  test("of an event that is not accepted moves only the time", () => {
    expect(record(SHEET, [at("start", 0), at("resume", 5000)]).position_ms).toBe(5000);
  });
});
