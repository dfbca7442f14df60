// Where on the screen the living map is written on, for one camera.
import type { BodyFile, Place3 } from "./body-file";
import { middleOf } from "./brush";
import { facing, project, type Sight } from "./picking";
import type { Skin } from "./skin";

export interface Spot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const SQUARELY = 0.18;

type Cells = WeakMap<Skin, Map<string, number | null>>;
/** Labels are placed at every frame of a turn, and finding a cell means looking at all of them. */
const middles: Cells = new WeakMap();
const bones: Cells = new WeakMap();

/** The middles of the places that this camera sees squarely enough. */
export function spotsOf(skin: Skin, sight: Sight, names: readonly string[]): Spot[] {
  return names.flatMap((name) => {
    const cell = middleCell(skin, name);
    return cell === null ? [] : spotAt(skin, sight, name, cell);
  });
}

/** The bones that can be felt, both sides, where this camera sees them; `name` is `acromion_L` or the bare id. */
export function bonesOf(file: BodyFile, skin: Skin, sight: Sight): Spot[] {
  return file.header.landmarks.flatMap(([id, at, midline]) => {
    const sides = midline
      ? [[id, at] as const]
      : ([
          [`${id}_R`, at],
          [`${id}_L`, [-at[0], at[1], at[2]]],
        ] as const);
    return sides.flatMap(([name, place]) => {
      const cell = remember(bones, skin, name, () => nearestCell(skin, place as Place3));
      return cell === null ? [] : spotAt(skin, sight, name, cell);
    });
  });
}

export function nearestCell(skin: Skin, [x, y, z]: Place3): number {
  const p = skin.points;
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let i = 0; i < skin.count; i++) {
    const away = ((p[3 * i] ?? 0) - x) ** 2 + ((p[3 * i + 1] ?? 0) - y) ** 2 + ((p[3 * i + 2] ?? 0) - z) ** 2;
    if (away < least) [best, least] = [i, away];
  }
  return best;
}

export function middleCell(skin: Skin, name: string): number | null {
  return remember(middles, skin, name, () => middleOf(skin, name));
}

function remember(cells: Cells, skin: Skin, name: string, find: () => number | null): number | null {
  const known = cells.get(skin) ?? new Map<string, number | null>();
  cells.set(skin, known);
  const cell = known.get(name);
  if (cell !== undefined) return cell;
  const found = find();
  known.set(name, found);
  return found;
}

function spotAt(skin: Skin, sight: Sight, name: string, cell: number): Spot[] {
  if (facing(skin, cell, sight.toward) < SQUARELY) return [];
  const [x, y] = project(sight, ...placeOfCell(skin, cell));
  return [{ name, x, y }];
}

export function placeOfCell(skin: Skin, cell: number): Place3 {
  return [skin.points[3 * cell] ?? 0, skin.points[3 * cell + 1] ?? 0, skin.points[3 * cell + 2] ?? 0];
}
