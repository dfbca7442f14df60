// The pain drawing as a value: several pains, each with its places, strength, kind and age, and the way back.

import type { Dab } from "../atlas/brush";
import type { Drawing, Pain, PainKind, Side, Since } from "../types";

export type Marks = Readonly<Record<string, number>>;

/** A pain as it is drawn: `dabs` are where exactly the brush went, for the eye alone. */
export interface DrawnPain {
  readonly places: readonly string[];
  readonly strength: number;
  /** null as long as nothing has been said. */
  readonly kind: PainKind | null;
  readonly since: Since | null;
  readonly dabs: readonly Dab[];
}

/** `active` is the pain that is painted and spoken of; `because` joins one stroke, or one change of a value, into one step of undo. */
export interface PainDrawing {
  readonly pains: readonly DrawnPain[];
  readonly active: number;
  readonly past: readonly Step[];
  readonly because: string | null;
}

interface Step {
  readonly pains: readonly DrawnPain[];
  readonly active: number;
}

export const KINDS: readonly PainKind[] = ["ache", "sharp", "burning", "pressure"];
export const SINCE: readonly Since[] = ["today", "days", "weeks", "months"];
export const LIGHTEST = 1;
export const STRONGEST = 10;
const FIRST_STRENGTH = 5;
const NEW: DrawnPain = { places: [], strength: FIRST_STRENGTH, kind: null, since: null, dabs: [] };

/** A drawing to go on with; without pains an empty one. */
export function begin(pains: readonly DrawnPain[] = []): PainDrawing {
  const kept = pains.filter(({ places }) => places.length > 0);
  return { pains: kept.length ? kept : [NEW], active: 0, past: [], because: null };
}

/** The pains that an earlier drawing tells of: places that were equally strong are one pain. */
export function painsOf(drawing: Drawing): DrawnPain[] {
  const strengths = [...new Set(Object.values(drawing))]
    .filter((one) => one >= LIGHTEST)
    .sort((a, b) => b - a);
  return strengths.map((strength) => ({
    ...NEW,
    strength,
    places: Object.keys(drawing).filter((name) => drawing[name] === strength),
  }));
}

/** What the server is sent: the strongest pain at each place, and the pains themselves. */
export function toSend(pains: readonly DrawnPain[]): { drawing: Drawing; pains: Pain[] } {
  const told = pains.filter(({ places }) => places.length > 0);
  const drawing: Record<string, number> = {};
  for (const { places, strength } of told)
    for (const name of places) drawing[name] = Math.max(drawing[name] ?? 0, strength);
  return { drawing, pains: told.map(({ dabs: _, ...pain }) => pain) };
}

export function marksOf({ pains }: PainDrawing): Marks {
  return toSend(pains).drawing;
}

export function activeOf({ pains, active }: PainDrawing): DrawnPain {
  return pains[active] ?? NEW;
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
  return painAt(drawing, name) !== null;
}

/** The number of the pain that a place belongs to, the active one first; null where nothing hurts. */
export function painAt({ pains, active }: PainDrawing, name: string): number | null {
  if (pains[active]?.places.includes(name)) return active;
  const found = pains.findIndex(({ places }) => places.includes(name));
  return found < 0 ? null : found;
}

/** A touch of the brush: its places belong to the active pain from now on. */
export function paint(
  drawing: PainDrawing,
  names: readonly string[],
  dab: Dab | null,
  stroke: string | null,
): PainDrawing {
  if (names.length === 0) return drawing;
  const pain = activeOf(drawing);
  const places = [...pain.places, ...names.filter((name) => !pain.places.includes(name))];
  if (dab === null && places.length === pain.places.length) return drawing;
  return changeActive(drawing, { places, dabs: dab ? [...pain.dabs, dab] : pain.dabs }, stroke);
}

/** Marks places at once, as a step of undo of its own. */
export function markAll(drawing: PainDrawing, names: readonly string[]): PainDrawing {
  return paint(drawing, names, null, null);
}

