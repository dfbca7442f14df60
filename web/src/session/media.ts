// The system's media controls: on a locked screen, on a headset, on a keyboard. They do what the screen does.
import type { TurnPress } from "./player";

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
