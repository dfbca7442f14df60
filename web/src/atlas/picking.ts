// Which cell of the skin lies under a place of the screen, for any camera.
import type { Skin } from "./skin";

/** A camera as a column-major matrix from metres to the unit cube, on a picture of so many pixels. */
export interface Sight {
  readonly matrix: ArrayLike<number>;
  readonly toward: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

/** Farther than any two neighbouring cells lie apart, so that no place of the body is between them. */
const REACH_M = 0.01;
const SAME_SURFACE = 0.012;
const FACING = 0.05;

/** Where a point shows: pixels from the left and from the top, and its depth (smaller is nearer). */
export function project(sight: Sight, x: number, y: number, z: number): readonly [number, number, number] {
  const m = sight.matrix;
  const row = (k: number) => (m[k] ?? 0) * x + (m[k + 4] ?? 0) * y + (m[k + 8] ?? 0) * z + (m[k + 12] ?? 0);
  const w = row(3) || 1;
  return [((row(0) / w + 1) / 2) * sight.width, ((1 - row(1) / w) / 2) * sight.height, row(2) / w];
}

/** How large a metre shows, where the middle of the body is. */
export function pxPerM({ matrix, height }: Sight): number {
  const along = Math.hypot(matrix[1] ?? 0, matrix[5] ?? 0, matrix[9] ?? 0);
  return ((along / (matrix[15] || 1)) * height) / 2;
}

/** The nearest cell that faces the eye within reach of a place; null beside the body. */
export function pick(skin: Skin, sight: Sight, x: number, y: number): number | null {
  const near: (readonly [cell: number, away: number, depth: number])[] = [];
  const reach_px = REACH_M * pxPerM(sight);
  let front = Number.POSITIVE_INFINITY;
  for (let i = 0; i < skin.count; i++) {
    if ((skin.solid[i] ?? 0) < 0.2 || facing(skin, i, sight.toward) < FACING) continue;
    const [px, py, depth] = project(
      sight,
      skin.points[3 * i] ?? 0,
      skin.points[3 * i + 1] ?? 0,
      skin.points[3 * i + 2] ?? 0,
    );
    const away = Math.hypot(px - x, py - y);
    if (away > reach_px) continue;
    near.push([i, away, depth]);
    front = Math.min(front, depth);
  }
  const scale = depthOfMetre(sight) * SAME_SURFACE;
  const onTop = near.filter(([, , depth]) => depth < front + scale).sort((a, b) => a[1] - b[1]);
  return onTop[0]?.[0] ?? null;
}

export function facing(skin: Skin, cell: number, [x, y, z]: readonly [number, number, number]): number {
  const n = skin.normals;
  return (n[3 * cell] ?? 0) * x + (n[3 * cell + 1] ?? 0) * y + (n[3 * cell + 2] ?? 0) * z;
}

/** How much the depth changes over one metre toward the eye. */
function depthOfMetre(sight: Sight): number {
  const [x, y, z] = sight.toward;
  return Math.abs(project(sight, 0, 0, 0)[2] - project(sight, x, y, z)[2]) || 1;
}
