// What moves on the living map: the turn of the body and the layers, each on its way to where it should be.
import { prefersReducedMotion } from "svelte/motion";
import type { Bare } from "./scene";
import { ease, type Turn } from "./turning";

export type Depth = "skin" | "superficial" | "deep";

const BARE: Readonly<Record<Depth, Bare>> = {
  skin: { superficial: 0, deep: 0 },
  superficial: { superficial: 1, deep: 0 },
  deep: { superficial: 1, deep: 1 },
};
const PEEL_MS = 420;

export class Motion {
  turn = $state.raw<Turn>({ yaw: 180, pitch: 0 });
  bare = $state.raw<Bare>(BARE.skin);
  #turnTo = $state.raw<Turn>({ yaw: 180, pitch: 0 });
  #bareTo: Bare = BARE.skin;
  #frame = 0;
  #last_ms = 0;

  /** Where the body will have turned to. */
  get aim(): Turn {
    return this.#turnTo;
  }

  turnTo(turn: Turn): void {
    this.#turnTo = turn;
    this.#set_off();
  }

  /** Follows a finger at once. */
  hold(turn: Turn): void {
    this.#turnTo = this.turn = turn;
  }

  peelTo(depth: Depth): void {
    this.#bareTo = BARE[depth];
    this.#set_off();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #set_off(): void {
    if (prefersReducedMotion.current) {
      this.turn = this.#turnTo;
      this.bare = this.#bareTo;
    } else if (this.#frame === 0) {
      this.#last_ms = performance.now();
      this.#frame = requestAnimationFrame((now_ms) => this.#step(now_ms));
    }
  }

  #step(now_ms: number): void {
    const passed_ms = Math.max(now_ms - this.#last_ms, 0);
    this.#last_ms = now_ms;
    this.turn = ease(this.turn, this.#turnTo, passed_ms);
    const approach = (from: number, to: number) =>
      from + Math.sign(to - from) * Math.min(Math.abs(to - from), passed_ms / PEEL_MS);
    const [{ superficial, deep }, to] = [this.bare, this.#bareTo];
    const bare = { superficial: approach(superficial, to.superficial), deep: approach(deep, to.deep) };
    this.bare = bare.superficial === to.superficial && bare.deep === to.deep ? to : bare;
    const there = this.turn === this.#turnTo && this.bare === this.#bareTo;
    this.#frame = there ? 0 : requestAnimationFrame((next_ms) => this.#step(next_ms));
  }
}
