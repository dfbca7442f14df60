// The pain drawing as a value: what is marked, how strongly, what is selected, and the way back.

import type { Side } from "../types";

export type Marks = Readonly<Record<string, number>>;

/** `selected` are the places the strength slider speaks for; `because` joins one gesture into one step of undo. */
export interface PainDrawing {
  marks: Marks;
  selected: readonly string[];
  past: readonly Marks[];
  because: string | null;
}

export const LIGHTEST = 1;
export const STRONGEST = 10;

export function blank(marks: Marks = {}): PainDrawing {
  const kept = Object.fromEntries(Object.entries(marks).filter(([, strength]) => strength >= LIGHTEST));
  return { marks: kept, selected: Object.keys(kept).slice(0, 1), past: [], because: null };
}

/** The name of a place in a drawing: `shoulder_top_R`, or the bare id on the midline. */
export function nameOf(id: string, side: Side | null): string {
  if (side === null) return id;
  return `${id}_${side === "left" ? "L" : "R"}`;
}

export function placeOf(name: string): { id: string; side: Side | null } {
  const suffix = name.slice(-2);
  if (suffix !== "_L" && suffix !== "_R") return { id: name, side: null };
  return { id: name.slice(0, -2), side: suffix === "_L" ? "left" : "right" };
}

export function isMarked(drawing: PainDrawing, name: string): boolean {
  return name in drawing.marks;
}

/** Marks a place and selects it together with what the same gesture has painted before. */
export function mark(drawing: PainDrawing, name: string, strength: number, gesture: string): PainDrawing {
  const earlier = drawing.because === gesture ? drawing.selected : [];
  if (earlier.includes(name)) return drawing;
  const marked = change(drawing, { ...drawing.marks, [name]: within(strength) }, gesture);
  return { ...marked, selected: [...earlier, name] };
}

export function unmark(drawing: PainDrawing, name: string): PainDrawing {
  if (!isMarked(drawing, name)) return drawing;
  const { [name]: _, ...rest } = drawing.marks;
  const left = drawing.selected.filter((one) => one !== name);
  return { ...change(drawing, rest, null), selected: left.length ? left : Object.keys(rest).slice(-1) };
}

export function select(drawing: PainDrawing, name: string): PainDrawing {
  return isMarked(drawing, name) ? { ...drawing, selected: [name], because: null } : drawing;
}

/** A tap: marks what is unmarked, selects what is marked, and takes away what is selected. */
export function tap(drawing: PainDrawing, name: string, strength: number, gesture: string): PainDrawing {
  if (!isMarked(drawing, name)) return mark(drawing, name, strength, gesture);
  const isSelected = drawing.selected.length === 1 && drawing.selected[0] === name;
  return isSelected ? unmark(drawing, name) : select(drawing, name);
}

/** Sets the strength of all selected places. */
export function setStrength(drawing: PainDrawing, strength: number): PainDrawing {
  const wanted = within(strength);
  if (drawing.selected.every((name) => drawing.marks[name] === wanted)) return drawing;
  const stronger = Object.fromEntries(drawing.selected.map((name) => [name, wanted]));
  return change(drawing, { ...drawing.marks, ...stronger }, `strength of ${drawing.selected.join(" ")}`);
}

export function strengthOf(drawing: PainDrawing): number | null {
  const last = drawing.selected.at(-1);
  return last === undefined ? null : (drawing.marks[last] ?? null);
}

export function clear(drawing: PainDrawing): PainDrawing {
  if (Object.keys(drawing.marks).length === 0) return drawing;
  return { ...change(drawing, {}, null), selected: [] };
}

export function undo(drawing: PainDrawing): PainDrawing {
  const marks = drawing.past.at(-1);
  if (!marks) return drawing;
  const still = drawing.selected.filter((name) => name in marks);
  const selected = still.length ? still : Object.keys(marks).slice(-1);
  return { marks, selected, past: drawing.past.slice(0, -1), because: null };
}

function change(drawing: PainDrawing, marks: Marks, because: string | null): PainDrawing {
  const goesOn = because !== null && because === drawing.because;
  return { ...drawing, marks, because, past: goesOn ? drawing.past : [...drawing.past, drawing.marks] };
}

function within(strength: number): number {
  return Math.min(Math.max(Math.round(strength), LIGHTEST), STRONGEST);
}
