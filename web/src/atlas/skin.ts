// The whole skin from its stored right half: points, triangles, and what each point belongs to.
import { nameOf } from "../map/drawing";
import type { BodyFile } from "./body-file";

/** The skin as cells: each point stands for the little patch around it. The left half is the mirror of the right one. */
export interface Skin {
  readonly count: number;
  /** Metres, x y z by turns: x to the person's left, y up, z to the front. */
  readonly points: Float32Array;
  readonly normals: Float32Array;
  readonly triangles: Uint32Array;
  /** The number of the place in `names` that each cell belongs to; NOWHERE where it belongs to none. */
  readonly place: Uint8Array;
  readonly names: readonly string[];
  /** How deep each cell lies in a zone that is never pressed, in units of its frame; negative outside. */
  readonly never: Float32Array;
  readonly sky: Float32Array;
  readonly solid: Float32Array;
  /** 1 where there is muscle below. */
  readonly bare: Float32Array;
  /** The cell on the other side of the body; itself on the midline. */
  readonly mirror: Uint32Array;
}

export const NOWHERE = 255;
const SKY_STEPS = 31;
const SOLID_STEPS = 63;
const BARE_STEPS = 31;

export function buildSkin(file: BodyFile): Skin {
  const half = refine(file);
  const mirror = pairUp(half.points);
  const count = mirror.length;
  const n = half.points.length / 3;
  const points = new Float32Array(3 * count);
  points.set(half.points);
  for (let i = 0; i < n; i++) {
    const twin = 3 * (mirror[i] ?? i);
    points[twin] = -(half.points[3 * i] ?? 0) || 0;
    points[twin + 1] = half.points[3 * i + 1] ?? 0;
    points[twin + 2] = half.points[3 * i + 2] ?? 0;
  }
  const triangles = mirrorTriangles(half.triangles, mirror);
  const both = (name: string, scale: number) => spread(file.numbers(name), mirror, scale);
  const names = file.header.regions.flatMap(([id, midline]) =>
    midline ? [nameOf(id, null), nameOf(id, null)] : [nameOf(id, "right"), nameOf(id, "left")],
  );
  return {
    count,
    points,
    normals: normalsOf(points, triangles),
    triangles,
    place: placesOf(file, mirror),
    names,
    never: both("never", 1 / file.header.per_unit),
    sky: both("sky", 1 / SKY_STEPS),
    solid: both("solid", 1 / SOLID_STEPS),
    bare: both("bare", 1 / BARE_STEPS),
    mirror,
  };
}

interface Half {
  readonly points: Float32Array;
  readonly triangles: Uint32Array;
}

/** Divides the stored triangles by four; each new point is stored as its distance from the middle of its edge. */
export function refine(file: BodyFile): Half {
  const [corners, middles, coarse] = [
    file.points("corners"),
    file.points("middles"),
    file.numbers("triangles"),
  ];
  const points = new Float32Array(corners.length + middles.length);
  points.set(corners);
  const first = corners.length / 3;
  const known = new Map<number, number>();
  const middle = (a: number, b: number): number => {
    const key = Math.min(a, b) * 65536 + Math.max(a, b);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = known.size;
    for (let k = 0; k < 3; k++)
      points[3 * (first + made) + k] =
        ((corners[3 * a + k] ?? 0) + (corners[3 * b + k] ?? 0)) / 2 + (middles[3 * made + k] ?? 0);
    known.set(key, first + made);
    return first + made;
  };
  const triangles = new Uint32Array(4 * coarse.length);
  for (let t = 0; t < coarse.length; t += 3) {
    const [a, b, c] = [coarse[t] ?? 0, coarse[t + 1] ?? 0, coarse[t + 2] ?? 0];
    const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
    triangles.set([a, ab, ca, b, bc, ab, c, ca, bc, ab, bc, ca], 4 * t);
  }
  return { points, triangles };
}

/** For every cell of the whole body its twin: the left ones are numbered after the right ones. */
function pairUp(half: Float32Array): Uint32Array {
  const n = half.length / 3;
  const off = Array.from({ length: n }, (_, i) => i).filter((i) => half[3 * i] !== 0);
  const mirror = new Uint32Array(n + off.length);
  for (let i = 0; i < n; i++) mirror[i] = i;
  for (const [k, i] of off.entries()) {
    mirror[i] = n + k;
    mirror[n + k] = i;
  }
  return mirror;
}

function mirrorTriangles(right: Uint32Array, mirror: Uint32Array): Uint32Array {
  const out = new Uint32Array(2 * right.length);
  out.set(right);
  for (let t = 0; t < right.length; t += 3)
    for (let k = 0; k < 3; k++) out[right.length + t + k] = mirror[right[t + 2 - k] ?? 0] ?? 0;
  return out;
}

function spread(half: ArrayLike<number>, mirror: Uint32Array, scale: number): Float32Array {
  const out = new Float32Array(mirror.length);
  for (let i = 0; i < half.length; i++) out[i] = out[mirror[i] ?? i] = (half[i] ?? 0) * scale;
  return out;
}

/** Names come in pairs, right before left; a region on the midline has the same name on both sides. */
function placesOf(file: BodyFile, mirror: Uint32Array): Uint8Array {
  const region = file.numbers("region");
  const out = new Uint8Array(mirror.length).fill(NOWHERE);
  for (let i = 0; i < region.length; i++) {
    const id = region[i] ?? NOWHERE;
    if (id === NOWHERE) continue;
    out[mirror[i] ?? i] = 2 * id + 1;
    out[i] = 2 * id;
  }
  return out;
}

/** Unit normals out of the body, weighed by the area of the triangles around each point. */
export function normalsOf(points: Float32Array, triangles: ArrayLike<number>): Float32Array {
  const out = new Float32Array(points.length);
  const p = (i: number) => points[i] ?? 0;
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [3 * (triangles[t] ?? 0), 3 * (triangles[t + 1] ?? 0), 3 * (triangles[t + 2] ?? 0)];
    const [ux, uy, uz] = [p(b) - p(a), p(b + 1) - p(a + 1), p(b + 2) - p(a + 2)];
    const [vx, vy, vz] = [p(c) - p(a), p(c + 1) - p(a + 1), p(c + 2) - p(a + 2)];
    const face = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    for (const corner of [a, b, c])
      for (let k = 0; k < 3; k++) out[corner + k] = (out[corner + k] ?? 0) + (face[k] ?? 0);
  }
  for (let i = 0; i < out.length; i += 3) {
    const length = Math.hypot(out[i] ?? 0, out[i + 1] ?? 0, out[i + 2] ?? 0) || 1;
    for (let k = 0; k < 3; k++) out[i + k] = (out[i + k] ?? 0) / length;
  }
  return out;
}
