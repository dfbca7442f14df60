// Which session this browser can offer while the server is away: one that would be opened, and not only one that is kept.
import { Unreachable } from "../api";
import { Logbook } from "../session/logbook";
import { openAlone } from "./opening";
import type { Shelf } from "./shelf";

/** The plan of the latest kept session that can be begun or gone on with now; null where there is none. */
export async function sessionToOffer(shelf: Shelf, now: number): Promise<string | null> {
  const latestFirst = (await shelf.allTexts()).toSorted((a, b) => b.kept_at - a.kept_at);
  for (const { plan } of latestFirst) if (await isPlayable(plan, shelf, now)) return plan;
  return null;
}

async function isPlayable(plan: string, shelf: Shelf, now: number): Promise<boolean> {
  const log = await Logbook.open(plan, shelf, () => Promise.reject(new Unreachable(plan)));
  return (await openAlone(plan, log, shelf, now)).kind === "open";
}
