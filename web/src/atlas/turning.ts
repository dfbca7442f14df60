// How the body is turned, as a value: the scene only shows it. Angles in degrees; yaw 0 is the front, 90 the person's left.
import type { ViewName } from "../types";

export interface Turn {
  readonly yaw: number;
  readonly pitch: number;
}

export const LOWEST_DEG = -30;
export const HIGHEST_DEG = 55;
export const STEP_DEG = 15;
export const FULL_CIRCLE_DEG = 360;
export const LEAP_DEG = 45;
const DEG_PER_PX = 0.45;
/** The share of the way that is left after a second. */
const LEFT_AFTER_1_S = 0.0008;
const ARRIVED_DEG = 0.15;

const VIEW_YAWS: readonly (readonly [ViewName, number])[] = [
  ["back", 180],
  ["left", 90],
  ["right", -90],
  ["front", 0],
];
const BEHIND_DEG = 180;
const QUARTER_DEG = 90;
const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -STEP_DEG,
  ArrowDown: -STEP_DEG,
  ArrowRight: STEP_DEG,
  ArrowUp: STEP_DEG,
  PageDown: -LEAP_DEG,
  PageUp: LEAP_DEG,
};

/** Squarely from one of the flat views; null for the arms, which only their flat picture shows. */
export function turnOf(view: ViewName): Turn | null {
  const found = VIEW_YAWS.find(([name]) => name === view);
  return found ? { yaw: found[1], pitch: 0 } : null;
}

/** The flat view that a turn is nearest to. */
export function viewOf(turn: Turn): ViewName {
  const [nearest] = [...VIEW_YAWS].sort(
    (a, b) => Math.abs(shortest(turn.yaw, a[1])) - Math.abs(shortest(turn.yaw, b[1])),
  );
  return nearest?.[0] ?? "back";
}

export function turnBy(turn: Turn, by: Turn): Turn {
  return {
    yaw: normal(turn.yaw + by.yaw),
    pitch: Math.min(Math.max(turn.pitch + by.pitch, LOWEST_DEG), HIGHEST_DEG),
  };
}

/** The body follows the finger. */
export function dragBy(turn: Turn, x_px: number, y_px: number): Turn {
  return turnBy(turn, { yaw: -x_px * DEG_PER_PX, pitch: y_px * DEG_PER_PX });
}

/** What a key does to the turn, after the pattern for sliders; null for a key that does nothing to it. */
export function turnByKey(turn: Turn, key: string): Turn | null {
  if (key === "Home") return { ...turn, yaw: BEHIND_DEG };
  if (key === "End") return { ...turn, yaw: normal(BEHIND_DEG - STEP_DEG) };
  const by = KEYS[key];
  return by === undefined ? null : turnBy(turn, { yaw: by, pitch: 0 });
}

/** How far it is turned on from behind, from 0 up to a full circle: the value of the slider. */
export function fromBehind_deg({ yaw }: Turn): number {
  return (yaw - BEHIND_DEG + 2 * FULL_CIRCLE_DEG) % FULL_CIRCLE_DEG;
}

/** Where a turn looks from, to be said: the nearest flat view, how far off it toward which other, how far from above. */
export interface Seen {
  readonly view: ViewName;
  readonly aside_deg: number;
  readonly toward: ViewName;
  /** Negative from below. */
  readonly above_deg: number;
}

export function seenFrom(turn: Turn): Seen {
  const view = viewOf(turn);
  const aside = shortest(turnOf(view)?.yaw ?? 0, turn.yaw);
  const next = turnBy(turn, { yaw: Math.sign(aside) * QUARTER_DEG, pitch: 0 });
  return {
    view,
    aside_deg: Math.round(Math.abs(aside)),
    toward: viewOf(next),
    above_deg: Math.round(turn.pitch),
  };
}

/** A little nearer to where it should be, the short way round; there when it is as good as there. */
export function ease(from: Turn, to: Turn, passed_ms: number): Turn {
  const [yaw, pitch] = [shortest(from.yaw, to.yaw), to.pitch - from.pitch];
  if (Math.hypot(yaw, pitch) < ARRIVED_DEG) return to;
  const share = 1 - LEFT_AFTER_1_S ** (passed_ms / 1000);
  return { yaw: normal(from.yaw + share * yaw), pitch: from.pitch + share * pitch };
}

/** Where a turn looks from: a unit vector from the body to the eye. */
export function towardEye({ yaw, pitch }: Turn): readonly [number, number, number] {
  const [a, b] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180];
  return [Math.sin(a) * Math.cos(b), Math.sin(b), Math.cos(a) * Math.cos(b)];
}

/** The turn that looks squarely along a normal of the skin. */
export function turnFacing([x, y, z]: readonly [number, number, number]): Turn {
  const pitch = (Math.atan2(y, Math.hypot(x, z)) * 180) / Math.PI;
  return {
    yaw: normal((Math.atan2(x, z) * 180) / Math.PI),
    pitch: Math.min(Math.max(pitch, LOWEST_DEG), HIGHEST_DEG),
  };
}

function shortest(from: number, to: number): number {
  return normal(to - from);
}

/** The same angle from -180 up to 180. */
function normal(yaw: number): number {
  const turned = ((yaw % 360) + 360) % 360;
  return turned > 180 ? turned - 360 : turned;
}
