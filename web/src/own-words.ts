// What was read in the first box, as it is shown again: never as an answer, always with the words it was read in.
import type { WordsRead } from "./types";
import { t } from "./words";

/** The stretch of the text from `start` to `end`, counted in characters as the server counts them, not in UTF-16. */
export function quote(text: string, { start, end }: { start: number; end: number }): string {
  return Array.from(text).slice(start, end).join("").trim();
}

/** The words because of which a question comes first; null where none of them is behind it. */
export function wordsBehind(text: string, read: WordsRead | null, question: string): string | null {
  const found = read?.first.find((one) => one.question === question);
  return found ? quote(text, found) : null;
}

/** What is said above a question of what was written; `isFirst` for the question after the box. */
export function whatWasRead(
  text: string,
  read: WordsRead | null,
  question: string,
  isFirst: boolean,
): readonly string[] {
  if (read === null) return [];
  const words = wordsBehind(text, read, question);
  const remarks = words === null ? [] : [t("own-words-comes-first", { words })];
  if (isFirst && !read.recognised) remarks.push(t("own-words-not-recognised"));
  if (isFirst && read.read < read.length) remarks.push(t("own-words-cut", { count: read.read }));
  return remarks;
}
