// The cameras of the flat pictures, so that the same skin can be found under them: see tools/atlas/bodies.py.
import type { ViewName } from "../types";
import type { Place3 } from "./body-file";
import type { Sight } from "./picking";

export const PX_PER_M = 1600;
const [WIDTH, HEIGHT, DEPTH_M] = [900, 1000, 2];
const CENTRE: Place3 = [0, -0.0375, 0.06];
const CAMERAS: Readonly<Partial<Record<ViewName, { right: Place3; toward: Place3 }>>> = {
  back: { right: [-1, 0, 0], toward: [0, 0, -1] },
  front: { right: [1, 0, 0], toward: [0, 0, 1] },
  right: { right: [0, 0, 1], toward: [-1, 0, 0] },
  left: { right: [0, 0, -1], toward: [1, 0, 0] },
};

/** The camera of a flat view; null for the arms, which are another figure. */
export function flatSight(view: ViewName): Sight | null {
  const camera = CAMERAS[view];
  if (!camera) return null;
  const rows = [
    scale(camera.right, (2 * PX_PER_M) / WIDTH),
    [0, (2 * PX_PER_M) / HEIGHT, 0],
    scale(camera.toward, -1 / DEPTH_M),
  ];
  const matrix = new Float32Array(16);
  for (const [k, row] of rows.entries()) {
    for (let axis = 0; axis < 3; axis++) matrix[4 * axis + k] = row[axis] ?? 0;
    matrix[12 + k] = -row.reduce((sum, value, axis) => sum + value * (CENTRE[axis] ?? 0), 0);
  }
  matrix[15] = 1;
  return { matrix, toward: camera.toward, width: WIDTH, height: HEIGHT };
}

function scale(by: Place3, factor: number): number[] {
  return by.map((value) => value * factor);
}
