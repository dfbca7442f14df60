// From the brush to the drawing: which places a dab counts for, and how warm each cell is shown.
import { NOWHERE, type Skin } from "./skin";

/** One touch of the brush: a cell and how far it reaches. */
export type Dab = readonly [cell: number, radius_mm: number];

/** A pain as it is shown: its places, its strength, and where exactly it was painted. */
export interface Painted {
  readonly places: readonly string[];
  readonly strength: number;
  readonly dabs: readonly Dab[];
}

export const BRUSHES_MM = [8, 15, 26] as const;

const SHARE_THAT_COUNTS = 1 / 3;
const SAME_SIDE = 0.2;
const SPACING = 0.3;
const STRONGEST = 10;
const WHOLE_REGION = 0.72;
const UNDER_A_STROKE = 0.3;
const FAINTEST = 0.4;
const SOFTENINGS = 3;

type Cover = readonly (readonly [cell: number, thick: number])[];
/** A drawing is shown again at every dab: what was found for the earlier ones is kept as long as they are. */
const found = new WeakMap<Skin, WeakMap<Dab, Cover>>();

/** The cells that a dab covers with how thickly, 1 in the middle; nothing on the far side of the body. */
export function cellsUnder(skin: Skin, dab: Dab): Cover {
  const known = found.get(skin) ?? new WeakMap<Dab, Cover>();
  found.set(skin, known);
  const cover = known.get(dab) ?? findCells(skin, dab);
  known.set(dab, cover);
  return cover;
}

/** Whether a dab would add next to nothing to the one before it: less than a third of a radius away from it. */
export function isNear(skin: Skin, [cell, radius_mm]: Dab, before: Dab): boolean {
  const away = (k: number) => (skin.points[3 * cell + k] ?? 0) - (skin.points[3 * before[0] + k] ?? 0);
  return 1000 * Math.hypot(away(0), away(1), away(2)) < radius_mm * SPACING;
}

function findCells(skin: Skin, [cell, radius_mm]: Dab): Cover {
  const r = radius_mm / 1000;
  const [p, n] = [skin.points, skin.normals];
  const c = 3 * cell;
  const out: (readonly [number, number])[] = [];
  for (let i = 0; i < p.length; i += 3) {
    const [x, y, z] = [
      (p[i] ?? 0) - (p[c] ?? 0),
      (p[i + 1] ?? 0) - (p[c + 1] ?? 0),
      (p[i + 2] ?? 0) - (p[c + 2] ?? 0),
    ];
    const squared = x * x + y * y + z * z;
    if (squared > r * r) continue;
    const faces =
      (n[i] ?? 0) * (n[c] ?? 0) + (n[i + 1] ?? 0) * (n[c + 1] ?? 0) + (n[i + 2] ?? 0) * (n[c + 2] ?? 0);
    if (faces > SAME_SIDE) out.push([i / 3, 1 - squared / (r * r)]);
  }
  return out;
}

/** The places a dab counts for: the one under its middle, and each that fills at least a third of it. */
export function placesUnder(skin: Skin, dab: Dab): string[] {
  const counted = new Map<number, number>();
  const covered = cellsUnder(skin, dab);
  for (const [cell] of covered) {
    const place = skin.place[cell] ?? NOWHERE;
    if (place !== NOWHERE) counted.set(place, (counted.get(place) ?? 0) + 1);
  }
  const enough = SHARE_THAT_COUNTS * covered.length;
  const middle = skin.place[dab[0]] ?? NOWHERE;
  const enoughOf = [...counted].filter(([place, count]) => place === middle || count >= enough);
  return enoughOf.map(([place]) => skin.names[place] ?? "").filter((name) => name !== "");
}

/**
 * How warm each cell is, 0 to 1. A place that was tapped is warm all over; one that was painted glows where the brush
 * went and faintly all over, because the whole place counts.
 */
