// The same recorded sessions run through Python's `replay` and must give the same record.
import { expect, test } from "vitest";
import type { CueSheet, SessionRecord } from "../types";
import type { PlayerEvent } from "./player";
import { record } from "./player";

interface Recorded {
  sheet: CueSheet;
  events: PlayerEvent[];
  record: SessionRecord;
}

const files = import.meta.glob<Recorded>("../../../tests/contract/sessions/*.json", {
  eager: true,
  import: "default",
});

test("there are recorded sessions to agree on", () => {
  expect(Object.keys(files), "tests/contract/sessions/*.json").not.toHaveLength(0);
});

for (const [file, recorded] of Object.entries(files)) {
  test(`replays ${file.split("/").at(-1)} as Python does`, () => {
    expect(record(recorded.sheet, recorded.events)).toEqual(recorded.record);
  });
}
