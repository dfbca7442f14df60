import { expect, test } from "vitest";
import type { EventsKept, NumberedEvent } from "../types";
import { forgetSession, Logbook, type Shelf } from "./logbook";
import { millis, type PlayerEvent } from "./player";

const START: PlayerEvent = { kind: "start", at_ms: millis(0) };
const STOP: PlayerEvent = { kind: "stop", at_ms: millis(900) };
const FELT: PlayerEvent = { kind: "felt", at_ms: millis(1500), feeling: "numb" };

function shelf(): Shelf {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => held.set(key, value),
    removeItem: (key) => held.delete(key),
  };
}

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
  const log = new Logbook("plan", shelf(), server.keep);
  for (const event of [START, STOP, FELT]) log.add(event);
  await log.post();
  expect([...server.stored.values()].map(({ seq, event }) => [seq, event])).toEqual([
    [0, { kind: "start", at_ms: 0, feeling: null }],
    [1, { kind: "stop", at_ms: 900, feeling: null }],
    [2, { kind: "felt", at_ms: 1500, feeling: "numb" }],
  ]);
});

test("what was written while the server was away is sent when it is back, also after a reload", async () => {
  const [server, kept] = [new FakeServer(), shelf()];
  server.isAway = true;
  const log = new Logbook("plan", kept, server.keep);
  log.add(START);
  await expect(log.post()).rejects.toThrow("away");
  server.isAway = false;
  const reloaded = new Logbook("plan", kept, server.keep);
  reloaded.add(STOP);
  await reloaded.post();
  expect(server.kinds).toEqual(["start", "stop"]);
});

test("an event whose answer was lost is sent again under its own id and stored once", async () => {
  const server = new FakeServer();
  const log = new Logbook("plan", shelf(), server.keep);
  server.losesAnswer = true;
  log.add(START);
  await expect(log.post()).rejects.toThrow("answer lost");
  server.losesAnswer = false;
  await log.post();
  expect(server.kinds).toEqual(["start"]);
});

test("events added while others are being sent follow them", async () => {
  const server = new FakeServer();
  const log = new Logbook("plan", shelf(), server.keep);
  log.add(START);
  const first = log.post();
  log.add(STOP);
  await Promise.all([first, log.post()]);
  expect(server.kinds).toEqual(["start", "stop"]);
});

test("the time last seen outlives a reload and never goes back", () => {
  const kept = shelf();
  const log = new Logbook("plan", kept, new FakeServer().keep);
  log.see(7000);
  log.add(STOP);
  expect(new Logbook("plan", kept, new FakeServer().keep).seen_ms).toBe(7000);
});

test("sessions do not mix, and a forgotten one is gone", async () => {
  const kept = shelf();
  const one = new Logbook("one", kept, new FakeServer().keep);
  one.add(START);
  expect(new Logbook("two", kept, new FakeServer().keep).events).toEqual([]);
  forgetSession("one", kept);
  expect(new Logbook("one", kept, new FakeServer().keep).events).toEqual([]);
});

test("a shelf without room loses no stop: the server gets it", async () => {
  const server = new FakeServer();
  const full: Shelf = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
    removeItem: () => {},
  };
  const log = new Logbook("plan", full, server.keep);
  for (const event of [START, STOP]) log.add(event);
  await log.post();
  expect(server.kinds).toEqual(["start", "stop"]);
});
