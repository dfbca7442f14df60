// What is heard in a session, as the presses that its buttons make. Nothing heard can do more than a button can.
import type { Heard } from "../ears/listener";

export type SpokenWish = "stop" | "pause" | "resume" | "ease" | "next" | "again" | "tell";

/** What a session does when asked. */
export interface Obeys {
  stop(): void;
  pause(): void;
  play(): Promise<void>;
  ease(): void;
  next(): void;
  again(): void;
}

/** `speaks`: one of our own lines was being spoken at the same time, and what was heard may be that. */
export interface Circumstances {
  isPaused: boolean;
  speaks: boolean;
}

/** What is asked for. Over our own voice only what ends or pauses counts: whatever it was, neither can harm. */
export function spokenWish(heard: Heard, { isPaused, speaks }: Circumstances): SpokenWish | null {
  if (heard.kind === "unknown") return null;
  if (heard.kind !== "command") return isPaused ? null : "pause";
  if (heard.command === "stop") return "stop";
  if (heard.command === "pause") return isPaused ? null : "pause";
  if (speaks) return null;
  switch (heard.command) {
    case "go-on":
      return isPaused ? "resume" : null;
    case "softer":
      return "ease";
    case "next":
      return "next";
    case "again":
      return "again";
    case "how-long":
      return "tell";
  }
}

/** Does it; `tell` is the one thing that changes nothing. */
export function obey(wish: SpokenWish, session: Obeys, tell: () => void): void {
  if (wish === "tell") tell();
  else if (wish === "resume") void session.play();
  else session[wish]();
}
