import { expect, test } from "vitest";
import type { DrawnPain } from "./map/drawing";
import { blankVisit, readVisit, toldIn, writeVisit } from "./visit-record";

const PAIN: DrawnPain = { places: ["neck_post_R"], strength: 4, kind: "ache", since: null, dabs: [[12, 15]] };

test("a visit that was written is read back as it was", () => {
  const visit = {
    ...blankVisit(),
    asked: ["age"],
    given: { age: 35 },
    drawing: { neck_post_R: 4 },
    pains: [PAIN],
  };
  expect(readVisit(writeVisit(visit))).toEqual(visit);
});

test.each([null, "", "not json", "[]", "7", '{"asked":[]}', '{"of":"another version"}'])(
  "%s begins a blank visit",
  (written) => {
    expect(readVisit(written)).toEqual(blankVisit());
  },
);

test("only the answers on the way here count", () => {
  const visit = { ...blankVisit(), asked: ["age"], given: { age: 35, skin: ["none"] } };
  expect(toldIn(visit)).toEqual({ answers: { age: 35 }, asking_for: "oneself", words: "" });
});
