// What a finger on the map does: turn the body, or paint with a brush of some size.
import { BRUSHES_MM } from "../atlas/brush";

export interface Brush {
  readonly kind: "brush";
  readonly radius_mm: number;
}
export type Tool = { readonly kind: "turn" } | Brush;

export const TURN: Tool = { kind: "turn" };
export const BRUSHES: readonly Brush[] = BRUSHES_MM.map((radius_mm) => ({ kind: "brush", radius_mm }));
export const FIRST_BRUSH: Brush = { kind: "brush", radius_mm: BRUSHES_MM[1] };

export const STEADY_PX = 8;
export const STRIDE_PX = 5;

/** The way from one place to another in strides, the end included. */
export function strides(
  from: { x: number; y: number },
  to: { x: number; y: number },
): { x: number; y: number }[] {
  const count = Math.max(Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STRIDE_PX), 1);
  return Array.from({ length: count }, (_, k) => ({
    x: from.x + ((k + 1) / count) * (to.x - from.x),
    y: from.y + ((k + 1) / count) * (to.y - from.y),
  }));
}
