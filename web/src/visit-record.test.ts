import { expect, test } from "vitest";
import { blankVisit, readVisit, toldIn, writeVisit } from "./visit-record";

test("a visit that was written is read back as it was", () => {
  const visit = {
    ...blankVisit(),
    asked: ["age"],
    given: { age: 35 },
    drawing: { neck_post_R: 4 },
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
