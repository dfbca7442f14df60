// Plays a sound track, and tells when the system or a headset let it fall silent.
import type { Track } from "./track";

export class TrackPlayer {
  readonly element: HTMLAudioElement;
  readonly #address: string;
  #isClosed = false;

  constructor(track: Track, volume: number, paused: () => void) {
    this.#address = URL.createObjectURL(track.sound);
    this.element = new Audio(this.#address);
    this.element.volume = volume;
    this.element.addEventListener("pause", () => {
      if (!this.#isClosed && !this.element.ended) paused();
    });
  }

  /** Plays from a place on the sheet; false where the browser does not. */
  async playFrom(at_ms: number): Promise<boolean> {
    try {
      this.element.currentTime = at_ms / 1000;
      await this.element.play();
      return true;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return false;
    }
  }

  get isPlaying(): boolean {
    return !this.element.paused;
  }

  setVolume(volume: number): void {
    this.element.volume = volume;
  }

  pause(): void {
    this.element.pause();
  }

  close(): void {
    this.#isClosed = true;
    this.element.pause();
    URL.revokeObjectURL(this.#address);
  }
}
