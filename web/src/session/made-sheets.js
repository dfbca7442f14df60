// Runs the maker of cue sheets (tests/contract/sheets.py), for a test. Plain JavaScript: the page's types know no Node.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const ENOUGH_BYTES = 2_000_000_000;

export function madeSheets(seed, good, spoiled) {
  const python = [`${ROOT}.venv/bin/python`, `${ROOT}.venv/Scripts/python.exe`].find((file) =>
    existsSync(file),
  );
  if (!python) throw new Error("There is no .venv here. Run python3 x.py test, which makes it.");
  const given = ["-m", "tests.contract.sheets", String(seed), String(good), String(spoiled)];
  const options = { cwd: ROOT, encoding: "utf8", maxBuffer: ENOUGH_BYTES };
  return execFileSync(python, given, options).trim().split("\n");
}
