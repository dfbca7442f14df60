// How unlike a known saying is to anything in the last moments: cepstra laid over one another by dynamic time warping.
//
// Both are heard through the same noise: that of the room is added to the known saying, which was said in a quiet one.
import { BANDS, decibels } from "./features";

/** A saying as the shape of its sound: for each frame the bands in decibels below its loudest frame. */
export type Shape = readonly Float32Array[];
export type Points = readonly Float32Array[];

/** Where in the last moments the best likeness lies, and how unlike it is there. */
export interface Likeness {
  unlike: number;
  from: number;
  to: number;
}

const CEPSTRA = 12;
const REACH = 2;
const SHALLOWEST_DB = -38;
const LOUDNESS_WEIGHS = 0.2;
const CHANGE_WEIGHS = 0.8;
const LIFTED = 0.35;
const LIFTED_BY = 0.8;

const WAVES = Array.from({ length: CEPSTRA + 1 }, (_, order) => {
  const weight = order === 0 ? LOUDNESS_WEIGHS : 1 + LIFTED * order ** LIFTED_BY;
  return Float32Array.from(
    { length: BANDS },
    (_, band) => Math.cos((Math.PI * order * (band + 0.5)) / BANDS) * Math.sqrt(2 / BANDS) * weight,
  );
});

/** The points of a saying as it would sound in a room; `room_db` is below the saying's peak, band by band. */
export function pointsIn(shape: Shape, room_db: Float32Array): Points {
  const room = room_db.map((one) => 10 ** (one / 10));
  return pointsOf(
    shape.map((frame) => frame.map((one, band) => decibels(10 ** (one / 10) + (room[band] as number)))),
  );
}

/** Cepstra, loudness, and how both change. */
export function pointsOf(shape: Shape): Points {
  const still = shape.map(cepstraOf);
  const last = still.length - 1;
  return still.map((point, at) => {
    const before = still[Math.max(at - REACH, 0)] as Float32Array;
    const after = still[Math.min(at + REACH, last)] as Float32Array;
    const both = new Float32Array(2 * point.length);
    both.set(point);
    for (let i = 0; i < point.length; i++)
      both[point.length + i] = CHANGE_WEIGHS * ((after[i] as number) - (before[i] as number));
    return both;
  });
}

/** The best way to lay `known` over a part of `heard`; null where it does not fit. */
export function likeness(known: Points, heard: Points): Likeness | null {
  return layOver(known.length, heard.length, (row, at) =>
    distance(known[row] as Float32Array, heard[at] as Float32Array),
  );
}

/** The cheapest way to lay so many rows over a part of a width, at half to twice their pace. */
export function layOver(
  rows: number,
  width: number,
  apartAt: (row: number, at: number) => number,
): Likeness | null {
  let cost: Float64Array[] = [];
  let from: Int16Array[] = [];
  let apart: Float64Array[] = [];
  for (let row = 0; row < rows; row++) {
    const here = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    const begun = new Int16Array(width);
    const step = new Float64Array(width);
    for (let at = 0; at < width; at++) step[at] = apartAt(row, at);
    for (let at = 0; at < width; at++) {
      if (row === 0) {
        here[at] = step[at] as number;
        begun[at] = at;
        continue;
      }
      const now = step[at] as number;
      const even = valueAt(cost[0], at - 1) + now;
      const fast = valueAt(cost[0], at - 2) + 0.5 * (now + valueAt(step, at - 1));
      const slow = valueAt(cost[1], at - 1) + valueAt(apart[0], at) + now;
      const best = Math.min(even, fast, slow);
      here[at] = best;
      begun[at] =
        best === even
          ? valueAt(from[0], at - 1)
          : best === fast
            ? valueAt(from[0], at - 2)
            : valueAt(from[1], at - 1);
    }
    cost = [here, cost[0] as Float64Array];
    from = [begun, from[0] as Int16Array];
    apart = [step];
  }
  return bestEnd(cost[0] as Float64Array, from[0] as Int16Array, rows);
}

function bestEnd(cost: Float64Array, from: Int16Array, rows: number): Likeness | null {
  let to = 0;
  for (let at = 1; at < cost.length; at++) if ((cost[at] as number) < (cost[to] as number)) to = at;
  const unlike = (cost[to] as number) / rows;
  return Number.isFinite(unlike) ? { unlike, from: from[to] as number, to } : null;
}

function valueAt(values: Float64Array | Int16Array | undefined, at: number): number {
  return values?.[at] ?? Number.POSITIVE_INFINITY;
}

function distance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const apart = (a[i] as number) - (b[i] as number);
    sum += apart * apart;
  }
  return Math.sqrt(sum);
}

function cepstraOf(frame: Float32Array): Float32Array {
  const point = new Float32Array(WAVES.length);
  for (let order = 0; order < WAVES.length; order++) {
    const wave = WAVES[order] as Float32Array;
    let sum = 0;
    for (let band = 0; band < BANDS; band++)
      sum += (wave[band] as number) * Math.max(frame[band] as number, SHALLOWEST_DB);
    point[order] = sum;
  }
  return point;
}
