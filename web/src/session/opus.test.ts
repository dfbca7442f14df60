import { expect, test } from "vitest";
import { oggOf } from "./opus";

const HEAD = new Uint8Array([...new TextEncoder().encode("OpusHead"), 1, 1, 56, 1, 192, 93, 0, 0, 0, 0, 0]);
const packet = (length: number) => ({ bytes: new Uint8Array(length).fill(7), granules: 960 });

interface Page {
  kind: number;
  granule: number;
  number: number;
  packets: number[];
}

/** Reads an Ogg file as its format says, and refuses what does not add up. */
async function pagesOf(file: Blob): Promise<Page[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const pages: Page[] = [];
  let at = 0;
  while (at < bytes.length) {
    expect(String.fromCharCode(...bytes.slice(at, at + 4))).toBe("OggS");
    const laces = bytes.slice(at + 27, at + 27 + (bytes[at + 26] ?? 0));
    const packets = [0];
    for (const lace of laces) {
      packets[packets.length - 1] = (packets.at(-1) ?? 0) + lace;
      if (lace < 255) packets.push(0);
    }
    const granule = Number(view.getBigUint64(at + 6, true));
    pages.push({
      kind: bytes[at + 5] ?? 0,
      granule,
      number: view.getUint32(at + 18, true),
      packets: packets.slice(0, -1),
    });
    at += 27 + laces.length + laces.reduce((sum, lace) => sum + lace, 0);
  }
  expect(at).toBe(bytes.length);
  return pages;
}

test("a file says who it is, what it is called, and ends at the very last sample", async () => {
  const packets = Array.from({ length: 60 }, () => packet(100));
  const pages = await pagesOf(oggOf(packets, HEAD, 59.5 * 960));
  expect(pages.map(({ kind, granule, number }) => [kind, granule, number])).toEqual([
    [2, 0, 0],
    [0, 0, 1],
    [0, 50 * 960, 2],
    [4, 59.5 * 960 + 312, 3],
  ]);
  expect(pages.flatMap((page) => page.packets).slice(2)).toEqual(packets.map(({ bytes }) => bytes.length));
});

test("packets of a whole number of laces, and long ones, keep their length", async () => {
  const lengths = [0, 1, 254, 255, 256, 510, 1275];
  const pages = await pagesOf(oggOf(lengths.map(packet), HEAD, 960));
  expect(pages.at(-1)?.packets).toEqual(lengths);
});
