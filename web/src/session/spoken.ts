// What is heard in a session, as the presses that its buttons make. Nothing heard can do more than a button can.
import type { Heard } from "../ears/listener";

export type SpokenWish = "stop" | "pause" | "resume" | "ease" | "skip" | "repeat" | "tell";

/** What a session does when asked; what repeats a part is not in every player. */
export interface Obeys {
  stop(): void;
  pause(): void;
  play(): Promise<void>;
  ease(): void;
  skip(): void;
  repeat?(): void;
}

/** `speaks`: one of our own lines was being spoken at the same time, and what was heard may be that. */
export interface Circumstances {
  isPaused: boolean;
  speaks: boolean;
}

/** What is asked for. Over our own voice only what ends or pauses counts. */
export function spokenWish(heard: Heard, { isPaused, speaks }: Circumstances): SpokenWish | null {
  if (heard.kind === "unknown") return null;
  if (heard.kind !== "command") return isPaused ? null : "pause";
  if (heard.command === "stop") return "stop";
  if (speaks) return null;
  switch (heard.command) {
    case "pause":
      return isPaused ? null : "pause";
    case "go-on":
      return isPaused ? "resume" : null;
    case "softer":
      return "ease";
    case "next":
      return "skip";
    case "again":
      return "repeat";
    case "how-long":
      return "tell";
  }
}

/** Does it, and says whether this session can; `tell` is the one thing that changes nothing. */
export function obey(wish: SpokenWish, session: Obeys, tell: () => void): boolean {
  if (wish === "repeat" && !session.repeat) return false;
  if (wish === "tell") tell();
  else if (wish === "resume") void session.play();
  else session[wish]?.();
  return true;
}
