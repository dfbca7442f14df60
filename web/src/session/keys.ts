// What a key means in a session. A person whose hands are on their neck may hit any key: one that means nothing pauses.
import type { TurnPress } from "./player";

export type KeyWish = "stop" | "pause" | "resume" | { readonly turn: TurnPress } | { readonly level: number };
export type Standing = "ready" | "playing" | "paused";

/** A key as the browser tells it; `repeat` while it is held down. */
export interface KeyPress {
  readonly key: string;
  readonly repeat: boolean;
}

const STOPS = ["Escape", "s"];
const GOES_ON = " ";
const TURNS: Readonly<Record<string, TurnPress>> = {
  n: "next",
  w: "swap",
  a: "repeat",
  e: "ease",
  x: "too-sore",
  k: "skip",
};
const LEVEL = /^[0-9]$/;
const TEN = "t";
/** These move about on the page, or work a control that has the focus. */
const MOVES = [
  "Tab",
  "Enter",
  "Home",
  "End",
  "PageUp",
  "PageDown",
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
];
const MODIFIES = [
  "Shift",
  "Control",
  "Alt",
  "AltGraph",
  "Meta",
  "CapsLock",
  "NumLock",
  "ScrollLock",
  "Fn",
  "Dead",
];
/** What belongs to the system: sound, screen, media. */
const SYSTEM =
  /^(F\d+|Audio|Media|Brightness|Print|Launch|Browser|Unidentified|Process|ContextMenu|Power|Sleep|WakeUp)/;

/** What a key asks for; null when it asks for nothing here. A hand that rests on a key takes a turn once. */
export function keyWish(press: KeyPress, isOnControl: boolean, standing: Standing): KeyWish | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (STOPS.includes(key)) return "stop";
  if (key === GOES_ON)
    return isOnControl || press.repeat ? null : standing === "playing" ? "pause" : "resume";
  if (standing === "ready" || MOVES.includes(key) || MODIFIES.includes(key) || SYSTEM.test(key)) return null;
  const turn = TURNS[key];
  if (turn || key === TEN || LEVEL.test(key)) {
    if (press.repeat) return null;
    return turn ? { turn } : { level: key === TEN ? 10 : Number(key) };
  }
  return standing === "playing" ? "pause" : null;
}
