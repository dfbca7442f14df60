import { expect, test } from "vitest";
import { PageShelf } from "../offline/shelf";
import type { EventsKept, NumberedEvent } from "../types";
import { Logbook } from "./logbook";
import { millis, type PlayerEvent } from "./player";

const START: PlayerEvent = { kind: "start", at_ms: millis(0) };
const STOP: PlayerEvent = { kind: "stop", at_ms: millis(900) };
const FELT: PlayerEvent = { kind: "felt", at_ms: millis(1500), feeling: "numb" };

/** A server that stores each id once, and that can be away. */
class FakeServer {
  readonly stored = new Map<string, NumberedEvent>();
  isAway = false;
  losesAnswer = false;

  keep = async (events: readonly NumberedEvent[]): Promise<EventsKept> => {
    if (this.isAway) throw new Error("away");
    for (const one of events) this.stored.set(one.id, one);
    if (this.losesAnswer) throw new Error("answer lost");
    return { record: {} as EventsKept["record"], advice: null };
  };

  get kinds(): string[] {
    return [...this.stored.values()].sort((a, b) => a.seq - b.seq).map(({ event }) => event.kind);
  }
}

test("events reach the server in order, with what was felt", async () => {
  const server = new FakeServer();
  const log = await Logbook.open("plan", new PageShelf(), server.keep);
  for (const event of [START, STOP, FELT]) log.add(event);
  await log.post();
  expect([...server.stored.values()].map(({ seq, event }) => [seq, event])).toEqual([
    [0, { kind: "start", at_ms: 0, feeling: null }],
    [1, { kind: "stop", at_ms: 900, feeling: null }],
    [2, { kind: "felt", at_ms: 1500, feeling: "numb" }],
  ]);
});

test("a level that was told reaches the server as it was told, and an answer without a number as none", async () => {
  const server = new FakeServer();
  const log = await Logbook.open("plan", new PageShelf(), server.keep);
  const told = (at_ms: number, level: number | null): PlayerEvent => ({
    kind: "level",
    at_ms: millis(at_ms),
    level,
  });
  for (const event of [START, told(400, 7), told(500, 0), told(600, null)]) log.add(event);
  await log.post();
  expect([...server.stored.values()].slice(1).map(({ event }) => event)).toEqual([
    { kind: "level", at_ms: 400, feeling: null, level: 7 },
    { kind: "level", at_ms: 500, feeling: null, level: 0 },
    { kind: "level", at_ms: 600, feeling: null, level: null },
  ]);
});

test("what was written while the server was away is sent when it is back, also after a reload", async () => {
  const [server, kept] = [new FakeServer(), new PageShelf()];
  server.isAway = true;
  const log = await Logbook.open("plan", kept, server.keep);
  log.add(START);
  await expect(log.post()).rejects.toThrow("away");
  server.isAway = false;
  const reloaded = await Logbook.open("plan", kept, server.keep);
  reloaded.add(STOP);
  await reloaded.post();
  expect(server.kinds).toEqual(["start", "stop"]);
});

test("an event whose answer was lost is sent again under its own id and stored once", async () => {
  const server = new FakeServer();
  const log = await Logbook.open("plan", new PageShelf(), server.keep);
  server.losesAnswer = true;
  log.add(START);
  await expect(log.post()).rejects.toThrow("answer lost");
  server.losesAnswer = false;
  await log.post();
  expect(server.kinds).toEqual(["start"]);
});

test("events added while others are being sent follow them", async () => {
  const server = new FakeServer();
  const log = await Logbook.open("plan", new PageShelf(), server.keep);
  log.add(START);
  const first = log.post();
  log.add(STOP);
  await Promise.all([first, log.post()]);
  expect(server.kinds).toEqual(["start", "stop"]);
});

test("the time last seen outlives a reload and never goes back", async () => {
  const kept = new PageShelf();
  const log = await Logbook.open("plan", kept, new FakeServer().keep);
  log.see(7000);
  log.add(STOP, 1234);
  await log.post();
  const reloaded = await Logbook.open("plan", kept, new FakeServer().keep);
  expect([reloaded.seen_ms, reloaded.used_at]).toEqual([7000, 1234]);
});

test("sessions do not mix, and a forgotten one is gone", async () => {
  const kept = new PageShelf();
  const one = await Logbook.open("one", kept, new FakeServer().keep);
  one.add(START);
  await one.post();
  expect((await Logbook.open("two", kept, new FakeServer().keep)).events).toEqual([]);
  await kept.forget("one");
  expect((await Logbook.open("one", kept, new FakeServer().keep)).events).toEqual([]);
});

test("an event is written down before the server hears of it", async () => {
  const kept = new PageShelf();
  const seen: number[] = [];
  const log = await Logbook.open("plan", kept, async () => {
    seen.push((await kept.pages("plan"))?.events.length ?? 0);
    return { record: {} as EventsKept["record"], advice: null };
  });
  log.add(START);
  await log.post();
  expect(seen).toEqual([1]);
});

test("what a closed log still learns is not written over what others write", async () => {
  const kept = new PageShelf();
  const log = await Logbook.open("plan", kept, new FakeServer().keep);
  log.add(START);
  await log.post();
  const outcome = { id: "1", pain_before: 5, pain_after: 3, turning: "easier", helped: "yes" } as const;
  const pages = await kept.pages("plan");
  if (!pages) throw new Error("nothing was written");
  log.close();
  await kept.keepPages({ ...pages, outcome });
  log.see(9000);
  await log.post();
  expect((await kept.pages("plan"))?.outcome).toEqual(outcome);
});

class FullShelf extends PageShelf {
  override async keepPages(): Promise<void> {
    throw new DOMException("full", "QuotaExceededError");
  }
}

test("a shelf without room loses no stop: the server gets it", async () => {
  const server = new FakeServer();
  const log = await Logbook.open("plan", new FullShelf(), server.keep);
  for (const event of [START, STOP]) log.add(event);
  await log.post();
  expect(server.kinds).toEqual(["start", "stop"]);
  expect(log.isKept).toBe(false);
});

test("a disk that never answers holds nothing up for long", async () => {
  const server = new FakeServer();
  class StuckShelf extends PageShelf {
    override keepPages(): Promise<void> {
      return new Promise(() => {});
    }
  }
  const log = await Logbook.open("plan", new StuckShelf(), server.keep);
  log.add(STOP);
  await log.post();
  expect(server.kinds).toEqual(["stop"]);
});
