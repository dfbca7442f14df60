import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Problem, Unreachable } from "./api";
import { attempt, retry, waiting } from "./attempt.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function answersAfter(failures: number) {
  let left = failures;
  return vi.fn(async () => {
    left -= 1;
    if (left >= 0) throw new Unreachable("/api/home");
    return "home";
  });
}

test("an answer is given on", async () => {
  await expect(attempt(answersAfter(0))).resolves.toBe("home");
});

test("while the server is gone the request waits, and is sent again by itself", async () => {
  const request = answersAfter(2);
  const answer = attempt(request);
  await vi.advanceTimersByTimeAsync(0);
  expect(waiting.requests).toBe(1);
  await vi.runAllTimersAsync();
  await expect(answer).resolves.toBe("home");
  expect(request).toHaveBeenCalledTimes(3);
  expect(waiting.requests).toBe(0);
});

test("the person can have it sent again at once", async () => {
  const answer = attempt(answersAfter(1));
  await vi.advanceTimersByTimeAsync(0);
  retry();
  await expect(answer).resolves.toBe("home");
  expect(vi.getTimerCount()).toBe(0);
});

test("a problem is not a server that is gone: it is thrown", async () => {
  const problem = new Problem(409, "plan-refused", {}, null);
  await expect(attempt(() => Promise.reject(problem))).rejects.toBe(problem);
  expect(waiting.requests).toBe(0);
});
