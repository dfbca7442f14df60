// The model as it is shipped, for tests.
import { readFileSync } from "node:fs";
import { type BodyFile, readBody } from "./body-file";
import { buildSkin } from "./skin";

export function shippedBody(): BodyFile {
  const bytes = readFileSync(new URL("../../public/atlas/body.bin", import.meta.url));
  return readBody(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

export const FILE = shippedBody();
export const SKIN = buildSkin(FILE);
