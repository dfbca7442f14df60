import { expect, test } from "vitest";
import { keyWish } from "./keys";

const PLAYING = true;
const PAUSED = false;

test.each(["Escape", "s", "S"])("%s stops, wherever the focus is", (key) => {
  expect([keyWish(key, true, PLAYING), keyWish(key, false, PAUSED)]).toEqual(["stop", "stop"]);
});

test("space pauses and goes on, but belongs to a button that has the focus", () => {
  expect([keyWish(" ", false, PLAYING), keyWish(" ", false, PAUSED), keyWish(" ", true, PLAYING)]).toEqual([
    "pause",
    "resume",
    null,
  ]);
});

test.each(["a", "7", "ä", "Backspace", "Delete", "Insert", "."])("any other key pauses: %s", (key) => {
  expect([keyWish(key, false, PLAYING), keyWish(key, true, PLAYING)]).toEqual(["pause", "pause"]);
});

test.each(["a", "7", "Backspace"])("no such key goes on: %s", (key) => {
  expect(keyWish(key, false, PAUSED)).toBeNull();
});

test.each(["Tab", "Enter", "ArrowLeft", "Shift", "AudioVolumeUp", "F5", "MediaPlayPause"])(
  "a key that moves, modifies or belongs to the system does nothing: %s",
  (key) => {
    expect(keyWish(key, false, PLAYING)).toBeNull();
  },
);
