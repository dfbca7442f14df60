import { api } from "./api";

const known = $state<{ words: Readonly<Record<string, string>>; isAsked: boolean }>({
  words: {},
  isAsked: false,
});

/** What a source id stands for, in words; empty until it is known. */
export function citationWords(id: string): string {
  return known.words[id] ?? "";
}

/** Asks for the words once, when they are first wanted; without them the ids still stand. */
export async function wantCitations(): Promise<void> {
  if (known.isAsked) return;
  known.isAsked = true;
  try {
    const { citations } = await api.sources();
    known.words = Object.fromEntries(citations.map((one) => [one.id, one.says]));
  } catch {
    known.isAsked = false;
  }
}
