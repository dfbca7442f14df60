// What a pointer does on a figure: it paints, turns or taps. The figures say what lies under it and do as they are told.
import { STEADY_PX, strides, type Tool } from "./tool";

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Gesture {
  readonly pointer: number;
  /** Joins what it paints into one step of undo. */
  readonly stroke: string;
  readonly from: Spot;
  readonly at: Spot;
  readonly turns: boolean;
  readonly moved: boolean;
  /** Whether the page must not scroll under it; a finger that begins beside the body may scroll. */
  readonly holdsPage: boolean;
}

export type Deed =
  | {
      readonly kind: "paint";
      readonly spots: readonly Spot[];
      readonly radius_mm: number;
      readonly stroke: string;
    }
  | { readonly kind: "turn"; readonly x_px: number; readonly y_px: number }
  | { readonly kind: "turned" }
  | { readonly kind: "tap"; readonly at: Spot };

let strokes = 0;

/** A first finger that comes down. Beside the body it turns, whatever the tool. */
export function press(pointer: number, at: Spot, tool: Tool, isOnBody: boolean): Gesture {
  const isTurning = tool.kind === "turn";
  const turns = isTurning || !isOnBody;
  // The drawing outlives the figures, so no figure counts for itself.
  strokes += 1;
  return {
    pointer,
    stroke: `stroke ${strokes}`,
    from: at,
    at,
    turns,
    moved: false,
    holdsPage: isOnBody || isTurning,
  };
}

/** A second finger that comes down: the two of them turn. */
export function joinWithSecond(gesture: Gesture): Gesture {
  return { ...gesture, turns: true, moved: true };
}

/** A finger that moves; one that has hardly moved may still become a tap. */
export function pull(
  gesture: Gesture | null,
  pointer: number,
  at: Spot,
  tool: Tool,
): readonly [Gesture | null, Deed | null] {
  if (gesture?.pointer !== pointer) return [gesture, null];
  const { from, turns, stroke } = gesture;
  const moved = gesture.moved || Math.hypot(at.x - from.x, at.y - from.y) >= STEADY_PX;
  if (!moved) return [turns ? { ...gesture, at } : gesture, null];
  const on = { ...gesture, at, moved };
  if (turns) return [on, { kind: "turn", x_px: at.x - gesture.at.x, y_px: at.y - gesture.at.y }];
  if (tool.kind !== "brush") return [on, null];
  const way = strides(gesture.at, at);
  const spots = gesture.moved ? way : [from, ...way];
  return [on, { kind: "paint", spots, radius_mm: tool.radius_mm, stroke }];
}

/** A finger that goes up. */
export function lift(gesture: Gesture | null, pointer: number): readonly [Gesture | null, Deed | null] {
  if (gesture?.pointer !== pointer) return [gesture, null];
  if (!gesture.moved) return [null, { kind: "tap", at: gesture.at }];
  return [null, gesture.turns ? { kind: "turned" } : null];
}

/** A finger that the browser took for itself, or that was lost. */
export function cancel(gesture: Gesture | null, pointer: number): Gesture | null {
  return gesture?.pointer === pointer ? null : gesture;
}
