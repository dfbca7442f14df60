// A level that is typed, figure by figure: whoever types ten must not be heard to say one, and then nothing at all.

const WAITS_MS = 700;

/** A one waits a moment for a nought; every other figure is a level at once. */
export class TypedLevel {
  readonly #tell: (level: number) => void;
  #one: ReturnType<typeof setTimeout> | null = null;

  constructor(tell: (level: number) => void) {
    this.#tell = tell;
  }

  take(level: number): void {
    const after_one = this.#one !== null;
    this.forget();
    if (after_one && level === 0) {
      this.#tell(10);
      return;
    }
    if (after_one) this.#tell(1);
    if (level === 1) this.#one = setTimeout(() => this.settle(), WAITS_MS);
    else this.#tell(level);
  }

  /** Nothing comes after the one: it was a one. */
  settle(): void {
    if (this.#one === null) return;
    this.forget();
    this.#tell(1);
  }

  /** A one that waits is not told any more: what came next is more urgent than any number. */
  forget(): void {
    if (this.#one !== null) clearTimeout(this.#one);
    this.#one = null;
  }
}
