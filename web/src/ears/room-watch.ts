// Whether this room leaves enough of a person's words to be understood, so that the screen can say when it does not.
import type { Known } from "./commands";
import { swayOf } from "./evidence";
import { HOP_MS } from "./features";
import { Odds, type Room, stepsOf } from "./odds";

/** Each asking costs a few milliseconds; nobody needs it told sooner. */
const ASKS_EVERY_MS = 1000;
/** A sentence of our own voice, or of anyone's, is over sooner; then it is no room, and the screen does not flicker. */
const TELLS_AFTER = 8;
const TAKES_BACK_AFTER = 4;
/** What a word must have to show, in natural logarithms of odds: where less than nine in ten are understood. */
const LEAST_SHOWN = { steady: 0.45, swaying: 0.9 } as const;

/** True when a command, said as loudly as it was learnt, would mostly be missed here. */
export function isTooLoudFor({ templates, level_db }: Known, room: Room): boolean {
  const odds = new Odds({ ...room, usual_db: room.usual_db.map((one) => one - level_db) });
  const shown = templates.map(({ shape }) => odds.shown(stepsOf(shape)));
  const sways = swayOf(room);
  const least = sways * LEAST_SHOWN.swaying + (1 - sways) * LEAST_SHOWN.steady;
  return shown.reduce((sum, one) => sum + one, 0) / shown.length < least;
}

export class RoomWatch {
  isTooLoud = false;
  readonly #known: Known;
  #frames = 0;
  #otherwise = 0;

  constructor(known: Known) {
    this.#known = known;
  }

  /** Takes note of one frame; asks what the room is like only now and then. */
  take(room: () => Room | null): void {
    this.#frames += 1;
    if ((this.#frames * HOP_MS) % ASKS_EVERY_MS !== 0) return;
    const now = room();
    if (now === null) return;
    const isOtherwise = isTooLoudFor(this.#known, now) !== this.isTooLoud;
    this.#otherwise = isOtherwise ? this.#otherwise + 1 : 0;
    if (this.#otherwise < (this.isTooLoud ? TAKES_BACK_AFTER : TELLS_AFTER)) return;
    this.isTooLoud = !this.isTooLoud;
    this.#otherwise = 0;
  }
}
