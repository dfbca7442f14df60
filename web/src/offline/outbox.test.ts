import { expect, test } from "vitest";
import { Problem, Unreachable } from "../api";
import type { EventsKept, NumberedEvent, Outcome } from "../types";
import { deliver, type Server, tellOutcome } from "./outbox";
import { blankPages, PageShelf, type Pages } from "./shelf";

const OUTCOME: Outcome = { id: "o", pain_before: 6, pain_after: 3, turning: "easier", helped: "yes" };
const NOW = Date.parse("2026-11-25T12:00:00Z");
const DAY_MS = 86_400_000;
const free = async () => () => {};

class FakeServer implements Server {
  readonly events = new Map<string, NumberedEvent>();
  readonly outcomes = new Map<string, Outcome>();
  trouble: Error | null = null;

  async keepEvents(_: string, events: readonly NumberedEvent[]): Promise<EventsKept> {
    if (this.trouble) throw this.trouble;
    for (const one of events) this.events.set(one.id, one);
    return { record: {} as EventsKept["record"], advice: null };
  }

  async keepOutcome(plan: string, outcome: Outcome): Promise<void> {
    if (this.trouble) throw this.trouble;
    if (this.events.size === 0) throw new Problem(409, "outcome-without-session", {}, null);
    this.outcomes.set(plan, outcome);
  }
}

function pages(part: Partial<Pages> = {}): Pages {
  const kinds = ["start", "finish"] as const;
  const events = kinds.map((kind, seq) => ({
    id: `e${seq}`,
    seq,
    event: { kind, at_ms: seq, feeling: null },
  }));
  return { ...blankPages("plan"), events, used_at: NOW, ...part };
}

async function shelfWith(...kept: readonly Pages[]): Promise<PageShelf> {
  const shelf = new PageShelf();
  for (const one of kept) await shelf.keepPages(one);
  return shelf;
}

test("events go before what was told of them, and then nothing of it stays here", async () => {
  const [server, shelf] = [new FakeServer(), await shelfWith(pages({ outcome: OUTCOME }))];
  expect(await deliver(shelf, server, NOW, free)).toBe("done");
  expect([[...server.events.keys()], server.outcomes.get("plan")]).toEqual([["e0", "e1"], OUTCOME]);
  expect(await shelf.allPages()).toEqual([]);
});

test("a level that was told with the server away arrives when it is back", async () => {
  const level = { id: "l", seq: 2, event: { kind: "level", at_ms: 9000, feeling: null, level: 7 } } as const;
  const shelf = await shelfWith(pages({ events: [...pages().events, level] }));
  const server = new FakeServer();
  await deliver(shelf, server, NOW, free);
  expect(server.events.get("l")).toEqual(level);
});

test("a session that nobody has told of stays when all of it is sent", async () => {
  const [server, shelf] = [new FakeServer(), await shelfWith(pages())];
  await deliver(shelf, server, NOW, free);
  expect((await shelf.pages("plan"))?.sent).toBe(2);
});

test.each([
  new Unreachable("/"),
  new Problem(503, "store-busy", {}, null),
  new Problem(507, "store-disk-full", {}, null),
])("%s: everything waits here", async (trouble) => {
  const [server, shelf] = [new FakeServer(), await shelfWith(pages({ outcome: OUTCOME }))];
  server.trouble = trouble;
  expect(await deliver(shelf, server, NOW, free)).toBe("waiting");
  server.trouble = null;
  expect(await deliver(shelf, server, NOW, free)).toBe("done");
  expect([server.events.size, server.outcomes.size]).toEqual([2, 1]);
});

test("a session that is open in a window is left to that window", async () => {
  const [server, shelf] = [new FakeServer(), await shelfWith(pages())];
  expect(await deliver(shelf, server, NOW, async () => null)).toBe("done");
  expect(server.events.size).toBe(0);
});

test("what the server refuses holds up nothing else, and goes after a week", async () => {
  const server = new FakeServer();
  const refused = new Problem(404, "input-no-such-plan", {}, null);
  const shelf = await shelfWith(pages({ plan: "gone" }), pages({ plan: "here" }));
  server.keepEvents = async (plan, events) => {
    if (plan === "gone") throw refused;
    return FakeServer.prototype.keepEvents.call(server, plan, events);
  };
  expect(await deliver(shelf, server, NOW, free)).toBe("done");
  expect([server.events.size, (await shelf.pages("gone"))?.events.length]).toEqual([2, 2]);
  await deliver(shelf, server, NOW + 7 * DAY_MS, free);
  expect(await shelf.pages("gone")).toBeDefined();
  await deliver(shelf, server, NOW + 7 * DAY_MS + 1, free);
  expect(await shelf.pages("gone")).toBeUndefined();
});

test("a downloaded session that was never begun goes after a week", async () => {
  const shelf = await shelfWith();
  await shelf.keepText({ plan: "plan", text: "{}", digest: "", kept_at: NOW });
  await deliver(shelf, new FakeServer(), NOW + 7 * DAY_MS, free);
  expect(await shelf.allTexts()).toHaveLength(1);
  await deliver(shelf, new FakeServer(), NOW + 7 * DAY_MS + 1, free);
  expect(await shelf.allTexts()).toEqual([]);
});

class LastingShelf extends PageShelf {
  override readonly isLasting = true;
}

test("what is told with the server away waits here, if here is a place that lasts", async () => {
  const server = new FakeServer();
  server.trouble = new Unreachable("/");
  const shelf = new LastingShelf();
  await shelf.keepPages(pages());
  expect(await tellOutcome("plan", OUTCOME, shelf, server, NOW)).toBe("waiting");
  expect((await shelf.pages("plan"))?.outcome).toEqual(OUTCOME);
  await expect(tellOutcome("plan", OUTCOME, new PageShelf(), server, NOW)).rejects.toThrow(Unreachable);
});

test("what is told of a session that is not here is sent at once, and a refusal is said", async () => {
  const server = new FakeServer();
  await expect(tellOutcome("plan", OUTCOME, new PageShelf(), server, NOW)).rejects.toThrow(
    "outcome-without-session",
  );
  server.events.set("e", pages().events[0] as NumberedEvent);
  expect(await tellOutcome("plan", OUTCOME, new PageShelf(), server, NOW)).toBe("done");
  expect(server.outcomes.get("plan")).toEqual(OUTCOME);
});
