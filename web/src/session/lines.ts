// What is still to be said of a cue sheet, and when. Pure: clips.ts has the sounds of it, voice.ts the voice of the browser.
import type { Cue, CueSheet } from "../types";
import { t } from "../words";
import { cueWords } from "./cue-words";

/** Words that begin when the sheet comes to `at_ms`, and have to be over by `until_ms`. */
export interface Line {
  readonly at_ms: number;
  readonly until_ms: number;
  readonly words: string;
}

/** A tone is heard first, and its words come when it has faded a little. */
export const AFTER_TONE_MS = 700;
const BETWEEN_SENTENCES = /(?<=[.!?])\s+/;
const MOST_EASED = 10;

/** The sentences of a line, parted as the sounds are (tools/voice/sentences.py). */
export function sentencesOf(words: string): string[] {
  return words.trim().split(BETWEEN_SENTENCES);
}

/** All lines from a position to the end. A cue that is on is said again from where it is: after a pause, or eased. */
export function linesAhead(sheet: CueSheet, position: number, eased: number): Line[] {
  const begun = sheet.cues.findLast((cue) => begins(cue) < position && position < cue.at_ms + cue.for_ms);
  const again = begun ? [{ at_ms: position, words: cueWords(sheet, begun, eased) }] : [];
  const ahead = sheet.cues
    .flatMap((cue) => linesOf(sheet, cue, eased))
    .filter(({ at_ms }) => at_ms >= position);
  const lines = [...again, ...ahead];
  return lines.map((line, index) => ({
    ...line,
    until_ms: lines[index + 1]?.at_ms ?? Number.POSITIVE_INFINITY,
  }));
}

/** Every sentence that the sheet can need, however often it is eased. */
export function sentencesIn(sheet: CueSheet): string[] {
  const lines = Array.from({ length: MOST_EASED }, (_, eased) => linesAhead(sheet, 0, eased)).flat();
  return [...new Set(lines.flatMap(({ words }) => sentencesOf(words)))];
}

function begins(cue: Cue): number {
  return cue.tone === "none" ? cue.at_ms : cue.at_ms + AFTER_TONE_MS;
}

function linesOf(sheet: CueSheet, cue: Cue, eased: number): Omit<Line, "until_ms">[] {
  const first = { at_ms: begins(cue), words: cueWords(sheet, cue, eased) };
  if (!cue.halfway_tone) return [first];
  return [first, { at_ms: cue.at_ms + cue.for_ms / 2 + AFTER_TONE_MS, words: t("cue-halfway") }];
}
