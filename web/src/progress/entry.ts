// An entry of "How is it now?" while it is being filled in.

import type { Measure } from "../types";

/** An entry with nothing said. */
export function blankMeasure(at: string): Measure {
  return {
    at,
    pain_now: null,
    pain_worst: null,
    pain_average: null,
    change: null,
    activities: {},
    reach_left: null,
    reach_right: null,
    turned_left_deg: null,
    turned_right_deg: null,
    trouble: {},
    sleep_0_10: null,
    stress_0_10: null,
    soreness: null,
    sore_0_10: null,
    drawing: {},
  };
}

/** True when nothing is said but when: such an entry takes back what it corrects. */
export function isBlank(measure: Measure): boolean {
  return Object.entries(measure).every(
    ([name, said]) =>
      name === "at" || said === null || (typeof said === "object" && Object.keys(said).length === 0),
  );
}

/** The entry that the next opening of the screen corrects. */
let correcting: { readonly id: string; readonly measure: Measure } | null = null;

/** Has the screen correct this entry when it opens next. */
export function correctNext(id: string, measure: Measure): void {
  correcting = { id, measure };
}

/** The entry to correct, once. */
export function takeCorrection(): { readonly id: string; readonly measure: Measure } | null {
  const taken = correcting;
  correcting = null;
  return taken;
}

/** The names with one more under its id; names stay at most as many as may be kept. */
export function withName(
  names: Readonly<Record<string, string>>,
  id: string,
  name: string,
  most: number,
): Readonly<Record<string, string>> {
  const said = name.trim();
  if (said === "" || Object.keys(names).length >= most) return names;
  return { ...names, [id]: said };
}

/** The scores without those of an activity that is no longer asked about. */
export function without<T>(from: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(from).filter(([one]) => one !== id));
}
