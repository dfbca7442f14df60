import type { KnotSession } from "./types";

const HIGHEST_PAIN = 10;

export interface Stroke {
  readonly x: number;
  readonly before: number;
  readonly after: number;
}

/** A session of which the pain before and after was told. */
export type ToldSession = KnotSession & { readonly pain_before: number; readonly pain_after: number };

/** The sessions of which the pain before and after was told. */
export function toldOf(sessions: readonly KnotSession[]): readonly ToldSession[] {
  return sessions.filter((one): one is ToldSession => one.pain_before !== null && one.pain_after !== null);
}

/**
 * One stroke a session, from the pain before to the pain after, spread over the width; 0 pain lies at the height,
 * 10 at 0.
 */
export function strokesOf(
  sessions: readonly ToldSession[],
  width: number,
  height: number,
): readonly Stroke[] {
  const room = width / sessions.length;
  const y = (pain: number) => height * (1 - pain / HIGHEST_PAIN);
  return sessions.map((session, index) => ({
    x: room * (index + 1 / 2),
    before: y(session.pain_before),
    after: y(session.pain_after),
  }));
}
