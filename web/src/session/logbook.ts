// The events of one session, kept in this browser until the server has them: in order, none lost, none twice.
import { v7 as newId } from "uuid";
import type { EventsKept, NumberedEvent } from "../types";
import type { PlayerEvent } from "./player";

export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
type Send = (events: readonly NumberedEvent[]) => Promise<EventsKept>;

interface Pages {
  events: NumberedEvent[];
  /** How many of them the server has confirmed. */
  sent: number;
  /** What the session's clock showed when it was last looked at. */
  seen_ms: number;
}

export class Logbook {
  readonly #shelf: Shelf;
  readonly #key: string;
  readonly #send: Send;
  #pages: Pages;
  #posting: Promise<EventsKept> | null = null;

  constructor(plan: string, shelf: Shelf, send: Send) {
    this.#shelf = shelf;
    this.#key = keyOf(plan);
    this.#send = send;
    this.#pages = readPages(shelf.getItem(this.#key));
  }

  get events(): readonly PlayerEvent[] {
    return this.#pages.events.map(({ event }) => event as PlayerEvent);
  }

  /** The latest time this log knows of: that of its last event, or later. */
  get seen_ms(): number {
    return this.#pages.seen_ms;
  }

  /** Notes that the session was still going on, for when the browser dies without a word. */
  see(at_ms: number): void {
    this.#pages.seen_ms = Math.max(at_ms, this.#pages.seen_ms);
    this.#write();
  }

  /** Written down before it is sent. */
  add(event: PlayerEvent): void {
    const feeling = event.kind === "felt" ? event.feeling : null;
    const level = event.kind === "level" ? { level: event.level } : {};
    const numbered = {
      id: newId(),
      seq: this.#pages.events.length,
      event: { kind: event.kind, at_ms: event.at_ms, feeling, ...level },
    };
    this.#pages.events.push(numbered);
    this.see(event.at_ms);
  }

  /** Sends what the server has not confirmed yet; answers with what it makes of all of them. */
  async post(): Promise<EventsKept> {
    this.#posting ??= this.#postAll().finally(() => {
      this.#posting = null;
    });
    const kept = await this.#posting;
    return this.#pages.sent < this.#pages.events.length ? this.post() : kept;
  }

  async #postAll(): Promise<EventsKept> {
    const open = this.#pages.events.slice(this.#pages.sent);
    const kept = await this.#send(open);
    this.#pages.sent += open.length;
    this.#write();
    return kept;
  }

  #write(): void {
    try {
      this.#shelf.setItem(this.#key, JSON.stringify(this.#pages));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // no room to keep it here: the server still gets it
    }
  }
}

function readPages(written: string | null): Pages {
  return written === null ? { events: [], sent: 0, seen_ms: 0 } : (JSON.parse(written) as Pages);
}

/** Forgets a session in this browser: the server has all of it. */
export function forgetSession(plan: string, shelf: Shelf): void {
  shelf.removeItem(keyOf(plan));
}

function keyOf(plan: string): string {
  return `unknot-session-${plan}`;
}
