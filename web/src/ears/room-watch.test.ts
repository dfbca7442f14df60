import { expect, test } from "vitest";
import { enrolled } from "../../tests/hearing/speaker";
import { BANDS, HOP_MS } from "./features";
import type { Room } from "./odds";
import { isTooLoudFor, RoomWatch } from "./room-watch";

const KNOWN = enrolled();
const SECOND = 1000 / HOP_MS;

/** A room so many decibels below the loudest moment of a word, in each band. */
function roomAt(below_db: number, sways_db: number): Room {
  return {
    usual_db: new Float32Array(BANDS).fill(KNOWN.level_db - below_db),
    sways_db: new Float32Array(BANDS).fill(sways_db),
  };
}
const QUIET = roomAt(55, 2);
const LOUD = roomAt(5, 2);

function watchedFor(seconds: number, room: Room | null, watch = new RoomWatch(KNOWN)): RoomWatch {
  for (let frame = 0; frame < seconds * SECOND; frame++) watch.take(() => room);
  return watch;
}

test("a quiet room is not too loud, one nearly as loud as the word is", () => {
  expect([QUIET, LOUD].map((room) => isTooLoudFor(KNOWN, room))).toEqual([false, true]);
});

test("where others talk it is too loud sooner than where it hums", () => {
  const first = (sways_db: number) =>
    [55, 50, 45, 40, 35, 30, 25, 20, 15, 10, 5].find((db) => isTooLoudFor(KNOWN, roomAt(db, sways_db)));
  expect(first(9)).toBeGreaterThan(first(2) as number);
});

test("it is told when it has lasted, not sooner, and taken back when it is over", () => {
  expect(watchedFor(7, LOUD).isTooLoud).toBe(false);
  const watch = watchedFor(8, LOUD);
  expect(watch.isTooLoud).toBe(true);
  expect(watchedFor(3, QUIET, watch).isTooLoud).toBe(true);
  expect(watchedFor(1, QUIET, watch).isTooLoud).toBe(false);
});

test("a sentence that is over sooner is not told, however often it comes", () => {
  const watch = new RoomWatch(KNOWN);
  for (let turn = 0; turn < 5; turn++) watchedFor(1, QUIET, watchedFor(7, LOUD, watch));
  expect(watch.isTooLoud).toBe(false);
});

test("what is not known yet is not too loud", () => {
  expect(watchedFor(20, null).isTooLoud).toBe(false);
});
