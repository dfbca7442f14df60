// What was said while the server was away, sent when it is back: each session's events in order, then what was told of it.
import { Problem, Unreachable } from "../api";
import { Logbook } from "../session/logbook";
import type { EventsKept, NumberedEvent, Outcome } from "../types";
import { type LetGo, takeAlone } from "./alone";
import { blankPages, PageShelf, type Pages, type Shelf } from "./shelf";

export interface Server {
  keepEvents(plan: string, events: readonly NumberedEvent[]): Promise<EventsKept>;
  keepOutcome(plan: string, outcome: Outcome): Promise<unknown>;
}

/** `waiting`: the server is away, or not well; try again later. */
export type Delivery = "done" | "waiting";

const DAY_MS = 24 * 60 * 60 * 1000;
/** What nobody came back to, and what the server will not have, stays for as long as a course is looked back on. */
const KEPT_MS = 7 * DAY_MS;
const SERVER_FAULT = 500;

/** Tells the server everything it does not know yet. A session that is open in some window is left to that window. */
export async function deliver(
  shelf: Shelf,
  server: Server,
  now: number,
  take: (plan: string) => Promise<LetGo | null> = takeAlone,
): Promise<Delivery> {
  for (const { plan, used_at } of await shelf.allPages()) {
    const isOld = now - used_at > KEPT_MS;
    const letGo = await take(plan);
    if (letGo === null) continue;
    try {
      await deliverOne(plan, shelf, server);
      if (isOld) await shelf.forget(plan);
    } catch (error) {
      if (isForLater(error)) return "waiting";
      if (!(error instanceof Problem)) throw error;
      if (isOld) await shelf.forget(plan); // refused; until then it is said whenever that session is opened
    } finally {
      letGo();
    }
  }
  await tidy(shelf, now);
  return "done";
}

/**
 * Keeps what was told of a session, and sends it if that can be done now. Throws what the server refuses it with, and
 * `Unreachable` when it could neither be kept nor sent.
 */
export async function tellOutcome(
  plan: string,
  outcome: Outcome,
  shelf: Shelf,
  server: Server,
  now: number,
): Promise<Delivery> {
  const pages = (await shelf.pages(plan)) ?? { ...blankPages(plan), used_at: now };
  const told = new PageShelf();
  const kept = await shelf.keepPages({ ...pages, outcome }).then(
    () => shelf,
    () => told,
  );
  if (kept === told) await told.keepPages({ ...pages, outcome });
  try {
    await deliverOne(plan, kept, server);
    return "done";
  } catch (error) {
    if (isForLater(error) && kept.isLasting) return "waiting";
    throw error;
  }
}

async function deliverOne(plan: string, shelf: Shelf, server: Server): Promise<void> {
  const pages = await shelf.pages(plan);
  if (!pages) return;
  const log = new Logbook(pages, shelf, (events) => server.keepEvents(plan, events));
  if (!log.isSent) await log.post();
  if (pages.outcome) await server.keepOutcome(plan, pages.outcome);
  if (isTold(pages)) await shelf.forget(plan);
}

/** The server has not refused: it is away, or in trouble of its own. */
export function isForLater(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && error.status >= SERVER_FAULT);
}

/** Nothing more is to come of it: it was told how it was, or stopped and told why. */
function isTold({ events, outcome }: Pages): boolean {
  return outcome !== null || events.some(({ event }) => event.kind === "felt");
}

async function tidy(shelf: Shelf, now: number): Promise<void> {
  for (const { plan, kept_at } of await shelf.allTexts())
    if (now - kept_at > KEPT_MS && (await shelf.pages(plan)) === undefined) await shelf.forget(plan);
}
