import { expect, test } from "vitest";
import recorded from "../../../tests/contract/sessions/once-more.json";
import { Logbook } from "../session/logbook";
import { millis, type PlayerEvent } from "../session/player";
import type { Atlas, CueSheet } from "../types";
import { keepPlayable, type Playable } from "./download";
import { sessionToOffer } from "./offered";
import { PageShelf } from "./shelf";

const SHEET = recorded.sheet as unknown as CueSheet;
const MADE_AT = Date.parse(SHEET.plan.made_at);
const MINUTE_MS = 60_000;
const PLAYABLE: Playable = { sheet: SHEET, valid_min: 120, stops: [], atlas: {} as Atlas };
const START: PlayerEvent = { kind: "start", at_ms: millis(0) };
const STOP: PlayerEvent = { kind: "stop", at_ms: millis(900) };

async function shelfWith(playable: Playable, plan = "plan", kept_at = MADE_AT): Promise<PageShelf> {
  const shelf = new PageShelf();
  await keepPlayable(shelf, plan, playable, kept_at);
  return shelf;
}

async function happened(shelf: PageShelf, at: number, ...events: PlayerEvent[]): Promise<void> {
  const log = await Logbook.open("plan", shelf, async () => Promise.reject(new Error("away")));
  for (const event of events) log.add(event, at);
  await new Promise((resolve) => setTimeout(resolve));
}

test("a kept session is offered for two hours, as long as it would be opened", async () => {
  const shelf = await shelfWith(PLAYABLE);
  expect(await sessionToOffer(shelf, MADE_AT + 120 * MINUTE_MS)).toBe("plan");
  expect(await sessionToOffer(shelf, MADE_AT + 121 * MINUTE_MS)).toBeNull();
});

test("one that was begun may be gone on with for longer, and one that was stopped is not offered", async () => {
  const shelf = await shelfWith(PLAYABLE);
  await happened(shelf, MADE_AT + 119 * MINUTE_MS, START);
  expect(await sessionToOffer(shelf, MADE_AT + 200 * MINUTE_MS)).toBe("plan");
  await happened(shelf, MADE_AT + 120 * MINUTE_MS, STOP);
  expect(await sessionToOffer(shelf, MADE_AT + 121 * MINUTE_MS)).toBeNull();
});

test("one that the guard refuses is not offered, and the one before it is", async () => {
  const shelf = await shelfWith(PLAYABLE);
  const uncleared = { ...SHEET, plan: { ...SHEET.plan, clearance: null } };
  await keepPlayable(shelf, "later", { ...PLAYABLE, sheet: uncleared }, MADE_AT + 1);
  expect(await sessionToOffer(shelf, MADE_AT + MINUTE_MS)).toBe("plan");
});

test("one that was damaged is offered while it could have been played: opening it says so", async () => {
  const shelf = await shelfWith(PLAYABLE);
  await shelf.keepText({ plan: "plan", text: "{}", digest: "of something else", kept_at: MADE_AT });
  expect(await sessionToOffer(shelf, MADE_AT + 120 * MINUTE_MS)).toBe("plan");
  expect(await sessionToOffer(shelf, MADE_AT + 121 * MINUTE_MS)).toBeNull();
});
