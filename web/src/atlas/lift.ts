// Where units of the body's frames lie on the skin, from what the model stores of them.
import type { Point } from "../types";
import type { BodyFile, Place3 } from "./body-file";

/** A trigger point on the skin; null when the model has none of that id. */
export function placeOfPoint(file: BodyFile, id: string, side: "left" | "right"): Place3 | null {
  const found = file.header.points.find(([one]) => one === id);
  return found ? toSide(found[1], side) : null;
}

/** A point of frame P on the skin; null off what the model knows of it. The other frames hold nothing that is pressed. */
export function lift(file: BodyFile, at: Point): Place3 | null {
  if (at.frame !== "P") return null;
  const { from, step, columns, rows } = file.header.grid;
  const places = grid(file);
  const [u, v] = [(Math.abs(at.x) - from[0]) / step, (at.y - from[1]) / step];
  if (!(within(u, columns - 1) && within(v, rows - 1))) return null;
  const [i, j] = [Math.min(Math.floor(u), columns - 2), Math.min(Math.floor(v), rows - 2)];
  const [a, b] = [u - i, v - j];
  const corner = (di: number, dj: number, k: number) => places[3 * ((j + dj) * columns + i + di) + k] ?? 0;
  const along = (k: number) =>
    (1 - b) * ((1 - a) * corner(0, 0, k) + a * corner(1, 0, k)) +
    b * ((1 - a) * corner(0, 1, k) + a * corner(1, 1, k));
  return toSide([along(0), along(1), along(2)], at.side);
}

/** The whole way of a stroke on the skin; null unless each of its points has a place there: a part of it misleads. */
export function liftPath(file: BodyFile, path: readonly Point[]): readonly Place3[] | null {
  const places = path.map((at) => lift(file, at)).filter((at) => at !== null);
  return places.length === path.length ? places : null;
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

function within(value: number, most: number): boolean {
  return value >= 0 && value <= most;
}
