// Which picture shows a place, and which part of it.
import type { Point, Side, TriggerPoint, View, ViewName } from "../types";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export type Spot = readonly [x: number, y: number];

export const VIEWS: readonly ViewName[] = ["back", "left", "right", "front", "arms"];

export function numbersOf(path: string): number[] {
  return (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
}

export function boxOf(paths: readonly string[]): Box | null {
  const numbers = paths.flatMap(numbersOf);
  if (numbers.length < 2) return null;
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The view that shows a muscle best: from behind if it can, else from its own side, else from the front. */
export function viewShowing(
  views: Partial<Record<ViewName, View>>,
  muscle: string | null,
  side: Side | null,
  point: string | null = null,
): ViewName {
  const order: ViewName[] = ["back", side ?? "right", "front", "arms"];
  const has = (list: readonly { id: string; side: Side | null }[], id: string | null) =>
    id !== null && list.some((one) => one.id === id && (one.side === null || one.side === side));
  const showsPoint = order.find(
    (name) => has(views[name]?.points ?? [], point) && has(views[name]?.muscles ?? [], muscle),
  );
  return showsPoint ?? order.find((name) => has(views[name]?.muscles ?? [], muscle)) ?? "back";
}

/** A whole view, without the empty strip below the body. */
export function wholeOf(view: View): Box {
  const body = boxOf([view.silhouette]);
  const bottom = body ? Math.min(body.y + body.height + 12, view.height) : view.height;
  return { x: 0, y: 0, width: view.width, height: bottom };
}

/** A part of a view around what matters, in the proportion of the frame it is shown in, inside the picture if it fits. */
export function cropAround(view: View, focus: Box | null, proportion: number, room: number): Box {
  const whole = { x: 0, y: 0, width: view.width, height: view.height };
  if (!focus) return widen(whole, proportion);
  const margin = room * view.width;
  const least = view.width * 0.42;
  const box = widen(
    {
      x: focus.x - margin,
      y: focus.y - margin,
      width: Math.max(focus.width + 2 * margin, least),
      height: Math.max(focus.height + 2 * margin, least),
    },
    proportion,
  );
  const [midX, midY] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
  return {
    ...box,
    x: keepInside(midX - box.width / 2, box.width, view.width),
    y: keepInside(midY - box.height / 2, box.height, view.height),
  };
}

/** The muscle whose pressed point lies nearest to a place; what a stroke without a muscle of its own goes over. */
export function muscleUnder(points: readonly TriggerPoint[], at: Point): string | null {
  const away = ({ at: [x, y] }: TriggerPoint) => Math.hypot(x - at.x, y - at.y);
  const near = points.filter((point) => point.frame === at.frame).sort((a, b) => away(a) - away(b));
  return near[0]?.muscle ?? null;
}

/** The place a share of the way along a path. */
export function alongPath(path: readonly Spot[], share: number): Spot {
  const lengths = path
    .slice(1)
    .map(([x, y], index) => Math.hypot(x - (path[index]?.[0] ?? x), y - (path[index]?.[1] ?? y)));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [path[index], path[index + 1]];
    if (!from || !to) break;
    if (length > 0 && left <= length)
      return [from[0] + (left / length) * (to[0] - from[0]), from[1] + (left / length) * (to[1] - from[1])];
    left -= length;
  }
  return path.at(share > 0 ? -1 : 0) ?? [0, 0];
}

function widen(box: Box, proportion: number): Box {
  const width = Math.max(box.width, box.height * proportion);
  const height = width / proportion;
  return { x: box.x - (width - box.width) / 2, y: box.y - (height - box.height) / 2, width, height };
}

function keepInside(start: number, length: number, whole: number): number {
  if (length >= whole) return (whole - length) / 2;
  return Math.min(Math.max(start, 0), whole - length);
}
