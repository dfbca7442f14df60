import { expect, test } from "vitest";
import recorded from "../../../tests/contract/sessions/once-more.json";
import { Problem, Unreachable } from "../api";
import { Logbook } from "../session/logbook";
import { millis, type PlayerEvent } from "../session/player";
import type { Atlas, CueSheet, EventsKept } from "../types";
import { keepPlayable, keptPlayable, type Playable } from "./download";
import { type Opened, openSession } from "./opening";
import { PageShelf } from "./shelf";

const SHEET = recorded.sheet as unknown as CueSheet;
const MADE_AT = Date.parse(SHEET.plan.made_at);
const MINUTE_MS = 60_000;
const PLAYABLE: Playable = { sheet: SHEET, valid_min: 120, stops: [], atlas: {} as Atlas };
const START: PlayerEvent = { kind: "start", at_ms: millis(0) };
const STOP: PlayerEvent = { kind: "stop", at_ms: millis(900) };
const FELT: PlayerEvent = { kind: "felt", at_ms: millis(1500), feeling: "numb" };
const FINISH: PlayerEvent = { kind: "finish", at_ms: millis(SHEET.total_ms) };

const away = async (): Promise<never> => {
  throw new Unreachable("/");
};
const source = { download: async () => PLAYABLE, atlas: async () => PLAYABLE.atlas };

interface Circumstance {
  events?: readonly PlayerEvent[];
  used_at?: number;
  now?: number;
  kept?: boolean;
  says?: Partial<EventsKept["record"]>;
  shelf?: PageShelf;
}

/** What opening comes to, with a server that says this of the session, or with none. */
async function opened(circumstance: Circumstance): Promise<Opened> {
  const {
    events = [],
    used_at = MADE_AT,
    now = MADE_AT,
    kept = true,
    says,
    shelf = new PageShelf(),
  } = circumstance;
  if (kept) await keepPlayable(shelf, "plan", PLAYABLE, MADE_AT);
  const record = says as EventsKept["record"];
  const log = await Logbook.open("plan", shelf, says ? async () => ({ record, advice: null }) : away);
  for (const event of events) log.add(event, used_at);
  return openSession("plan", log, shelf, source, now);
}

test("with the server there the session comes from it, and is kept for when it goes", async () => {
  const shelf = new PageShelf();
  const session = await opened({ says: { ending: "unstarted" }, kept: false, shelf });
  expect(session).toEqual({ kind: "open", playable: PLAYABLE, isAway: false });
  expect(await keptPlayable(shelf, "plan")).toEqual(PLAYABLE);
});

test("what the server knows of its end counts more than what is kept here", async () => {
  expect(await opened({ says: { ending: "finished" } })).toEqual({ kind: "finished" });
  expect(await opened({ says: { ending: "stopped", feeling: "numb" } })).toEqual({
    kind: "stopped",
    feeling: "numb",
    advice: null,
  });
});

test("a session that runs in another browser is not opened in this one", async () => {
  expect(await opened({ says: { ending: "running" } })).toEqual({
    kind: "closed",
    message: "session-begun-elsewhere",
  });
  expect((await opened({ says: { ending: "running" }, events: [START] })).kind).toBe("open");
});

test("with the server gone a downloaded session is opened as it was", async () => {
  expect(await opened({})).toEqual({ kind: "open", playable: PLAYABLE, isAway: true });
});

test("with the server gone and nothing downloaded, nothing is invented", async () => {
  await expect(opened({ kept: false })).rejects.toThrow(Unreachable);
});

test("a stop is final with the server gone as well, also when its sheet is no longer here", async () => {
  const events = [START, STOP, FELT];
  const stopped = { kind: "stopped", feeling: "numb", advice: null };
  expect(await opened({ events })).toEqual(stopped);
  expect(await opened({ events, kept: false })).toEqual(stopped);
  expect(await opened({ events: [START, STOP] })).toEqual({ ...stopped, feeling: null });
});

test("what was finished without the server is not begun again", async () => {
  expect(await opened({ events: [START, FINISH] })).toEqual({ kind: "finished" });
});

const STALE: Opened = { kind: "closed", message: "plan-needs-fresh-check-in" };

test("two hours after its plan a downloaded session is begun no more", async () => {
  expect((await opened({ now: MADE_AT + 120 * MINUTE_MS })).kind).toBe("open");
  expect(await opened({ now: MADE_AT + 120 * MINUTE_MS + 1 })).toEqual(STALE);
});

test("what was used meanwhile counts from then", async () => {
  const used_at = MADE_AT + 100 * MINUTE_MS;
  expect((await opened({ events: [START], used_at, now: used_at + 120 * MINUTE_MS })).kind).toBe("open");
  expect(await opened({ events: [START], used_at, now: used_at + 120 * MINUTE_MS + 1 })).toEqual(STALE);
});

test("a clock that was put back makes nothing fresh", async () => {
  const begun = { events: [START], used_at: MADE_AT + 6000 };
  expect((await opened({ ...begun, now: MADE_AT + 1000 })).kind).toBe("open");
  expect(await opened({ ...begun, now: MADE_AT + 999 })).toEqual(STALE);
  expect(await opened({ now: MADE_AT - 1 })).toEqual({ kind: "refused", why: "not-fresh" });
});

test("a kept session in which one letter changed is not played", async () => {
  const shelf = new PageShelf();
  await keepPlayable(shelf, "plan", PLAYABLE, MADE_AT);
  const kept = await shelf.text("plan");
  if (!kept) throw new Error("nothing was kept");
  await shelf.keepText({ ...kept, text: kept.text.replace('"for_ms":4000', '"for_ms":9000') });
  const damaged = { kind: "closed", message: "session-kept-damaged" };
  expect(await opened({ kept: false, shelf })).toEqual(damaged);
});

test("what the server refuses is said, whatever is kept here", async () => {
  const shelf = new PageShelf();
  await keepPlayable(shelf, "plan", PLAYABLE, MADE_AT);
  const log = await Logbook.open("plan", shelf, async () => {
    throw new Problem(404, "input-no-such-plan", {}, null);
  });
  await expect(openSession("plan", log, shelf, source, MADE_AT)).rejects.toThrow("input-no-such-plan");
});

test("a session that cannot be kept is played with the server there", async () => {
  class FullShelf extends PageShelf {
    override async keepText(): Promise<void> {
      throw new DOMException("full", "QuotaExceededError");
    }
  }
  const session = await opened({ says: { ending: "unstarted" }, kept: false, shelf: new FullShelf() });
  expect(session.kind).toBe("open");
});

test("the guard looks at what this browser kept as at what the server sends", async () => {
  const harder = SHEET.plan.steps.map((step) => (step.point ? { ...step, ceiling_0_10: 8 } : step));
  const spoiled = { ...PLAYABLE, sheet: { ...SHEET, plan: { ...SHEET.plan, steps: harder } } };
  const shelf = new PageShelf();
  await keepPlayable(shelf, "plan", spoiled, MADE_AT);
  expect(await opened({ kept: false, shelf })).toEqual({ kind: "refused", why: "pressure" });
  const from = { ...source, download: async () => spoiled };
  const unstarted = { record: { ending: "unstarted" } as EventsKept["record"], advice: null };
  const log = await Logbook.open("plan", new PageShelf(), async () => unstarted);
  expect(await openSession("plan", log, shelf, from, MADE_AT)).toEqual({ kind: "refused", why: "pressure" });
});
