import type { Area, Cleared, Grade, Limits, Modality, Source } from "./types";

const ALL_AREAS = 3;

/** What one condition changes: what is left out today, and what is done lightly. */
export interface ConditionLimits {
  readonly condition: string;
  readonly source: readonly Source[];
  readonly left_out: readonly LimitedThing[];
  readonly light: readonly LimitedThing[];
}

/** A way of working and where the limit holds; null when everywhere. */
export interface LimitedThing {
  readonly modality: Modality;
  readonly areas: readonly Area[] | null;
}

/** True when there is something to read before going on: an appointment is advised, or limits hold. */
export function deservesReading(verdict: Cleared): boolean {
  return (
    verdict.tier !== "clear" || !verdict.limits.pressure_allowed || verdict.limits.restrictions.length > 0
  );
}

/** The limits told by condition, in the order in which the conditions come. */
export function limitsByCondition(limits: Limits): readonly ConditionLimits[] {
  const conditions = [...new Set(limits.restrictions.map((one) => one.condition))];
  return conditions.map((condition) => ({
    condition,
    source: limits.restrictions.find((one) => one.condition === condition)?.source ?? [],
    left_out: thingsWith(limits, condition, ["ASK", "NO"]),
    light: thingsWith(limits, condition, ["LIM"]),
  }));
}

function thingsWith(limits: Limits, condition: string, grades: readonly Grade[]): readonly LimitedThing[] {
  const cells = limits.restrictions.filter(
    (one) => one.condition === condition && grades.includes(one.grade),
  );
  const modalities = [...new Set(cells.map((one) => one.modality))];
  return modalities.map((modality) => {
    const areas = cells.filter((one) => one.modality === modality).map((one) => one.area);
    return { modality, areas: areas.length === ALL_AREAS ? null : areas };
  });
}
