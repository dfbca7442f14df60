// What speaks for and against a source, as places on the flat views.
import type { Candidate, View, ViewName } from "../types";
import { nameOf } from "./drawing";
import { VIEWS } from "./views";

/** Marked and explained; marked and not explained; expected and not marked. */
export type Speaks = "for" | "against" | "missing";

/** Each place that says something of a candidate, and what. */
export function evidenceOf(candidate: Candidate): ReadonlyMap<string, Speaks> {
  return new Map<string, Speaks>([
    ...candidate.not_marked.map((name) => [name, "missing"] as const),
    ...candidate.marks_against.map((name) => [name, "against"] as const),
    ...candidate.marks_for.map((name) => [name, "for"] as const),
  ]);
}

/** The fewest views that show all the places which any view shows, the one that shows most of them first. */
export function viewsCovering(
  views: Readonly<Record<ViewName, View>>,
  names: readonly string[],
): readonly ViewName[] {
  const left = new Set(names);
  const chosen: ViewName[] = [];
  for (;;) {
    const gain = (name: ViewName) => shownIn(views[name]).filter((one) => left.has(one)).length;
    const [best] = [...VIEWS].sort((a, b) => gain(b) - gain(a));
    if (best === undefined || gain(best) === 0) return chosen;
    for (const one of shownIn(views[best])) left.delete(one);
    chosen.push(best);
  }
}

function shownIn(view: View): readonly string[] {
  return view.regions.filter(({ path }) => path !== "").map(({ id, side }) => nameOf(id, side));
}
