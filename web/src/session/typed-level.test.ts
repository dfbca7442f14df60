import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TypedLevel } from "./typed-level";

const told: number[] = [];
let typed: TypedLevel;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  typed = new TypedLevel((level) => told.push(level));
});

afterEach(() => vi.useRealTimers());

test("a one and a nought are ten, and nothing else is told", () => {
  typed.take(1);
  typed.take(0);
  vi.runAllTimers();
  expect(told).toEqual([10]);
});

test("a one is a one once nothing has come after it for a moment", () => {
  typed.take(1);
  vi.advanceTimersByTime(699);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  typed.take(0);
  expect(told).toEqual([1, 0]);
});

test("every other figure is told at once, a one before it first", () => {
  typed.take(7);
  typed.take(1);
  typed.take(4);
  vi.runAllTimers();
  expect(told).toEqual([7, 1, 4]);
});

test("a one that is typed twice is told twice", () => {
  typed.take(1);
  typed.take(1);
  vi.runAllTimers();
  expect(told).toEqual([1, 1]);
});

test("a one that was forgotten is never told", () => {
  typed.take(1);
  typed.forget();
  vi.runAllTimers();
  expect(told).toEqual([]);
});
