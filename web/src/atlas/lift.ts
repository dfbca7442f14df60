// Where units of the body's frames lie on the skin, from what the model stores of them.
import type { Point } from "../types";
import type { BodyFile, Place3 } from "./body-file";

/** A trigger point on the skin; null when the model has none of that id. */
export function placeOfPoint(file: BodyFile, id: string, side: "left" | "right"): Place3 | null {
  const found = file.header.points.find(([one]) => one === id);
  return found ? toSide(found[1], side) : null;
}

/** A point of frame P on the skin. The others hold nothing that is pressed: null. */
export function lift(file: BodyFile, at: Point): Place3 | null {
  if (at.frame !== "P") return null;
  const { from, step, columns, rows } = file.header.grid;
  const places = grid(file);
  const [u, v] = [(Math.abs(at.x) - from[0]) / step, (at.y - from[1]) / step];
  const [i, j] = [keep(Math.floor(u), columns - 2), keep(Math.floor(v), rows - 2)];
  const [a, b] = [keep(u - i, 1), keep(v - j, 1)];
  const corner = (di: number, dj: number, k: number) => places[3 * ((j + dj) * columns + i + di) + k] ?? 0;
  const along = (k: number) =>
    (1 - b) * ((1 - a) * corner(0, 0, k) + a * corner(1, 0, k)) +
    b * ((1 - a) * corner(0, 1, k) + a * corner(1, 1, k));
  return toSide([along(0), along(1), along(2)], at.side);
}

const grids = new WeakMap<BodyFile, Float32Array>();

function grid(file: BodyFile): Float32Array {
  const known = grids.get(file) ?? file.points("grid");
  grids.set(file, known);
  return known;
}

function toSide([x, y, z]: Place3, side: "left" | "right"): Place3 {
  return side === "right" ? [x, y, z] : [-x, y, z];
}

function keep(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