export function warmth(skin: Skin, pains: readonly Painted[]): Float32Array {
  const out = new Float32Array(skin.count);
  for (const pain of pains) {
    const strength = FAINTEST + ((1 - FAINTEST) * pain.strength) / STRONGEST;
    const cover = new Float32Array(skin.count);
    const painted = new Set<string>();
    for (const dab of pain.dabs) {
      for (const name of placesUnder(skin, dab)) painted.add(name);
      for (const [cell, thick] of cellsUnder(skin, dab))
        cover[cell] = Math.max(cover[cell] ?? 0, Math.sqrt(thick));
    }
    const held = skin.names.map((name) => pain.places.includes(name));
    for (let i = 0; i < skin.count; i++) {
      const place = skin.place[i] ?? NOWHERE;
      if (place === NOWHERE || !held[place]) continue;
      const isPainted = painted.has(skin.names[place] ?? "");
      const here = isPainted ? UNDER_A_STROKE + (1 - UNDER_A_STROKE) * (cover[i] ?? 0) : WHOLE_REGION;
      out[i] = Math.max(out[i] ?? 0, strength * here);
    }
  }
  return soften(skin, out, SOFTENINGS);
}

/** One where a cell belongs to the place and none elsewhere, soft at the border. */
export function shapeOf(skin: Skin, name: string | null): Float32Array {
  const out = new Float32Array(skin.count);
  if (name === null) return out;
  for (let i = 0; i < skin.count; i++) if (skin.names[skin.place[i] ?? NOWHERE] === name) out[i] = 1;
  return soften(skin, out, SOFTENINGS);
}

/** Each value averaged with its neighbours, that many times. */
export function soften(skin: Skin, values: Float32Array, times: number): Float32Array {
  let now = values;
  for (let round = 0; round < times; round++) {
    const [sum, seen] = [new Float32Array(skin.count), new Float32Array(skin.count)];
    const t = skin.triangles;
    for (let i = 0; i < t.length; i += 3) {
      const [a, b, c] = [t[i] ?? 0, t[i + 1] ?? 0, t[i + 2] ?? 0];
      const mean = ((now[a] ?? 0) + (now[b] ?? 0) + (now[c] ?? 0)) / 3;
      for (const corner of [a, b, c]) {
        sum[corner] = (sum[corner] ?? 0) + mean;
        seen[corner] = (seen[corner] ?? 0) + 1;
      }
    }
    now = sum.map((value, i) => value / Math.max(seen[i] ?? 1, 1));
  }
  return now;
}

/** The places a brush counts for where only their outlines are known: by samples of its disc, the middle first. */
export function placesAmong(samples: readonly (string | null)[]): string[] {
  const counted = new Map<string, number>();
  for (const name of samples) if (name !== null) counted.set(name, (counted.get(name) ?? 0) + 1);
  const enough = SHARE_THAT_COUNTS * samples.length;
  return [...counted].filter(([name, count]) => name === samples[0] || count >= enough).map(([name]) => name);
}

/** Places in a disc around 0, 0: the middle, and two rings. */
export function discSamples(radius: number): (readonly [x: number, y: number])[] {
  const ring = (share: number, count: number) =>
    Array.from({ length: count }, (_, k) => {
      const angle = (2 * Math.PI * k) / count;
      return [share * radius * Math.cos(angle), share * radius * Math.sin(angle)] as const;
    });
  return [[0, 0], ...ring(0.5, 6), ...ring(0.9, 12)];
}

/** The cell in the middle of a place: nearest to the mean of its cells; null when the skin has none of it. */
export function middleOf(skin: Skin, name: string): number | null {
  const cells = Array.from({ length: skin.count }, (_, i) => i).filter(
    (i) => skin.names[skin.place[i] ?? NOWHERE] === name,
  );
  if (cells.length === 0) return null;
  const mean = [0, 1, 2].map(
    (k) => cells.reduce((sum, i) => sum + (skin.points[3 * i + k] ?? 0), 0) / cells.length,
  );
  const away = (i: number) => Math.hypot(...mean.map((value, k) => (skin.points[3 * i + k] ?? 0) - value));
  return cells.reduce((best, i) => (away(i) < away(best) ? i : best));
}
