import { expect, test } from "vitest";
import { COMMANDS, type Command } from "../ears/commands";
import type { Heard } from "../ears/listener";
import { obey, type SpokenWish, spokenWish } from "./spoken";

const said = (command: Command): Heard => ({ kind: "command", command, unlike: 1, margin: 2, frames: 40 });
const PLAYING = { isPaused: false, speaks: false };
const PAUSED = { isPaused: true, speaks: false };
const OVER_OUR_VOICE = { isPaused: false, speaks: true };

test("while it plays each command is the press of its button", () => {
  expect(COMMANDS.map((command) => spokenWish(said(command), PLAYING))).toEqual([
    "stop",
    "pause",
    null,
    "ease",
    "skip",
    "repeat",
    "tell",
  ]);
});

test("only a pause can go on", () => {
  expect([spokenWish(said("go-on"), PLAYING), spokenWish(said("go-on"), PAUSED)]).toEqual([null, "resume"]);
});

test("over our own voice only stop, a shout and a clap count", () => {
  expect(COMMANDS.map((command) => spokenWish(said(command), OVER_OUR_VOICE))).toEqual([
    "stop",
    ...Array(6).fill(null),
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

test("a wish is one press, and a player that cannot repeat says so", () => {
  const done: string[] = [];
  const session = {
    stop: () => void done.push("stop"),
    pause: () => void done.push("pause"),
    play: async () => void done.push("play"),
    ease: () => void done.push("ease"),
    skip: () => void done.push("skip"),
  };
  const wishes: SpokenWish[] = ["stop", "pause", "resume", "ease", "skip", "repeat", "tell"];
  const obeyed = wishes.map((wish) => obey(wish, session, () => done.push("tell")));
  expect(done).toEqual(["stop", "pause", "play", "ease", "skip", "tell"]);
  expect(obeyed).toEqual([true, true, true, true, true, false, true]);
});
