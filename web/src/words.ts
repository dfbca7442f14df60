import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

export type WordArguments = Record<string, FluentVariable>;

const WORDS_ADDRESS = "/words/en.ftl";

const LOCALES = ["en-GB", "en"];

let bundle = new FluentBundle(LOCALES);

/** Reads the words from their text; all that was there before is forgotten. */
export function readWords(text: string): void {
  bundle = new FluentBundle(LOCALES, { useIsolating: false });
  for (const error of bundle.addResource(new FluentResource(text))) complain(error.message);
}

/** Fetches the words; call once before anything is shown. */
export async function loadWords(): Promise<void> {
  const response = await fetch(WORDS_ADDRESS);
  if (!response.ok) throw new Error(`${WORDS_ADDRESS}: ${response.status}`);
  readWords(await response.text());
}

/** The words of a message. A message that is missing shows its id. */
export function t(id: string, args?: WordArguments): string {
  return formatted(id, bundle.getMessage(id)?.value ?? null, args);
}

/** The words of an attribute of a message: `tAttr("question-age", "hint")`. */
export function tAttr(id: string, attribute: string, args?: WordArguments): string {
  return formatted(`${id}.${attribute}`, bundle.getMessage(id)?.attributes[attribute] ?? null, args);
}

/** True when there are words for a message, or for an attribute of it. */
export function hasWords(id: string, attribute?: string): boolean {
  const message = bundle.getMessage(id);
  return (attribute === undefined ? message?.value : message?.attributes[attribute]) != null;
}

type Pattern = Parameters<FluentBundle["formatPattern"]>[0];

function formatted(name: string, pattern: Pattern | null, args: WordArguments | undefined): string {
  if (pattern === null) {
    complain(`no words for ${name}`);
    return name;
  }
  const errors: Error[] = [];
  const words = bundle.formatPattern(pattern, args ?? null, errors);
  for (const error of errors) complain(`${name}: ${error.message}`);
  return words;
}

function complain(what: string): void {
  // biome-ignore lint/suspicious/noConsole: a missing word is a fault of ours; the browser tests fail on it.
  console.error(`words: ${what}`);
}
