// Muscles from their stored sheets: bent smooth, mirrored, ready to draw.
import { nameOf } from "../map/drawing";
import type { BodyFile } from "./body-file";
import { normalsOf } from "./skin";

export type Layer = "superficial" | "deep";

/** The outer face of a muscle. `across` counts 0 to 1 over its fibres, `along` 0 to 1 from origin to insertion. */
export interface MuscleSheet {
  readonly name: string;
  readonly layer: Layer;
  readonly points: Float32Array;
  readonly normals: Float32Array;
  readonly across: Float32Array;
  readonly along: Float32Array;
  readonly triangles: Uint32Array;
  /** How deep the skin over it lies in a zone that is never pressed; negative outside. */
  readonly never: Float32Array;
}

const FINER = 2;

export function buildMuscles(file: BodyFile): MuscleSheet[] {
  const { fibres, steps, muscles } = file.header;
  const [rows, columns] = [FINER * (fibres - 1) + 1, FINER * (steps - 1) + 1];
  return muscles.flatMap(([id, layer], k) => {
    const stored = file.points("muscles", 3 * k * fibres * steps, fibres * steps);
    const right = bendSmooth(stored, fibres, steps);
    const zone = Float32Array.from(
      { length: fibres * steps },
      (_, i) => (file.numbers("muscles_never")[k * fibres * steps + i] ?? 0) / file.header.per_unit,
    );
    const never = bendSmooth(zone, fibres, steps, 1);
    return (["right", "left"] as const).map((side) => {
      const points = side === "right" ? right : right.map((value, i) => (i % 3 === 0 ? -value : value));
      const sheet = weave(points, rows, columns, isWoundOutward(right, rows, columns) === (side === "right"));
      return { name: nameOf(id, side), layer: layer as Layer, points, never, ...sheet };
    });
  });
}

/** Catmull-Rom through the stored points, first along the fibres and then across them. */
export function bendSmooth(stored: Float32Array, rows: number, columns: number, size = 3): Float32Array {
  const along = new Float32Array(size * rows * (FINER * (columns - 1) + 1));
  const wide = along.length / rows;
  const row = size * columns;
  for (let r = 0; r < rows; r++) along.set(bend(stored.subarray(r * row, (r + 1) * row), size), r * wide);
  return bend(along, wide);
}

/** Points of `size` numbers each, with one more halfway between each two. */
function bend(line: Float32Array, size: number): Float32Array {
  const n = line.length / size;
  const out = new Float32Array(size * (FINER * (n - 1) + 1));
  const p = (i: number, k: number) => line[size * Math.min(Math.max(i, 0), n - 1) + k] ?? 0;
  for (let i = 0; i < n; i++)
    for (let k = 0; k < size; k++) {
      out[size * FINER * i + k] = p(i, k);
      if (i + 1 < n)
        out[size * (FINER * i + 1) + k] = (9 * (p(i, k) + p(i + 1, k)) - p(i - 1, k) - p(i + 2, k)) / 16;
    }
  return out;
}

function weave(
  points: Float32Array,
  rows: number,
  columns: number,
  outward: boolean,
): Omit<MuscleSheet, "name" | "layer" | "points" | "never"> {
  const across = new Float32Array(rows * columns);
  const along = new Float32Array(rows * columns);
  const triangles: number[] = [];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const a = r * columns + c;
      across[a] = r / (rows - 1);
      along[a] = c / (columns - 1);
      if (r + 1 === rows || c + 1 === columns) continue;
      const [b, d, e] = [a + 1, a + columns, a + columns + 1];
      triangles.push(...(outward ? [a, d, b, b, d, e] : [a, b, d, b, e, d]));
    }
  const wound = Uint32Array.from(triangles);
  return { across, along, triangles: wound, normals: normalsOf(points, wound) };
}

/** Whether fibres times steps turns out of the body: away from an axis through neck and trunk. */
function isWoundOutward(points: Float32Array, rows: number, columns: number): boolean {
  const at = (r: number, c: number) => points.subarray(3 * (r * columns + c), 3 * (r * columns + c) + 3);
  let sum = 0;
  for (let r = 0; r + 1 < rows; r++)
    for (let c = 0; c + 1 < columns; c++) {
      const [a, b, d] = [at(r, c), at(r, c + 1), at(r + 1, c)];
      const v = (k: number) => (b[k] ?? 0) - (a[k] ?? 0);
      const u = (k: number) => (d[k] ?? 0) - (a[k] ?? 0);
      sum +=
        (u(1) * v(2) - u(2) * v(1)) * (a[0] ?? 0) + (u(0) * v(1) - u(1) * v(0)) * ((a[2] ?? 0) - AXIS_Z_M);
    }
  return sum > 0;
}

const AXIS_Z_M = 0.06;
