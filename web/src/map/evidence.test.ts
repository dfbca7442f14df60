import { expect, test } from "vitest";
import type { Candidate, View, ViewName } from "../types";
import { evidenceOf, viewsCovering } from "./evidence";

const view = (...ids: readonly string[]) =>
  ({ regions: ids.map((id) => ({ id, side: "right", path: "M0 0", label_at: [0, 0] })) }) as unknown as View;

const VIEWS: Readonly<Record<ViewName, View>> = {
  back: view("occiput", "shoulder_top"),
  left: view(),
  right: view("temple"),
  front: view("temple", "clavicle"),
  arms: view(),
};

test("every place says one thing of a candidate, and what was marked counts before what was expected", () => {
  const candidate = {
    marks_for: ["temple_R"],
    marks_against: ["clavicle_R"],
    not_marked: ["temple_R", "occiput_R"],
  } as unknown as Candidate;
  expect(Object.fromEntries(evidenceOf(candidate))).toEqual({
    temple_R: "for",
    clavicle_R: "against",
    occiput_R: "missing",
  });
});

test("as few views are shown as show every place", () => {
  expect(viewsCovering(VIEWS, ["shoulder_top_R"])).toEqual(["back"]);
  expect(viewsCovering(VIEWS, ["temple_R", "clavicle_R", "occiput_R"])).toEqual(["front", "back"]);
});

test("a place that no view shows asks for none", () => {
  expect(viewsCovering(VIEWS, ["nowhere"])).toEqual([]);
});
