import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hasWords, readWords, t, tAttr } from "./words";

const complaints = vi.spyOn(console, "error").mockImplementation(() => {});

beforeEach(() => {
  readWords(`
hold = { $side ->
    [left] Left shoulder
   *[right] Right shoulder
}, { $seconds } seconds
question-age = How old are you?
    .hint = It matters.
`);
});

afterEach(() => complaints.mockClear());

test("a message is said with its arguments", () => {
  expect(t("hold", { side: "left", seconds: 45 })).toBe("Left shoulder, 45 seconds");
});

test("an attribute is said", () => {
  expect(tAttr("question-age", "hint")).toBe("It matters.");
});

test("a missing message shows its id and is complained of", () => {
  expect(t("no-such-message")).toBe("no-such-message");
  expect(complaints).toHaveBeenCalledWith("words: no words for no-such-message");
});

test("a missing attribute shows the id of both", () => {
  expect(tAttr("hold", "hint")).toBe("hold.hint");
});

test("a missing argument is complained of", () => {
  t("hold", { side: "left" });
  expect(complaints).toHaveBeenCalledOnce();
});

test("whether there are words can be asked without a complaint", () => {
  expect([
    hasWords("hold"),
    hasWords("hold", "hint"),
    hasWords("question-age", "hint"),
    hasWords("none"),
  ]).toEqual([true, false, true, false]);
  expect(complaints).not.toHaveBeenCalled();
});
