import { getPublicKeyAsync, signAsync, utils } from "@noble/ed25519";
import { canonical, type Guidance } from "./guidance";

// Signing as Python verifies it (src/unknot/handing/signed.py), and the file in which a professional keeps a key.

const SIGNED_BEFORE = "unknot-guidance-1\n";
const FINGERPRINT_DIGITS = 24;
const ITERATIONS = 600_000;
const SHORTEST_PASSPHRASE = 12;

type Bytes = Uint8Array<ArrayBuffer>;

export interface Key {
  readonly secret: Bytes;
  readonly publicKey: string;
  readonly fingerprint: string;
}

/** A key that only a passphrase opens: PBKDF2 and AES-GCM. */
export interface KeyFile {
  readonly format: "unknot-key";
  readonly version: 1;
  readonly public_key: string;
  readonly iterations: number;
  readonly salt: string;
  readonly iv: string;
  readonly sealed: string;
}

/** Why a key cannot be had, as the id of the sentence that says so. */
export class NoKey extends Error {
  override readonly name = "NoKey";
}

/** A key of its own secret of 32 bytes. */
export async function keyFrom(secret: Bytes): Promise<Key> {
  const publicKey = base64url(await getPublicKeyAsync(secret));
  return { secret, publicKey, fingerprint: await fingerprintOf(publicKey) };
}

/** A new key, by chance. */
export function newKey(): Promise<Key> {
  return keyFrom(new Uint8Array(utils.randomSecretKey()));
}

/** A key as a number that two people can read to each other: six groups of four digits. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf(publicKey)));
  const whole = digest.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const digits = `${whole % 10n ** BigInt(FINGERPRINT_DIGITS)}`.padStart(FINGERPRINT_DIGITS, "0");
  return (digits.match(/.{4}/g) ?? []).join(" ");
}

/** The text of the file that goes back: the payload exactly as it was signed. */
export async function signed(guidance: Guidance, key: Key): Promise<string> {
  const payload = canonical(guidance);
  const signature = await signAsync(utf8(SIGNED_BEFORE + payload), key.secret);
  const file = {
    format: "unknot-signed-guidance",
    version: 1,
    payload,
    public_key: key.publicKey,
    signature: base64url(signature),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The file that keeps a key. Throws `NoKey` for a passphrase that is too short. */
export async function sealKey(key: Key, passphrase: string): Promise<KeyFile> {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) throw new NoKey("key-short");
  const [salt, iv] = [random(16), random(12)];
  const locked = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv },
    await lockOf(passphrase, salt, ITERATIONS),
    key.secret,
  );
  return {
    format: "unknot-key",
    version: 1,
    public_key: key.publicKey,
    iterations: ITERATIONS,
    salt: base64url(salt),
    iv: base64url(iv),
    sealed: base64url(new Uint8Array(locked)),
  };
}

/** The key in a file. Throws `NoKey`: it is no key file, or the passphrase does not open it. */
export async function openKey(text: string, passphrase: string): Promise<Key> {
  const file = keyFileIn(text);
  const [salt, iv, sealed] = [file.salt, file.iv, file.sealed].map(keptBytes) as [Bytes, Bytes, Bytes];
  let secret: ArrayBuffer;
  try {
    secret = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv },
      await lockOf(passphrase, salt, file.iterations),
      sealed,
    );
  } catch (cause) {
    throw new NoKey("key-wrong", { cause });
  }
  const key = await keyFrom(new Uint8Array(secret));
  if (key.publicKey !== file.public_key) throw new NoKey("key-not-ours");
  return key;
}

/** 16 random bytes in hexadecimal, to tell one guidance from another. */
export function newGuidanceId(): string {
  return [...random(16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

export function bytesOf(text: string): Bytes {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** What a key file holds as text. Throws `NoKey`: it was damaged, and no passphrase is to blame. */
function keptBytes(text: string): Bytes {
  try {
    return bytesOf(text);
  } catch (cause) {
    throw new NoKey("key-not-ours", { cause });
  }
}

function keyFileIn(text: string): KeyFile {
  try {
    const file: Partial<KeyFile> = JSON.parse(text);
    const texts = [file.public_key, file.salt, file.iv, file.sealed];
    const isOurs =
      file.format === "unknot-key" && file.version === 1 && texts.every((one) => typeof one === "string");
    if (isOurs && Number.isSafeInteger(file.iterations) && (file.iterations ?? 0) <= 10_000_000)
      return file as KeyFile;
  } catch (cause) {
    throw new NoKey("key-not-ours", { cause });
  }
  throw new NoKey("key-not-ours");
}

async function lockOf(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const typed = utf8(passphrase.normalize("NFKC"));
  const raw = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
