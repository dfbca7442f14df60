import { expect, test } from "vitest";
import { nameOnce } from "./bones";

const bone = (name: string, y: number) => ({ name, x: 0, y });
const named = (...bones: ReturnType<typeof bone>[]) =>
  nameOnce(bones)
    .filter(({ isNamed }) => isNamed)
    .map(({ name }) => name);

test("a bone that is seen on both sides is named once, by turns right and left", () => {
  expect(
    named(bone("mastoid_L", 10), bone("mastoid_R", 10), bone("acromion_L", 50), bone("acromion_R", 50)),
  ).toEqual(["mastoid_R", "acromion_L"]);
});

test("a bone on the midline, or seen on one side only, is always named", () => {
  expect(named(bone("c7", 10), bone("mastoid_L", 20))).toEqual(["c7", "mastoid_L"]);
});
