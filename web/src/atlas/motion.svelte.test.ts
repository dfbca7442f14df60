import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Motion } from "./motion.svelte";

vi.mock("svelte/motion", () => ({ prefersReducedMotion: { current: false } }));

const FRAME_MS = 16;
let asked: FrameRequestCallback[] = [];
let now_ms = 0;

beforeEach(() => {
  asked = [];
  now_ms = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now_ms);
  vi.stubGlobal("requestAnimationFrame", (next: FrameRequestCallback) => asked.push(next));
  vi.stubGlobal("cancelAnimationFrame", () => (asked = []));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Shows frames until none is asked for; how many it were. */
function play(most = 1000): number {
  for (let frames = 0; frames < most; frames++) {
    const next = asked.shift();
    if (!next) return frames;
    now_ms += FRAME_MS;
    next(now_ms);
  }
  return most;
}

test("a turn goes frame by frame, arrives and then rests", () => {
  const motion = new Motion();
  motion.turnTo({ yaw: 90, pitch: 10 });
  play(5);
  expect([motion.aim.yaw, motion.turn.yaw < 180, motion.turn.yaw > 90]).toEqual([90, true, true]);
  expect(play()).toBeLessThan(200);
  expect(motion.turn).toEqual({ yaw: 90, pitch: 10 });
  expect(asked).toEqual([]);
});

test("layers are peeled one beside the other, and a turn on the way is not lost", () => {
  const motion = new Motion();
  motion.peelTo("deep");
  play(3);
  motion.turnTo({ yaw: 0, pitch: 0 });
  expect(asked).toHaveLength(1);
  play();
  expect([motion.bare, motion.turn.yaw]).toEqual([{ superficial: 1, deep: 1 }, 0]);
});

test("a finger is followed at once, and what was on its way stops there", () => {
  const motion = new Motion();
  motion.turnTo({ yaw: 90, pitch: 0 });
  play(3);
  motion.hold({ yaw: 170, pitch: 5 });
  expect(motion.turn).toEqual({ yaw: 170, pitch: 5 });
  play();
  expect(motion.turn).toEqual({ yaw: 170, pitch: 5 });
});

test("it stops when it is told to, and sets off again", () => {
  const motion = new Motion();
  motion.turnTo({ yaw: 90, pitch: 0 });
  motion.stop();
  expect(play()).toBe(0);
  motion.turnTo({ yaw: 90, pitch: 0 });
  play();
  expect(motion.turn.yaw).toBe(90);
});
