// What a key means in a session. A person whose hands are on their neck may hit any key: whatever it is, it pauses.

export type KeyWish = "stop" | "pause" | "resume";

const STOPS = ["Escape", "s"];
const TURNS = " ";
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

/** What a key asks for, while the session plays or is paused; null when it asks for nothing here. */
export function keyWish(key: string, isOnControl: boolean, isPlaying: boolean): KeyWish | null {
  if (STOPS.includes(key.length === 1 ? key.toLowerCase() : key)) return "stop";
  if (key === TURNS) return isOnControl ? null : isPlaying ? "pause" : "resume";
  const isOfTheSession = !MOVES.includes(key) && !MODIFIES.includes(key) && !SYSTEM.test(key);
  return isOfTheSession && isPlaying ? "pause" : null;
}
