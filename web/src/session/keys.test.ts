import { expect, test } from "vitest";
import { keyWish } from "./keys";

const once = (key: string) => ({ key, repeat: false });
const held = (key: string) => ({ key, repeat: true });

test.each(["Escape", "s", "S"])("%s stops, wherever the focus is, also while it is held", (key) => {
  expect([
    keyWish(once(key), true, "playing"),
    keyWish(once(key), false, "paused"),
    keyWish(held(key), false, "playing"),
  ]).toEqual(["stop", "stop", "stop"]);
});

test("space pauses and goes on, but belongs to a button that has the focus, and counts once while it is held", () => {
  expect([
    keyWish(once(" "), false, "playing"),
    keyWish(once(" "), false, "paused"),
    keyWish(once(" "), true, "playing"),
    keyWish(held(" "), false, "playing"),
  ]).toEqual(["pause", "resume", null, null]);
});

test.each(["q", "ä", "Backspace", "Delete", "Insert", "."])(
  "a key that means nothing else pauses: %s",
  (key) => {
    expect([
      keyWish(once(key), false, "playing"),
      keyWish(held(key), true, "playing"),
      keyWish(once(key), false, "paused"),
    ]).toEqual(["pause", "pause", null]);
  },
);

test("a turn has its letter and a level its digit, while it plays and while it is paused", () => {
  const turns = { n: "next", w: "swap", a: "repeat", e: "ease", x: "too-sore", k: "skip", K: "skip" };
  for (const [key, turn] of Object.entries(turns))
    expect([keyWish(once(key), false, "playing"), keyWish(once(key), true, "paused")]).toEqual([
      { turn },
      { turn },
    ]);
  const levels = { "0": 0, "7": 7, t: 10, T: 10 };
  for (const [key, level] of Object.entries(levels))
    expect(keyWish(once(key), false, "playing")).toEqual({ level });
});

test.each(["k", "a", "2", "t"])("a hand that rests on %s takes its turn once", (key) => {
  expect(keyWish(held(key), false, "playing")).toBeNull();
});

test.each(["k", "x", "5", "q"])("before it is begun %s means nothing", (key) => {
  expect(keyWish(once(key), false, "ready")).toBeNull();
});

test.each(["Tab", "Enter", "ArrowLeft", "Shift", "AudioVolumeUp", "F5", "MediaPlayPause"])(
  "a key that moves, modifies or belongs to the system does nothing: %s",
  (key) => {
    expect(keyWish(once(key), false, "playing")).toBeNull();
  },
);
