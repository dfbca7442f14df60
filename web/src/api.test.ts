import { afterEach, expect, test, vi } from "vitest";
import { api, Problem, problemFrom, UNSPECIFIC_PROBLEM, Unreachable } from "./api";

afterEach(() => vi.unstubAllGlobals());

function serverAnswers(response: () => Promise<Response>) {
  const fetched = vi.fn<typeof fetch>(response);
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

test("a problem keeps its sentence, its field and what the sentence needs", () => {
  const body = {
    type: "about:blank",
    status: 400,
    message: "input-minutes",
    details: { shortest: 3 },
    field: "minutes",
  };
  expect(problemFrom(400, body)).toMatchObject({
    status: 400,
    messageId: "input-minutes",
    details: { shortest: 3 },
    field: "minutes",
  });
});

test.each([null, "<html>", [], { message: 7 }])(
  "%j as the body is a problem without a sentence of its own",
  (body) => {
    expect(problemFrom(500, body)).toMatchObject({ messageId: UNSPECIFIC_PROBLEM, details: {}, field: null });
  },
);

test("a detail that cannot be said is left out", () => {
  expect(problemFrom(400, { message: "m", details: { good: "yes", bad: { deep: 1 } } }).details).toEqual({
    good: "yes",
  });
});

test("what is sent carries the header that a page elsewhere cannot send", async () => {
  const fetched = serverAnswers(async () =>
    Response.json({ kind: "needs-answers", missing: [], rules: "r" }),
  );
  await api.screen({ answers: { age: "unsure" }, asking_for: "oneself", words: "" });
  expect(fetched).toHaveBeenCalledWith("/api/screen", {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json", "X-Unknot": "1" },
    body: '{"answers":{"age":"unsure"},"asking_for":"oneself","words":""}',
  });
});

test("a file to import is sent as it is", async () => {
  const fetched = serverAnswers(async () => Response.json({ added: 1, known: 0 }));
  await api.import('{"a": 1}');
  expect(fetched.mock.calls[0]?.[1]?.body).toBe('{"a": 1}');
});

test("an answer that is not a success throws its problem", async () => {
  serverAnswers(async () => Response.json({ message: "plan-refused" }, { status: 409 }));
  await expect(api.home()).rejects.toEqual(new Problem(409, "plan-refused", {}, null));
});

test("an error page without JSON throws a problem too", async () => {
  serverAnswers(async () => new Response("<html>", { status: 500 }));
  await expect(api.home()).rejects.toMatchObject({ status: 500, messageId: UNSPECIFIC_PROBLEM });
});

test("no answer at all is a server that cannot be reached", async () => {
  serverAnswers(() => Promise.reject(new TypeError("Failed to fetch")));
  await expect(api.home()).rejects.toBeInstanceOf(Unreachable);
});