/** A tap: marks what is unmarked, takes away what belongs to the active pain, and turns to another pain. */
export function tap(drawing: PainDrawing, name: string): PainDrawing {
  const at = painAt(drawing, name);
  if (at === null) return paint(drawing, [name], null, null);
  return at === drawing.active ? unmark(drawing, name) : choose(drawing, at);
}

/** For a control that says of a place whether it is marked: takes it away if so, whichever pain it belongs to. */
export function toggle(drawing: PainDrawing, name: string): PainDrawing {
  return isMarked(drawing, name) ? unmark(drawing, name) : paint(drawing, [name], null, null);
}

/** Takes a place out of every pain. The strokes on it stay known, so that marking it again shows them. */
export function unmark(drawing: PainDrawing, name: string): PainDrawing {
  if (!isMarked(drawing, name)) return drawing;
  const pains = drawing.pains.map((pain) => ({ ...pain, places: pain.places.filter((one) => one !== name) }));
  return change(drawing, { pains, active: drawing.active }, null);
}

/** Says how strong it is at a place: of the pain there, or of a new pain if what is painted now is of another strength. */
export function strengthen(drawing: PainDrawing, name: string, strength: number): PainDrawing {
  const at = painAt(drawing, name);
  if (at !== null) return setStrength(choose(drawing, at), strength);
  const now = activeOf(drawing);
  const isOther = now.places.length > 0 && now.strength !== within(strength);
  const { pains, active } = isOther ? withAnother(drawing) : drawing;
  const here = (pain: DrawnPain) => ({ ...pain, strength: within(strength), places: [...pain.places, name] });
  return change(drawing, { pains: pains.map((pain, k) => (k === active ? here(pain) : pain)), active }, null);
}

export function setStrength(drawing: PainDrawing, strength: number): PainDrawing {
  return changeActive(drawing, { strength: within(strength) }, `strength of ${drawing.active}`);
}

export function setKind(drawing: PainDrawing, kind: PainKind | null): PainDrawing {
  return changeActive(drawing, { kind }, `kind of ${drawing.active}`);
}

export function setSince(drawing: PainDrawing, since: Since | null): PainDrawing {
  return changeActive(drawing, { since }, `since of ${drawing.active}`);
}

export function choose(drawing: PainDrawing, number: number): PainDrawing {
  return drawing.pains[number] ? { ...drawing, active: number, because: null } : drawing;
}

/** Begins another pain; one that is still empty is taken first. */
export function addPain(drawing: PainDrawing): PainDrawing {
  const to = withAnother(drawing);
  return to.pains === drawing.pains ? choose(drawing, to.active) : change(drawing, to, null);
}

export function clear(drawing: PainDrawing): PainDrawing {
  if (isEmpty(drawing)) return drawing;
  return change(drawing, { pains: [NEW], active: 0 }, null);
}

export function isEmpty({ pains }: PainDrawing): boolean {
  return pains.every(({ places }) => places.length === 0);
}

export function undo(drawing: PainDrawing): PainDrawing {
  const last = drawing.past.at(-1);
  return last ? { ...last, past: drawing.past.slice(0, -1), because: null } : drawing;
}

function withAnother({ pains }: PainDrawing): Step {
  const empty = pains.findIndex(({ places }) => places.length === 0);
  return empty >= 0 ? { pains, active: empty } : { pains: [...pains, NEW], active: pains.length };
}

function changeActive(drawing: PainDrawing, by: Partial<DrawnPain>, because: string | null): PainDrawing {
  const now = activeOf(drawing);
  const same = Object.entries(by).every(([key, value]) => now[key as keyof DrawnPain] === value);
  if (same) return drawing;
  const pains = drawing.pains.map((pain, k) => (k === drawing.active ? { ...pain, ...by } : pain));
  return change(drawing, { pains, active: drawing.active }, because);
}

function change(drawing: PainDrawing, to: Step, because: string | null): PainDrawing {
  const goesOn = because !== null && because === drawing.because;
  const { pains, active } = drawing;
  return { ...to, because, past: goesOn ? drawing.past : [...drawing.past, { pains, active }] };
}

function within(strength: number): number {
  return Math.min(Math.max(Math.round(strength), LIGHTEST), STRONGEST);
}
