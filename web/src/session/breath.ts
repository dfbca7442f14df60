// Where a breath stands, from the time alone: what the ring draws and what is read when nothing may move.
import type { Breath } from "../types";

export interface BreathPhase {
  phase: "in" | "out";
  /** 0 empty, 1 full. */
  fullness: number;
  /** Whole seconds left of this phase, from the number that is said first down to 1. */
  left_s: number;
}

export function breathAt({ in_ms, out_ms }: Breath, since_ms: number): BreathPhase {
  const at = ((since_ms % (in_ms + out_ms)) + in_ms + out_ms) % (in_ms + out_ms);
  const isIn = at < in_ms;
  const share = isIn ? at / in_ms : 1 - (at - in_ms) / out_ms;
  const left = isIn ? in_ms - at : in_ms + out_ms - at;
  return { phase: isIn ? "in" : "out", fullness: soft(share), left_s: Math.ceil(left / 1000) };
}

function soft(share: number): number {
  return (1 - Math.cos(Math.PI * share)) / 2;
}
