// The events of one session, kept in this browser until the server has them: in order, none lost, none twice.
import { v7 as newId } from "uuid";
import { blankPages, type Pages, type Shelf } from "../offline/shelf";
import type { EventsKept, NumberedEvent } from "../types";
import { pause } from "./pause";
import type { PlayerEvent } from "./player";

/** Tells the server. Throws when it could not be reached, and nobody knows what it got. */
export type SendEvents = (events: readonly NumberedEvent[]) => Promise<EventsKept>;

/** How long what is said to the server may wait for a disk that does not answer. */
const DISK_PATIENCE_MS = 1000;

export class Logbook {
  readonly #shelf: Shelf;
  readonly #send: SendEvents;
  readonly #pages: Pages;
  #posting: Promise<EventsKept> | null = null;
  #writing: Promise<void> | null = null;
  #isWritten = true;
  #onDisk: number;
  #isKept: boolean;
  #isClosed = false;

  /** `pages` as the shelf has them. */
  constructor(pages: Pages, shelf: Shelf, send: SendEvents) {
    this.#pages = pages;
    this.#onDisk = pages.events.length;
    this.#shelf = shelf;
    this.#send = send;
    this.#isKept = shelf.isLasting;
  }

  static async open(plan: string, shelf: Shelf, send: SendEvents): Promise<Logbook> {
    return new Logbook((await shelf.pages(plan)) ?? blankPages(plan), shelf, send);
  }

  get events(): readonly PlayerEvent[] {
    return this.#pages.events.map(({ event }) => event as PlayerEvent);
  }

  /** The latest time this log knows of: that of its last event, or later. */
  get seen_ms(): number {
    return this.#pages.seen_ms;
  }

  /** When the last event was written down, by the wall's clock in milliseconds; 0 before the first. */
  get used_at(): number {
    return this.#pages.used_at;
  }

  /** The session was started, whatever came of it. */
  get hasBegun(): boolean {
    return this.#pages.events.some(({ event }) => event.kind === "start");
  }

  /** It would survive the end of this page. */
  get isKept(): boolean {
    return this.#isKept;
  }

  get isSent(): boolean {
    return this.#pages.sent === this.#pages.events.length;
  }

  /** Notes that the session was still going on, for when the browser dies without a word. */
  see(at_ms: number): void {
    this.#pages.seen_ms = Math.max(at_ms, this.#pages.seen_ms);
    void this.#write();
  }

  /** Written down before it is sent. */
  add(event: PlayerEvent, wall_ms: number = Date.now()): void {
    const feeling = event.kind === "felt" ? event.feeling : null;
    const level = event.kind === "level" ? { level: event.level } : {};
    this.#pages.events.push({
      id: newId(),
      seq: this.#pages.events.length,
      event: { kind: event.kind, at_ms: event.at_ms, feeling, ...level },
    });
    this.#pages.used_at = wall_ms;
    this.see(event.at_ms);
  }

  /** Sends what the server has not confirmed yet; answers with what it makes of all of them. */
  async post(): Promise<EventsKept> {
    this.#posting ??= this.#postAll().finally(() => {
      this.#posting = null;
    });
    const kept = await this.#posting;
    return this.isSent ? kept : this.post();
  }

  /** From now on others write these pages; what is still on its way to the server may be sent again, and is kept once. */
  close(): void {
    this.#isClosed = true;
  }

  async #postAll(): Promise<EventsKept> {
    if (this.#writing) await Promise.race([this.#writing, pause(DISK_PATIENCE_MS)]);
    const open = this.#pages.events.slice(this.#pages.sent);
    const kept = await this.#send(open);
    this.#pages.sent += open.length;
    if (open.length > 0) await Promise.race([this.#write(), pause(DISK_PATIENCE_MS)]);
    return kept;
  }

  /** Puts the pages away as they are now; while that goes on, further changes wait for one more turn. */
  #write(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#isWritten = false;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    try {
      while (!this.#isWritten) {
        this.#isWritten = true;
        const isNews = this.#pages.events.length > this.#onDisk;
        this.#onDisk = this.#pages.events.length;
        await this.#shelf.keepPages(this.#pages, isNews ? "strict" : "relaxed");
      }
      this.#isKept = this.#shelf.isLasting;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.#isKept = false; // no room here: the server still gets it, and the person is told
    }
  }
}
