// Where the guard lets a hand or a tool press. Its own geometry: nothing of it comes from the planner.
import table from "../../../src/unknot/guarding/table.json";

interface Place {
  frame: string;
  x: number;
  y: number;
  side: string;
}

export interface Zone {
  allowed: boolean;
  pressure_0_10: number;
  hold_s: number;
  techniques: readonly string[];
  positions: readonly string[];
  shapes: readonly { frame: string; polygon: readonly (readonly number[])[] }[];
}

const ZONES: ReadonlyMap<string, Zone> = new Map(Object.entries(table.zones));
/** The frames whose x mirrors at the midline of the body. */
const MIRRORED = ["P", "A"];
const NEARLY = 1e-9;

/** The zones under every point of a way; null where any point of it may not be pressed. */
export function zonesUnder(path: readonly Place[], side: unknown): ReadonlyMap<string, Zone> | null {
  const found = new Map<string, Zone>();
  for (const place of along(path)) {
    if (place.side !== side || !Number.isFinite(place.x) || !Number.isFinite(place.y)) return null;
    const here = [...ZONES].filter(([, zone]) => holds(zone, place));
    if (here.length === 0 || here.some(([, zone]) => !zone.allowed)) return null;
    for (const [id, zone] of here) found.set(id, zone);
  }
  return found.size > 0 ? found : null;
}

/** The points of a path, and those between them no further apart than the grain of the table. */
function along(path: readonly Place[]): Place[] {
  const way = [...path];
  path.slice(1).forEach((to, index) => {
    const from = path[index] ?? to;
    if (from.frame !== to.frame) way.push({ ...to, frame: "" });
    const pieces = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / table.grain);
    for (let piece = 1; piece < pieces; piece++) {
      const share = piece / pieces;
      way.push({ ...from, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
    }
  });
  return way;
}

function holds(zone: Zone, place: Place): boolean {
  const x = MIRRORED.includes(place.frame) ? Math.abs(place.x) : place.x;
  return zone.shapes.some((shape) => shape.frame === place.frame && isIn(x, place.y, shape.polygon));
}

/** By the turns that the corners make around the place: an edge belongs to the polygon. */
function isIn(x: number, y: number, polygon: readonly (readonly number[])[]): boolean {
  let turns = 0;
  for (let index = 0; index < polygon.length; index++) {
    const [ax, ay, bx, by] = edge(polygon, index);
    const leans = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    const isBeside = x >= Math.min(ax, bx) - NEARLY && x <= Math.max(ax, bx) + NEARLY;
    const isLevel = y >= Math.min(ay, by) - NEARLY && y <= Math.max(ay, by) + NEARLY;
    if (Math.abs(leans) < NEARLY && isBeside && isLevel) return true;
    if (ay <= y && by > y && leans > 0) turns += 1;
    if (ay > y && by <= y && leans < 0) turns -= 1;
  }
  return turns !== 0;
}

function edge(polygon: readonly (readonly number[])[], index: number): [number, number, number, number] {
  const [ax = Number.NaN, ay = Number.NaN] = polygon[index] ?? [];
  const [bx = Number.NaN, by = Number.NaN] = polygon[(index + 1) % polygon.length] ?? [];
  return [ax, ay, bx, by];
}
