import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { blankPages, openOnDisk, PageShelf, type Pages, type Shelf } from "./shelf";

afterEach(() => vi.unstubAllGlobals());

const PAGES: Pages = {
  ...blankPages("one"),
  events: [{ id: "a", seq: 0, event: { kind: "start", at_ms: 0, feeling: null } }],
  seen_ms: 4200,
};
const TEXT = { plan: "one", text: "{}", digest: "d", kept_at: 7 };

const shelves: Record<string, () => Promise<Shelf>> = {
  "on disk": async () => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    return openOnDisk();
  },
  "in the page": async () => new PageShelf(),
};

for (const [name, open] of Object.entries(shelves)) {
  test(`${name}: what was put there is found, each session by itself`, async () => {
    const shelf = await open();
    await shelf.keepPages(PAGES);
    await shelf.keepText(TEXT);
    expect(await shelf.pages("one")).toEqual(PAGES);
    expect(await shelf.text("one")).toEqual(TEXT);
    expect([await shelf.pages("two"), await shelf.text("two")]).toEqual([undefined, undefined]);
    expect([await shelf.allPages(), await shelf.allTexts()]).toEqual([[PAGES], [TEXT]]);
  });

  test(`${name}: a session that is forgotten leaves nothing`, async () => {
    const shelf = await open();
    await shelf.keepPages(PAGES);
    await shelf.keepText(TEXT);
    await shelf.forget("one");
    expect([await shelf.allPages(), await shelf.allTexts()]).toEqual([[], []]);
  });

  test(`${name}: erasing leaves nothing`, async () => {
    const shelf = await open();
    await shelf.keepPages(PAGES);
    await shelf.keepText(TEXT);
    await shelf.clear();
    expect([await shelf.allPages(), await shelf.allTexts()]).toEqual([[], []]);
  });
}

test("what was put on disk is there for the next page", async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  await (await openOnDisk()).keepPages(PAGES);
  expect(await (await openOnDisk()).pages("one")).toEqual(PAGES);
});

test("pages that another version wrote in another shape are not taken for events", async () => {
  const shelf = await shelves["on disk"]?.();
  await shelf?.keepPages({ ...PAGES, sent: 9 });
  expect(await shelf?.pages("one")).toBeUndefined();
});

test("without a database, or with one that is refused, everything stays in the page", async () => {
  vi.stubGlobal("indexedDB", undefined);
  expect((await openOnDisk()).isLasting).toBe(false);
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("private", "SecurityError");
    },
  });
  expect((await openOnDisk()).isLasting).toBe(false);
});

test("a database that never opens is not waited for", async () => {
  vi.stubGlobal("indexedDB", { open: () => new IDBOpenDBRequest() });
  expect((await openOnDisk(10)).isLasting).toBe(false);
});
