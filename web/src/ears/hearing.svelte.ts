// Ears that a screen can switch on and off: open while wanted, closed with the screen, and why they are not.
import type { Known } from "./commands";
import { type Deaf, type Ears, openEars } from "./microphone";
import type { Told } from "./worker";

export class Hearing {
  /** Asked for, and neither closed nor failed since. */
  isOn = $state(false);
  /** The microphone is open. */
  isOpen = $state(false);
  deaf = $state<Deaf | null>(null);

  readonly #ontold: (told: Told) => void;
  #ears: Ears | null = null;
  #turn = 0;

  constructor(ontold: (told: Told) => void) {
    this.#ontold = ontold;
  }

  /** Listens for commands, or, with nothing known, for what is to be learnt. */
  async open(known: Known | null): Promise<void> {
    this.close();
    const turn = this.#turn;
    this.deaf = null;
    this.isOn = true;
    const isMine = () => turn === this.#turn;
    const ears = await openEars(
      known,
      (told) => isMine() && this.#ontold(told),
      (why) => isMine() && this.#fail(why),
    );
    if (!isMine()) ears?.close();
    else {
      this.#ears = ears;
      this.isOpen = ears !== null;
    }
  }

  close(): void {
    this.#turn += 1;
    this.#ears?.close();
    this.#ears = null;
    this.isOn = false;
    this.isOpen = false;
  }

  #fail(why: Deaf): void {
    this.close();
    this.deaf = why;
  }
}
