// The model as it is shipped, for tests.
import content from "../../public/atlas/body.bin?inline";
import { readBody } from "./body-file";
import { buildSkin } from "./skin";

const bytes = Uint8Array.from(atob(content.slice(content.indexOf(",") + 1)), (one) => one.charCodeAt(0));

export const FILE = readBody(bytes.buffer);
export const SKIN = buildSkin(FILE);
