import { describe, expect, test } from "vitest";
import { canonical, type Guidance } from "./guidance";
import { fingerprintOf, keyFrom, signed } from "./signing";

// The same files that tests/contract/test_guidance.py reads: what is signed here is what Python verifies.

interface Recorded {
  readonly secret_hex: string;
  readonly guidance: Guidance;
  readonly fingerprint: string;
  readonly file: { readonly payload: string; readonly public_key: string; readonly signature: string };
}

const FILES = import.meta.glob<Recorded>("../../../tests/contract/guidance/*.json", {
  eager: true,
  import: "default",
});

test("there are recorded files to agree on", () => {
  expect(Object.keys(FILES)).not.toHaveLength(0);
});

describe.each(Object.entries(FILES))("%s", (_, recorded) => {
  const secret = Uint8Array.from(recorded.secret_hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

  test("the canonical form of what is written is what was signed", () => {
    expect(canonical(recorded.guidance)).toBe(recorded.file.payload);
  });

  test("the same key signs it in the same way", async () => {
    const file = JSON.parse(await signed(recorded.guidance, await keyFrom(secret)));
    expect(file).toEqual(recorded.file);
  });

  test("the number of the key is the same", async () => {
    expect(await fingerprintOf(recorded.file.public_key)).toBe(recorded.fingerprint);
  });
});
