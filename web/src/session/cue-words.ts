import type { Cue, CueSheet } from "../types";
import { hasWords, t } from "../words";
import { stepOf, stepsOf } from "./course";
import { ceilingSaid, type Eased } from "./levels";

/** What is said and captioned for a cue: its first message, or another one with the same facts. */
export function cueWords(sheet: CueSheet, cue: Cue, eased: Eased, say = cue.say): string {
  const step = stepOf(sheet, cue);
  return t(say, {
    side: cue.side ?? "none",
    point: t(`spot-${step?.point ?? "shoulder-top"}`),
    muscle: named("muscle", step?.muscle),
    tool: named("tool", step?.tool),
    seconds: Math.round(cue.for_ms / 1000),
    repetition: cue.repetition,
    repetitions: cue.repetitions,
    ceiling: step ? ceilingSaid(step, stepsOf(sheet), eased) : 0,
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
