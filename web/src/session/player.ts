// A session as a value: a cue sheet played by events. No timers and no DOM; time comes in with each event.
//
// What Python's `replay` agrees to (tests/contract/sessions): every event moves the time on while playing, also one that its
// state does not accept; where a turn leads stands in the sheet, and one that the sheet does not have there changes
// nothing; at the end of the sheet the session has finished, whoever says so.
import type { Cue, CueKind, CueSheet, Feeling, SessionRecord, Step, Taken, Turn } from "../types";
import { begins, cueAt, indexAt, playOn, type Stretch, stepOf, stepsOf, withTurns } from "./course";
import { AS_PLANNED, ceilingOf, type Eased, easedBy, type Told, turnOf } from "./levels";
import { type Millis, millis } from "./millis";

export { cueAt, lineAhead, stepOf } from "./course";
export { type Millis, millis } from "./millis";

/** The presses that take the turn of the same name, if the cue that is on has it. */
export type TurnPress = "skip" | "ease" | "too-sore" | "swap" | "repeat" | "next";
export type Press = "start" | "pause" | "resume" | TurnPress | "stop" | "finish";
export type PlayerEvent =
  | { kind: Press; at_ms: Millis }
  | { kind: "level"; at_ms: Millis; level: number | null }
  | { kind: "felt"; at_ms: Millis; feeling: Feeling };

type StepDone = SessionRecord["done"][number];

/** `position` is where the sheet stood when the clock showed `since`. */
interface Course {
  sheet: CueSheet;
  since: Millis;
  position: Millis;
  played: readonly Stretch[];
  skipped: readonly number[];
  eased: Eased;
  turns: readonly Taken[];
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
  return {
    kind: "ready",
    sheet: withTurns(sheet),
    since: start,
    position: start,
    played: [],
    skipped: [],
    eased: AS_PLANNED,
    turns: [],
  };
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
    case "finish":
    case "felt":
      return live;
    case "level":
      return isUnderWay(live) && event.level !== null ? tell(live, event.level) : live;
    default:
      return isUnderWay(live) ? turn(live, event.kind, null) : live;
  }
}

/** Where on the sheet the player stands when the clock shows `now`. */
export function position(player: Player, now: Millis): Millis {
  if (player.kind === "stopped") return position(player.was, player.at);
  if (player.kind !== "playing" || now <= player.since) return player.position;
  return playOn(player.sheet, player.position, now - player.since).position;
}

/** True when the clock shows a time at which the sheet has been played to its end. */
export function isOver(player: Player, now: Millis): boolean {
  if (player.kind !== "playing") return player.kind === "finished";
  return playOn(player.sheet, player.position, Math.max(now - player.since, 0)).isEnd;
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
    ceiling_eased_by: live.eased.by,
    feeling: player.kind === "stopped" ? player.feeling : null,
    turns: live.turns,
    ceiling_at_most_0_10: live.eased.at_most_0_10,
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
  const reached = playOn(player.sheet, player.position, at - player.since);
  return {
    ...player,
    kind: reached.isEnd ? "finished" : "playing",
    since: at,
    position: reached.position,
    played: [...player.played, ...reached.played],
  };
}

/** A level takes the turn that it comes to; plans of before it was asked for know none. */
function tell(player: Live, level: number): Live {
  const cue = cueAt(player.sheet, player.position);
  const step = cue && stepOf(player.sheet, cue);
  const { coaching } = player.sheet.plan;
  if (!cue || !step || !coaching) return player;
  return turn(player, turnOf(level, toldIn(player, cue), ceilingOf(step, player.eased), coaching), level);
}

function turn(player: Live, on: Turn, level: number | null): Live {
  const { sheet } = player;
  const index = indexAt(sheet, player.position);
  const cue = sheet.cues[index];
  const step = cue && stepOf(sheet, cue);
  const branch = cue?.branches?.find((one) => one.on === on);
  if (!cue || !step || !branch) return player;
  const turned: Live = {
    ...player,
    turns: [...player.turns, takenIn(cue, step, on, player.position, level)],
    eased: easedBy(branch, step, player.eased),
    skipped: on === "skip" ? [...player.skipped, cue.step] : player.skipped,
  };
  if (branch.to === index) return turned;
  const isEnd = branch.to >= sheet.cues.length;
  return { ...turned, kind: isEnd ? "finished" : turned.kind, position: begins(sheet, branch.to) };
}

function takenIn(cue: Cue, step: Step, on: Turn, position_ms: Millis, level_0_10: number | null): Taken {
  return { on, step: step.id, repetition: cue.repetition, position_ms, level_0_10 };
}

/** The levels told in the hold that a cue belongs to, and whether the ceiling has come down since each of them. */
function toldIn(player: Live, cue: Cue): Told[] {
  let told: Told[] = [];
  for (const { on, position_ms, level_0_10 } of player.turns) {
    const at = cueAt(player.sheet, millis(position_ms));
    if (at?.step !== cue.step || at.repetition !== cue.repetition) continue;
    if (level_0_10 !== null) told.push({ level: level_0_10, easedSince: false });
    const eases = at.branches?.find((one) => one.on === on)?.eases ?? 0;
    if (eases > 0) told = told.map(({ level }) => ({ level, easedSince: true }));
  }
  return told;
}

function endingOf(player: Player): SessionRecord["ending"] {
  if (player.kind === "ready") return "unstarted";
  if (player.kind === "stopped" || player.kind === "finished") return player.kind;
  return "running";
}

function stepsDone(live: Live): StepDone[] {
  return stepsOf(live.sheet).flatMap(({ id, technique, tool }, index) => {
    const skipped = live.skipped.includes(index);
    if (!skipped && playedMs(live, (cue) => cue.step === index) === 0) return [];
    const spent = playedMs(live, (cue) => cue.step === index && WORKING.includes(cue.kind));
    return [{ step: id, seconds: wholeSeconds(spent), skipped, technique, tool }];
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
