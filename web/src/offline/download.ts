// A session that was downloaded: kept as text with its digest, and used only as long as its check-in counts.
import type { Atlas, Download } from "../types";
import type { Shelf } from "./shelf";

/** What plays without the server. */
export interface Playable extends Download {
  readonly atlas: Atlas;
}

const MINUTE_MS = 60_000;
/** Wall clocks are put right by a little all the time; more than this is a clock that went back. */
const CLOCK_SLACK_MS = 5000;

/** Keeps a session on the shelf; false when there is no room or nothing lasts there. */
export async function keepPlayable(
  shelf: Shelf,
  plan: string,
  playable: Playable,
  now: number,
): Promise<boolean> {
  const text = JSON.stringify(playable);
  try {
    await shelf.keepText({ plan, text, digest: await digestOf(text), kept_at: now });
    return shelf.isLasting;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}

/** The session as it was kept; `none` when it never was, `damaged` when it is no longer what was kept. */
export async function keptPlayable(shelf: Shelf, plan: string): Promise<Playable | "none" | "damaged"> {
  const kept = await shelf.text(plan);
  if (kept === undefined) return "none";
  return (await digestOf(kept.text)) === kept.digest ? (JSON.parse(kept.text) as Playable) : "damaged";
}

/** True while a session may be begun or gone on with, as the server reckons it; never by a clock that went back. */
export function isFresh({ sheet, valid_min }: Download, used_at: number, now: number): boolean {
  const since_ms = now - (used_at || Date.parse(sheet.plan.made_at));
  return since_ms >= -CLOCK_SLACK_MS && since_ms <= valid_min * MINUTE_MS;
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
