// A session as a value: a cue sheet played by events. No timers and no DOM; time comes in with each event.
//
// What Python's `replay` agrees to (tests/contract/sessions): every event moves the time on while playing, also one that its
// state does not accept; a position never goes back; at the end of the sheet the session has finished, whoever says so.
import type { Cue, CueKind, CueSheet, Feeling, SessionRecord } from "../types";

declare const unit: unique symbol;
export type Millis = number & { readonly [unit]: "ms" };
export const millis = (value: number): Millis => value as Millis;

export type Press = "start" | "pause" | "resume" | "skip" | "ease" | "stop" | "finish";
export type PlayerEvent = { kind: Press; at_ms: Millis } | { kind: "felt"; at_ms: Millis; feeling: Feeling };

type StepDone = SessionRecord["done"][number];

interface Stretch {
  from: Millis;
  to: Millis;
}

/** `position` is where the sheet stood when the clock showed `since`. */
interface Course {
  sheet: CueSheet;
  since: Millis;
  position: Millis;
  played: readonly Stretch[];
  skipped: readonly number[];
  eased: number;
}

export type Live = Course & { kind: "ready" | "playing" | "paused" | "finished" };
export interface Stopped {
  kind: "stopped";
  was: Live;
  at: Millis;
  feeling: Feeling | null;
}
export type Player = Live | Stopped;

const WORKING: readonly CueKind[] = ["hold", "stroke", "settle", "move"];

export function open(sheet: CueSheet): Player {
  const start = millis(0);
  return { kind: "ready", sheet, since: start, position: start, played: [], skipped: [], eased: 0 };
}

/** The player after an event. Stop comes first, from every state, and touches nothing that could be broken. */
export function next(player: Player, event: PlayerEvent): Player {
  if (event.kind === "stop") return stop(player, event.at_ms);
  if (player.kind === "stopped")
    return event.kind === "felt" ? { ...player, feeling: event.feeling ?? player.feeling } : player;
  const live = advance(player, event.at_ms);
  switch (event.kind) {
    case "start":
      return live.kind === "ready" ? { ...live, kind: "playing", since: event.at_ms } : live;
    case "pause":
      return live.kind === "playing" ? { ...live, kind: "paused" } : live;
    case "resume":
      return live.kind === "paused" ? { ...live, kind: "playing", since: event.at_ms } : live;
    case "ease":
      return isUnderWay(live) ? { ...live, eased: live.eased + 1 } : live;
    case "skip":
      return isUnderWay(live) ? skip(live) : live;
    case "finish":
    case "felt":
      return live;
  }
}

/** Where on the sheet the player stands when the clock shows `now`. */
export function position(player: Player, now: Millis): Millis {
  if (player.kind === "stopped") return position(player.was, player.at);
  if (player.kind !== "playing") return player.position;
  return millis(Math.min(player.position + Math.max(now - player.since, 0), player.sheet.total_ms));
}

/** The cue that is on at a position: the last one that has begun. */
export function cueAt(sheet: CueSheet, at: Millis): Cue | undefined {
  return sheet.cues.findLast((cue) => cue.at_ms <= at) ?? sheet.cues[0];
}

/** What was done, folded from a cue sheet and its events. */
export function record(sheet: CueSheet, events: readonly PlayerEvent[]): SessionRecord {
  return recordOf(events.reduce(next, open(sheet)));
}

export function recordOf(player: Player): SessionRecord {
  const live = player.kind === "stopped" ? advance(player.was, player.at) : player;
  return {
    ending: endingOf(player),
    done: stepsDone(live),
    pressed_s: wholeSeconds(playedMs(live, (cue) => cue.presses)),
    position_ms: live.position,
    ceiling_eased_by: live.eased,
    feeling: player.kind === "stopped" ? player.feeling : null,
  };
}

function stop(player: Player, at: Millis): Stopped {
  return player.kind === "stopped" ? player : { kind: "stopped", was: player, at, feeling: null };
}

function isUnderWay(player: Live): boolean {
  return player.kind === "playing" || player.kind === "paused";
}

function advance(player: Live, at: Millis): Live {
  if (player.kind !== "playing" || at <= player.since) return player;
  const to = position(player, at);
  const played = [...player.played, { from: player.position, to }];
  return {
    ...player,
    kind: isEnd(player.sheet, to) ? "finished" : "playing",
    since: at,
    position: to,
    played,
  };
}

function skip(player: Live): Live {
  const { sheet } = player;
  const current = cueAt(sheet, player.position);
  if (!current) return player;
  const following = sheet.cues.find((cue) => cue.step > current.step);
  const to = millis(following?.at_ms ?? sheet.total_ms);
  const skipped = [...player.skipped, current.step];
  return { ...player, kind: isEnd(sheet, to) ? "finished" : player.kind, position: to, skipped };
}

function isEnd(sheet: CueSheet, at: Millis): boolean {
  return at >= sheet.total_ms;
}

function endingOf(player: Player): SessionRecord["ending"] {
  if (player.kind === "ready") return "unstarted";
  if (player.kind === "stopped" || player.kind === "finished") return player.kind;
  return "running";
}

function stepsDone(live: Live): StepDone[] {
  return live.sheet.plan.steps.flatMap((step, index) => {
    const skipped = live.skipped.includes(index);
    if (!skipped && playedMs(live, (cue) => cue.step === index) === 0) return [];
    const spent = playedMs(live, (cue) => cue.step === index && WORKING.includes(cue.kind));
    return [{ step: step.id, seconds: wholeSeconds(spent), skipped }];
  });
}

function playedMs(live: Live, counts: (cue: Cue) => boolean): number {
  const cues = live.sheet.cues.filter(counts);
  const parts = cues.flatMap((cue) => live.played.map((stretch) => overlap(cue, stretch)));
  return parts.reduce((sum, part) => sum + part, 0);
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

function overlap(cue: Cue, { from, to }: Stretch): number {
  return Math.max(0, Math.min(to, cue.at_ms + cue.for_ms) - Math.max(from, cue.at_ms));
}
