// What a session that is opened comes to, with the server there or gone. Throws when neither it nor this browser can say.
import { Unreachable } from "../api";
import { type Refusal, refusalOf } from "../session/guard";
import type { Logbook } from "../session/logbook";
import { type PlayerEvent, record } from "../session/player";
import type { Atlas, Download, EventsKept, Feeling, StopAdvice } from "../types";
import { isFresh, keepPlayable, keptPlayable, type Playable } from "./download";
import { isForLater } from "./outbox";
import type { Shelf } from "./shelf";

export interface Source {
  download(plan: string): Promise<Download>;
  atlas(): Promise<Atlas>;
}

interface Open {
  readonly kind: "open";
  readonly playable: Playable;
  readonly isAway: boolean;
}
export type Opened =
  | { readonly kind: "finished" }
  | { readonly kind: "stopped"; readonly feeling: Feeling | null; readonly advice: StopAdvice | null }
  /** The guard does not let its sheet through, wherever it came from. */
  | { readonly kind: "refused"; readonly why: Refusal }
  /** `message` names the sentence that says what to do. */
  | { readonly kind: "closed"; readonly message: string }
  | Open;

export async function openSession(
  plan: string,
  log: Logbook,
  shelf: Shelf,
  source: Source,
  now: number,
): Promise<Opened> {
  try {
    const kept = await log.post();
    return (
      settled(kept, log) ??
      guarded({ kind: "open", playable: await download(plan, shelf, source, now), isAway: false }, log, now)
    );
  } catch (error) {
    if (!isForLater(error)) throw error;
    return openAlone(plan, log, shelf, now);
  }
}

/** What the server's word alone decides; null when the session can be played. */
function settled({ record: { ending, feeling }, advice }: EventsKept, log: Logbook): Opened | null {
  if (ending === "finished") return { kind: "finished" };
  if (ending === "stopped") return { kind: "stopped", feeling, advice };
  const isElsewhere = ending === "running" && log.events.length === 0;
  return isElsewhere ? { kind: "closed", message: "session-begun-elsewhere" } : null;
}

async function download(plan: string, shelf: Shelf, source: Source, now: number): Promise<Playable> {
  const [fetched, atlas] = await Promise.all([source.download(plan), source.atlas()]);
  const playable = { ...fetched, atlas };
  await keepPlayable(shelf, plan, playable, now);
  return playable;
}

/** What it comes to with the server gone, by what this browser keeps. */
export async function openAlone(plan: string, log: Logbook, shelf: Shelf, now: number): Promise<Opened> {
  const { events } = log;
  if (events.some(({ kind }) => kind === "stop"))
    return { kind: "stopped", feeling: lastFelt(events), advice: null };
  const playable = await keptPlayable(shelf, plan);
  if (playable === "none") throw new Unreachable(plan);
  if (playable === "damaged") return { kind: "closed", message: "session-kept-damaged" };
  if (record(playable.sheet, events).ending === "finished") return { kind: "finished" };
  if (!isFresh(playable, log.used_at, now)) return { kind: "closed", message: "plan-needs-fresh-check-in" };
  return guarded({ kind: "open", playable, isAway: true }, log, now);
}

function guarded(opened: Open, { hasBegun }: Logbook, now: number): Opened {
  const why = refusalOf(opened.playable.sheet, new Date(now), hasBegun);
  return why ? { kind: "refused", why } : opened;
}

function lastFelt(events: readonly PlayerEvent[]): Feeling | null {
  const felt = events.findLast((event) => event.kind === "felt");
  return felt?.kind === "felt" ? felt.feeling : null;
}
