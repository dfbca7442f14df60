// What Python puts into the page (src/unknot/handing/offered.py), field for field.

export type Of = "technique" | "tool" | "zone" | "muscle";
export type Side = "left" | "right";
export type WholeLimit = "pain_0_10" | "hold_s" | "spots" | "minutes" | "sessions";
export const KINDS: readonly Of[] = ["technique", "tool", "zone", "muscle"];
export const WHOLE: readonly WholeLimit[] = ["pain_0_10", "hold_s", "spots", "minutes", "sessions"];

export interface Thing {
  readonly of: Of;
  readonly id: string;
  readonly name: string;
  readonly pain_0_10: number;
  readonly hold_s: number;
  readonly presses: boolean;
}

export interface Doable {
  readonly id: string;
  readonly name: string;
  readonly pain_0_10: number;
  readonly hold_s: number;
  readonly usual_s: number;
  readonly repetitions: number;
  readonly tools: readonly string[];
  readonly points: readonly string[];
  readonly sided: boolean;
}

export interface Offered {
  readonly hand_over: string;
  readonly made_at: string;
  readonly limits: Readonly<Record<WholeLimit, number>>;
  readonly things: readonly Thing[];
  readonly techniques: readonly Doable[];
  readonly names: Readonly<Record<string, string>>;
  readonly said: Readonly<Record<string, string>>;
}

/** The sentence with this id; the id itself where there is none. */
export function say(offered: Offered, id: string): string {
  return offered.said[id] ?? id;
}
