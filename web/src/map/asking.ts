// The answers to the locator's questions as values: giving one, taking the last one back, and when they no longer count.

import type { AskNoticed, AskPress, Felt, Noticed, Noticing, Palpation } from "../types";

/** What has been answered; `told` has the names in the order of the answers. */
export interface Told {
  readonly palpation: Palpation;
  readonly movements: Noticing;
  readonly also_hurts: Noticing;
  readonly told: readonly string[];
}

export const NOTHING_TOLD: Told = { palpation: {}, movements: {}, also_hurts: {}, told: [] };

export const FELT: readonly Felt[] = ["familiar", "sore", "not-tender"];
export const NOTICED: readonly Noticed[] = ["yes", "no"];

/** With the answer to a press. */
export function withFelt(told: Told, ask: AskPress, felt: Felt): Told {
  const { palpation, movements, also_hurts } = told;
  return { palpation: { ...palpation, [ask.name]: felt }, movements, also_hurts, told: inOrder(told, ask) };
}

/** With the answer to what is noticed, of a movement or of a place. */
export function withNoticed(told: Told, ask: AskNoticed, noticed: Noticed): Told {
  const { palpation, movements, also_hurts } = told;
  const answer = { [ask.name]: noticed };
  return ask.kind === "move"
    ? { palpation, movements: { ...movements, ...answer }, also_hurts, told: inOrder(told, ask) }
    : { palpation, movements, also_hurts: { ...also_hurts, ...answer }, told: inOrder(told, ask) };
}

/** Without the answer given last; null where there is none. */
export function withoutLast(told: Told): Told | null {
  const last = told.told.at(-1);
  if (last === undefined) return null;
  const { palpation, movements, also_hurts } = told;
  return {
    palpation: without(palpation, last),
    movements: without(movements, last),
    also_hurts: without(also_hurts, last),
    told: told.told.slice(0, -1),
  };
}

/** The id of what a name speaks of, without its side: `turn-to-side` of `turn-to-side_R`. */
export function idOf(ask: AskNoticed): string {
  return ask.side === null ? ask.name : ask.name.slice(0, -2);
}

function inOrder(told: Told, ask: AskPress | AskNoticed): readonly string[] {
  return [...told.told.filter((name) => name !== ask.name), ask.name];
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([one]) => one !== name));
}
