import type { NumbersToCall } from "./types";

/** Stands for a country that is not known. */
export const NOWHERE = "ZZ";

const PURPOSES = ["emergency", "any-emergency", "advice", "crisis"] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Line {
  readonly purpose: Purpose;
  readonly number: string;
}

/** The numbers for these purposes that are known, in the order in which they are asked for. */
export function linesFor(numbers: NumbersToCall, purposes: readonly Purpose[] = PURPOSES): Line[] {
  const known: Record<Purpose, string> = {
    emergency: numbers.number,
    "any-emergency": numbers.any_emergency,
    advice: numbers.advice_line,
    crisis: numbers.crisis_line,
  };
  return purposes
    .map((purpose) => ({ purpose, number: known[purpose] }))
    .filter(({ number }) => number !== "");
}

/** The address that calls a number. */
export function telephone(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, "")}`;
}

export interface NamedCountry {
  readonly country: string;
  readonly name: string;
}

export interface CountryList {
  /** The language of the names. */
  readonly language: string;
  readonly countries: readonly NamedCountry[];
}

/** The name of the country that numbers belong to, in the first of the person's languages that has one. */
export function countryName({ country, name }: NumbersToCall, languages: readonly string[]): string {
  return new Intl.DisplayNames([...languages, "en-GB"], { type: "region" }).of(country) ?? name;
}

/** The countries by name, in the first of the person's languages that the browser has names in. */
export function countriesByName(
  numbers: readonly NumbersToCall[],
  languages: readonly string[],
): CountryList {
  const names = new Intl.DisplayNames([...languages, "en-GB"], { type: "region" });
  const language = names.resolvedOptions().locale;
  const countries = numbers
    .filter(({ country }) => country !== NOWHERE)
    .map(({ country, name }) => ({ country, name: names.of(country) ?? name }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return { language, countries };
}

/** What was remembered of the numbers; null where there is nothing to read. */
export function numbersIn(remembered: string | null): NumbersToCall | null {
  try {
    const found: unknown = JSON.parse(remembered ?? "null");
    return isNumbers(found) ? found : null;
  } catch {
    return null; // Another version wrote something else: as good as nothing.
  }
}

const TOLD = ["country", "name", "number", "any_emergency", "advice_line", "crisis_line"] as const;

function isNumbers(found: unknown): found is NumbersToCall {
  if (typeof found !== "object" || found === null) return false;
  const told = found as Record<string, unknown>;
  return TOLD.every((name) => typeof told[name] === "string" && (name !== "number" || told[name] !== ""));
}
