// What is still to be said of a cue sheet, and when. Pure: clips.ts has the sounds of it, voice.ts the voice of the browser.
import type { Cue, CueSheet, Taken } from "../types";
import { cueAt, lineAhead } from "./course";
import { cueWords } from "./cue-words";
import type { Eased } from "./levels";
import { millis } from "./millis";
import { isTold, sayingAt } from "./saying";

/** Words that begin when the session comes to `at_ms`, and have to be over by `until_ms`. */
export interface Line {
  readonly at_ms: number;
  readonly until_ms: number;
  readonly words: string;
}
type Begun = Omit<Line, "until_ms">;

/** A tone is heard first, and its words come when it has faded a little. */
export const AFTER_TONE_MS = 700;
const BETWEEN_SENTENCES = /(?<=[.!?])\s+/;
const MOST_EASED = 10;

/** The sentences of a line, parted as the sounds are (tools/voice/sentences.py). */
export function sentencesOf(words: string): string[] {
  return words.trim().split(BETWEEN_SENTENCES);
}

/** All lines from a position to the end, as it goes on when nothing turns it. What is being said there, after a pause or
 * a turn, is said again from there, unless it `goesOn` being said. */
export function linesAhead(
  sheet: CueSheet,
  position: number,
  eased: Eased,
  turns: readonly Taken[] = [],
  goesOn = false,
): Line[] {
  const [now, ...later] = lineAhead(sheet, millis(position)).cues;
  const lines = [
    ...(now ? linesOf(sheet, now, eased, isTold(now, turns)) : []),
    ...later.flatMap((cue) => linesOf(sheet, cue, eased, false)),
  ].filter(({ at_ms }) => at_ms >= position);
  const said = goesOn ? lines : [...sayingAgain(sheet, position, eased, turns, lines[0]), ...lines];
  return said.map((line, index) => ({
    ...line,
    until_ms: said[index + 1]?.at_ms ?? Number.POSITIVE_INFINITY,
  }));
}

/** Every sentence that the sheet can need, whatever turns it takes and however often it is eased. */
export function sentencesIn(sheet: CueSheet): string[] {
  const words = Array.from({ length: MOST_EASED }, (_, by) =>
    sheet.cues.flatMap((cue) => wordsOf(sheet, cue, { by, at_most_0_10: null })),
  ).flat();
  return [...new Set(words.flatMap(sentencesOf))];
}

/** What is on at a position, unless it is only just coming, after its tone. */
function sayingAgain(
  sheet: CueSheet,
  position: number,
  eased: Eased,
  turns: readonly Taken[],
  first: Begun | undefined,
): Begun[] {
  const cue = cueAt(sheet, millis(position));
  const on = sayingAt(sheet, millis(position), turns);
  if (!cue || !on) return [];
  const words = cueWords(sheet, cue, eased, on.say);
  const isComing = first && first.words === words && first.at_ms - position <= AFTER_TONE_MS;
  return isComing ? [] : [{ at_ms: position, words }];
}

function linesOf(sheet: CueSheet, cue: Cue, eased: Eased, told: boolean): Begun[] {
  const line = (say: string, after_ms: number) => ({
    at_ms: cue.at_ms + after_ms,
    words: cueWords(sheet, cue, eased, say),
  });
  const within = (cue.lines ?? []).filter(({ when }) => when === "always" || (when === "told") === told);
  const half_ms = cue.halfway_tone ? cue.for_ms / 2 : null;
  const isHalfSaid = within.some(({ at_ms }) => at_ms === half_ms);
  const lines = [
    line(cue.say, cue.tone === "none" ? 0 : AFTER_TONE_MS),
    ...(half_ms !== null && !isHalfSaid ? [line("cue-halfway", half_ms + AFTER_TONE_MS)] : []),
    ...within.map(({ say, at_ms }) => line(say, at_ms === half_ms ? at_ms + AFTER_TONE_MS : at_ms)),
  ];
  return lines.sort((a, b) => a.at_ms - b.at_ms);
}

/** All that can be said in a cue, and what its turns say where they lead. */
function wordsOf(sheet: CueSheet, cue: Cue, eased: Eased): string[] {
  const within = [
    cue.say,
    ...(cue.halfway_tone ? ["cue-halfway"] : []),
    ...(cue.lines ?? []).map(({ say }) => say),
  ];
  const turns = (cue.branches ?? []).filter(({ say }) => say !== "");
  return [
    ...within.map((say) => cueWords(sheet, cue, eased, say)),
    ...turns.map(({ say, to }) => cueWords(sheet, sheet.cues[to] ?? cue, eased, say)),
  ];
}
