import { describe, expect, test } from "vitest";
import { admitted, routeOf } from "./route";
import type { Stopped, Tier } from "./types";

function stopped(tier: Tier): Stopped {
  return { kind: "stopped", tier, fired: [], rules: "r1", may_be_worse: [] };
}

describe("an address names its screen", () => {
  test.each([
    ["", { name: "home" }],
    ["#/", { name: "home" }],
    ["#/check-in", { name: "check-in" }],
    ["#/knots", { name: "knots" }],
    ["#/knot", { name: "knot" }],
    ["#/session/0198-a", { name: "session", plan: "0198-a" }],
    ["#/after/0198-a", { name: "after", plan: "0198-a" }],
  ])("%s", (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });

  test.each([
    "#/session",
    "#/session/",
    "#/session/a/b",
    "#/session/%2e%2e",
    "#/knots/1",
    "#/no-such-screen",
  ])("%s names none, so it is home", (hash) => {
    expect(routeOf(hash)).toEqual({ name: "home" });
  });
});

describe("a stopped visit has no way on to a session", () => {
  test.each(["check-in", "where", "feel", "plan"] as const)(
    "an emergency turns %s into the emergency screen",
    (name) => {
      expect(admitted({ name }, stopped("emergency-now"))).toEqual({ name: "emergency" });
    },
  );

  test("nor does an address that names a plan", () => {
    expect(admitted({ name: "session", plan: "p" }, stopped("emergency-now"))).toEqual({ name: "emergency" });
  });

  test.each(["same-day", "within-days", "routine"] as const)(
    "%s leads to the verdict in the check-in",
    (tier) => {
      expect(admitted({ name: "plan" }, stopped(tier))).toEqual({ name: "check-in" });
    },
  );

  test("what is no way to a session stays open", () => {
    expect(admitted({ name: "data" }, stopped("emergency-now"))).toEqual({ name: "data" });
  });

  test("a visit that was not stopped goes where it wants", () => {
    expect(admitted({ name: "plan" }, null)).toEqual({ name: "plan" });
  });
});
