// What this browser keeps of sessions: their events until the server has them, and the sheets that were downloaded.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { NumberedEvent, Outcome } from "../types";

/** The events of one session, and how far the server has them. */
export interface Pages {
  readonly plan: string;
  events: NumberedEvent[];
  /** How many of them the server has confirmed. */
  sent: number;
  /** What the session's clock showed when it was last looked at. */
  seen_ms: number;
  /** When the last event was written down, by the wall's clock. */
  used_at: number;
  /** What was told of it afterwards, until the server has it. */
  outcome: Outcome | null;
}

/** A session that was downloaded, as text, with the digest by which damage shows. */
export interface KeptText {
  readonly plan: string;
  readonly text: string;
  readonly digest: string;
  readonly kept_at: number;
}

export interface Shelf {
  /** False: what is put here is gone with the page. */
  readonly isLasting: boolean;
  pages(plan: string): Promise<Pages | undefined>;
  allPages(): Promise<readonly Pages[]>;
  /** `relaxed` outlives the browser, `strict` a power cut as well; it takes its time, and what comes after it waits. */
  keepPages(pages: Pages, durability?: IDBTransactionDurability): Promise<void>;
  text(plan: string): Promise<KeptText | undefined>;
  allTexts(): Promise<readonly KeptText[]>;
  keepText(kept: KeptText): Promise<void>;
  forget(plan: string): Promise<void>;
  clear(): Promise<void>;
}

const NAME = "unknot";
const VERSION = 1;
const PATIENCE_MS = 2000;

interface Rooms extends DBSchema {
  pages: { key: string; value: Pages };
  texts: { key: string; value: KeptText };
}

export function blankPages(plan: string): Pages {
  return { plan, events: [], sent: 0, seen_ms: 0, used_at: 0, outcome: null };
}

class DiskShelf implements Shelf {
  readonly isLasting: boolean = true;
  readonly #rooms: IDBPDatabase<Rooms>;

  constructor(rooms: IDBPDatabase<Rooms>) {
    this.#rooms = rooms;
  }

  async pages(plan: string): Promise<Pages | undefined> {
    const found = await this.#rooms.get("pages", plan);
    return isPages(found) ? found : undefined;
  }

  async allPages(): Promise<readonly Pages[]> {
    return (await this.#rooms.getAll("pages")).filter(isPages);
  }

  async keepPages(pages: Pages, durability: IDBTransactionDurability = "strict"): Promise<void> {
    const change = this.#rooms.transaction("pages", "readwrite", { durability });
    await Promise.all([change.store.put(pages), change.done]);
  }

  text(plan: string): Promise<KeptText | undefined> {
    return this.#rooms.get("texts", plan);
  }

  allTexts(): Promise<readonly KeptText[]> {
    return this.#rooms.getAll("texts");
  }

  async keepText(kept: KeptText): Promise<void> {
    await this.#rooms.put("texts", kept);
  }

  /** The sheet goes first: a session without its events must not look as if it could begin. */
  async forget(plan: string): Promise<void> {
    await this.#rooms.delete("texts", plan);
    await this.#rooms.delete("pages", plan);
  }

  async clear(): Promise<void> {
    await this.#rooms.clear("texts");
    await this.#rooms.clear("pages");
  }
}

/** In memory, where the browser keeps nothing: the session still runs, as long as its page is open. */
export class PageShelf implements Shelf {
  readonly isLasting: boolean = false;
  readonly #pages = new Map<string, Pages>();
  readonly #texts = new Map<string, KeptText>();

  async pages(plan: string): Promise<Pages | undefined> {
    return structuredClone(this.#pages.get(plan));
  }

  async allPages(): Promise<readonly Pages[]> {
    return structuredClone([...this.#pages.values()]);
  }

  async keepPages(pages: Pages): Promise<void> {
    this.#pages.set(pages.plan, structuredClone(pages));
  }

  async text(plan: string): Promise<KeptText | undefined> {
    return this.#texts.get(plan);
  }

  async allTexts(): Promise<readonly KeptText[]> {
    return [...this.#texts.values()];
  }

  async keepText(kept: KeptText): Promise<void> {
    this.#texts.set(kept.plan, kept);
  }

  async forget(plan: string): Promise<void> {
    this.#texts.delete(plan);
    this.#pages.delete(plan);
  }

  async clear(): Promise<void> {
    this.#texts.clear();
    this.#pages.clear();
  }
}

let opened: Promise<Shelf> | null = null;

/** The shelf of this browser; one that lasts as long as the page where the browser gives none, or not in time. */
export function openShelf(): Promise<Shelf> {
  opened ??= openOnDisk();
  return opened;
}

/** Opens it anew each time; `patience_ms` is how long a browser may take. */
export async function openOnDisk(patience_ms = PATIENCE_MS): Promise<Shelf> {
  if (!globalThis.indexedDB) return new PageShelf();
  try {
    return await Promise.race([openRooms(), afterAll(patience_ms)]);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return new PageShelf();
  }
}

async function openRooms(): Promise<Shelf> {
  const rooms = await openDB<Rooms>(NAME, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore("pages", { keyPath: "plan" });
      fresh.createObjectStore("texts", { keyPath: "plan" });
    },
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });
  return new DiskShelf(rooms);
}

function afterAll(patience_ms: number): Promise<Shelf> {
  return new Promise((resolve) => setTimeout(() => resolve(new PageShelf()), patience_ms));
}

function isPages(value: Pages | undefined): value is Pages {
  return value !== undefined && Array.isArray(value.events) && value.sent <= value.events.length;
}
