import { expect, test } from "vitest";
import { COMMANDS, type Command } from "../ears/commands";
import type { Heard } from "../ears/listener";
import { obey, type SpokenWish, spokenWish } from "./spoken";

const said = (command: Command): Heard => ({ kind: "command", command, frames: 40 });
const PLAYING = { isPaused: false, speaks: false };
const PAUSED = { isPaused: true, speaks: false };
const OVER_OUR_VOICE = { isPaused: false, speaks: true };

test("while it plays each command is the press of its button", () => {
  expect(COMMANDS.map((command) => spokenWish(said(command), PLAYING))).toEqual([
    "stop",
    "pause",
    null,
    "ease",
    "next",
    "again",
    "tell",
  ]);
});

test("only a pause can go on", () => {
  expect([spokenWish(said("go-on"), PLAYING), spokenWish(said("go-on"), PAUSED)]).toEqual([null, "resume"]);
});

test("over our own voice only what stops or pauses counts", () => {
  expect(COMMANDS.map((command) => spokenWish(said(command), OVER_OUR_VOICE))).toEqual([
    "stop",
    "pause",
    ...Array(5).fill(null),
  ]);
  expect(spokenWish({ kind: "shout" }, OVER_OUR_VOICE)).toBe("pause");
  expect(spokenWish({ kind: "clap" }, OVER_OUR_VOICE)).toBe("pause");
});

test("a shout and a clap pause and never go on", () => {
  for (const kind of ["shout", "clap"] as const)
    expect([spokenWish({ kind }, PLAYING), spokenWish({ kind }, PAUSED)]).toEqual(["pause", null]);
});

test("what is not understood does nothing", () => {
  expect(spokenWish({ kind: "unknown" }, PLAYING)).toBeNull();
});

test("a wish is one press", () => {
  const done: string[] = [];
  const session = {
    stop: () => void done.push("stop"),
    pause: () => void done.push("pause"),
    play: async () => void done.push("play"),
    ease: () => void done.push("ease"),
    next: () => void done.push("next"),
    again: () => void done.push("again"),
  };
  const wishes: SpokenWish[] = ["stop", "pause", "resume", "ease", "next", "again", "tell"];
  for (const wish of wishes) obey(wish, session, () => done.push("tell"));
  expect(done).toEqual(["stop", "pause", "play", "ease", "next", "again", "tell"]);
});
