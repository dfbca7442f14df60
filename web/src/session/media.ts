// The system's media controls: on a locked screen, on a headset, on a keyboard. They do what the screen does.
import { t } from "../words";
import { lineAhead, timeOf } from "./course";
import { millis } from "./millis";
import type { TurnPress } from "./player";
import type { SessionRun } from "./run.svelte";

/** What the controls may ask for. */
export interface Controlled {
  play(): unknown;
  pause(): void;
  stop(): void;
  turn(turn: TurnPress): void;
  again(): void;
}

export interface Shown {
  readonly title: string;
  readonly state: "playing" | "paused";
  readonly position_ms: number;
  readonly total_ms: number;
}

/** Joins the controls to a session, where the system has any. Returns what parts them again. */
export function takeControls(run: Controlled): () => void {
  if (!("mediaSession" in navigator)) return () => {};
  const handlers: [MediaSessionAction, () => void][] = [
    ["play", () => run.play()],
    ["pause", () => run.pause()],
    ["stop", () => run.stop()],
    ["nexttrack", () => run.turn("next")],
    ["previoustrack", () => run.again()],
  ];
  for (const [action, handler] of handlers) handle(action, handler);
  return () => {
    for (const [action] of handlers) handle(action, null);
    navigator.mediaSession.metadata = null;
    navigator.mediaSession.playbackState = "none";
    navigator.mediaSession.setPositionState();
  };
}

/** What the controls show of a session: of a step nothing, unless it may be read on a locked screen. */
export function shownOf({ sheet, sound, player, cue, words }: SessionRun): Shown {
  return {
    title: sound.choice.shows_step ? words : t("session-on-lock-screen"),
    state: player.kind === "playing" ? "playing" : "paused",
    position_ms: timeOf(sheet, millis(cue?.at_ms ?? 0)) ?? 0,
    total_ms: lineAhead(sheet, millis(0)).total_ms,
  };
}

/** Tells the system what to show. */
export function showOnControls({ title, state, position_ms, total_ms }: Shown): void {
  if (!("mediaSession" in navigator)) return;
  navigator.mediaSession.metadata = new MediaMetadata({ title });
  navigator.mediaSession.playbackState = state;
  navigator.mediaSession.setPositionState({
    duration: total_ms / 1000,
    position: Math.min(position_ms, total_ms) / 1000,
    playbackRate: 1,
  });
}

/** Not every browser knows every action. */
function handle(action: MediaSessionAction, handler: (() => void) | null): void {
  try {
    navigator.mediaSession.setActionHandler(action, handler);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
