// The longest of all ways through a cue sheet, by any measure of its cues. What leads in a circle has no longest way.
import type { Cue, CueSheet } from "../types";

/** The most of a measure that any way from the first cue to the end can come to; Infinity where one never ends. */
export function longestWay(sheet: CueSheet, measure: (cue: Cue) => number): number {
  const end = sheet.cues.length;
  const found = new Map<number, number>([[end, 0]]);
  const underWay = new Set<number>();
  const from = (index: number): number => {
    const known = found.get(index);
    if (known !== undefined) return known;
    const cue = sheet.cues[index];
    if (!cue || underWay.has(index)) return Number.POSITIVE_INFINITY;
    underWay.add(index);
    const longest = measure(cue) + Math.max(...leadsTo(cue, index).map(from));
    found.set(index, longest);
    return longest;
  };
  return from(0);
}

function leadsTo(cue: Cue, index: number): number[] {
  const turns = (cue.branches ?? []).map((branch) => branch.to).filter((to) => to !== index);
  return [cue.goes_to ?? index + 1, ...turns];
}
