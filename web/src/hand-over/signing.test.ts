import { describe, expect, test } from "vitest";
import { newKey, openKey, sealKey } from "./signing";

const PASSPHRASE = "a long and quiet river";

describe("the file that keeps a key", () => {
  test("its passphrase opens it", async () => {
    const key = await newKey();
    const file = JSON.stringify(await sealKey(key, PASSPHRASE));
    expect(file).not.toContain("secret");
    expect(await openKey(file, PASSPHRASE)).toEqual(key);
  });

  test("another passphrase does not", async () => {
    const file = JSON.stringify(await sealKey(await newKey(), PASSPHRASE));
    await expect(openKey(file, `${PASSPHRASE}!`)).rejects.toThrow("key-wrong");
  });

  test("a passphrase of eleven characters is too short, one of twelve is not", async () => {
    const key = await newKey();
    await expect(sealKey(key, "x".repeat(11))).rejects.toThrow("key-short");
    expect((await sealKey(key, "x".repeat(12))).public_key).toBe(key.publicKey);
  });

  test("a key that was put into the file of another is refused", async () => {
    const file = await sealKey(await newKey(), PASSPHRASE);
    const swapped = { ...file, public_key: (await newKey()).publicKey };
    await expect(openKey(JSON.stringify(swapped), PASSPHRASE)).rejects.toThrow("key-not-ours");
  });

  test.each(["", "{", "[]", "null", '{"format":"unknot-key","version":1}', '{"format":"unknot-events"}'])(
    "%s is no key file",
    async (text) => {
      await expect(openKey(text, PASSPHRASE)).rejects.toThrow("key-not-ours");
    },
  );

  test("a damaged file is not blamed on the passphrase", async () => {
    const file = { ...(await sealKey(await newKey(), PASSPHRASE)), salt: "%%%" };
    await expect(openKey(JSON.stringify(file), PASSPHRASE)).rejects.toThrow("key-not-ours");
  });

  test("a file that asks for work without end is no key file", async () => {
    const file = { ...(await sealKey(await newKey(), PASSPHRASE)), iterations: 1e12 };
    await expect(openKey(JSON.stringify(file), PASSPHRASE)).rejects.toThrow("key-not-ours");
  });
});
