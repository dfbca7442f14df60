// How a session is to sound, kept in this browser alone: what is heard, how loud, how fast, and what a locked screen shows.

/** `silent`: no sound at all; the screen and, where there is one, the motor that vibrates. */
export type Heard = "voice" | "tones" | "silent";

export interface SoundChoice {
  readonly heard: Heard;
  /** 0 to 1. */
  readonly volume: number;
  /** Times the pace at which the voice was recorded. */
  readonly speed: number;
  /** The step may be read on a locked screen; otherwise that shows only the name of the program. */
  readonly shows_step: boolean;
  /** The breath to follow is heard and felt, not only seen. */
  readonly breathes: boolean;
  /** How slowly, from -1 to 1: the quickest and the slowest breath that the sheet allows. */
  readonly pace: number;
}

export const SLOWEST = 0.85;
export const FASTEST = 1.15;
export const FIRST_CHOICE: SoundChoice = {
  heard: "voice",
  volume: 0.7,
  speed: 1,
  shows_step: false,
  breathes: true,
  pace: 0,
};
const PLACE = "unknot-sound";
const HEARD: readonly unknown[] = ["voice", "tones", "silent"] satisfies Heard[];

type Shelf = Pick<Storage, "getItem" | "setItem">;

/** Something was chosen in this browser: then it counts, whatever was chosen elsewhere. */
export function hasSoundChoice(shelf: Shelf): boolean {
  return shelf.getItem(PLACE) !== null;
}

/** What was chosen last. What is not there or makes no sense is as at first. */
export function readSoundChoice(shelf: Shelf): SoundChoice {
  const kept = parsed(shelf.getItem(PLACE));
  return {
    heard: HEARD.includes(kept.heard) ? (kept.heard as Heard) : FIRST_CHOICE.heard,
    volume: within(kept.volume, 0, 1) ?? FIRST_CHOICE.volume,
    speed: within(kept.speed, SLOWEST, FASTEST) ?? FIRST_CHOICE.speed,
    shows_step: kept.shows_step === true,
    breathes: kept.breathes !== false,
    pace: within(kept.pace, -1, 1) ?? FIRST_CHOICE.pace,
  };
}

export function keepSoundChoice(choice: SoundChoice, shelf: Shelf): void {
  try {
    shelf.setItem(PLACE, JSON.stringify(choice));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // no room: it holds until the page is closed
  }
}

function parsed(text: string | null): Partial<Record<keyof SoundChoice, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function within(value: unknown, least: number, most: number): number | null {
  return typeof value === "number" && value >= least && value <= most ? value : null;
}
