// Which session this browser can offer while the server is away: one that would be opened, and not only one that is kept.
import { Unreachable } from "../api";
import { LONGEST_VALID_MS } from "../session/guard";
import { Logbook } from "../session/logbook";
import { openAlone } from "./opening";
import type { KeptText, Shelf } from "./shelf";

/** The plan of the latest kept session that can be begun or gone on with now, or that was damaged while it could be, which
 * has to be said; null where there is none. */
export async function sessionToOffer(shelf: Shelf, now: number): Promise<string | null> {
  const latestFirst = (await shelf.allTexts()).toSorted((a, b) => b.kept_at - a.kept_at);
  for (const kept of latestFirst) if (await isOffered(kept, shelf, now)) return kept.plan;
  return null;
}

async function isOffered({ plan, kept_at }: KeptText, shelf: Shelf, now: number): Promise<boolean> {
  const log = await Logbook.open(plan, shelf, () => Promise.reject(new Unreachable(plan)));
  const opened = await openAlone(plan, log, shelf, now);
  if (opened.kind === "closed" && opened.message === "session-kept-damaged")
    return now - kept_at <= LONGEST_VALID_MS;
  return opened.kind === "open";
}
