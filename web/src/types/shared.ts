// What everything on the wire is made of.
export type Side = "left" | "right";
export type Frame = "P" | "L" | "A" | "R";
export type Pair = readonly [number, number];
/** A moment in ISO 8601 with its zone. */
export type Instant = string;
/** `protocol:…`, `clinical:…` or `decision:…`. */
export type Source = string;

export interface Point {
  readonly frame: Frame;
  readonly x: number;
  readonly y: number;
  readonly side: Side;
}
