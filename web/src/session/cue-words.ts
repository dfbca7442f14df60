import type { Cue, CueSheet, Step } from "../types";
import { hasWords, t } from "../words";

const LEAST_CEILING = 1;

/** The most pain a step may cause now: its ceiling, lowered by how often it was eased. */
export function ceilingOf(step: Step, eased: number): number {
  return step.ceiling_0_10 === 0 ? 0 : Math.max(step.ceiling_0_10 - eased, LEAST_CEILING);
}

/** What is said and captioned for a cue. */
export function cueWords(sheet: CueSheet, cue: Cue, eased: number): string {
  const step = sheet.plan.steps[cue.step];
  return t(cue.say, {
    side: cue.side ?? "none",
    point: t(`spot-${step?.point ?? "shoulder-top"}`),
    muscle: named("muscle", step?.muscle),
    tool: named("tool", step?.tool),
    seconds: Math.round(cue.for_ms / 1000),
    repetition: cue.repetition,
    repetitions: cue.repetitions,
    ceiling: step ? ceilingOf(step, eased) : 0,
  });
}

/** Minutes and seconds as they are read: "4:05". */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function named(kind: string, id: string | null | undefined): string {
  return id && hasWords(`${kind}-${id}`) ? t(`${kind}-${id}`) : "";
}
