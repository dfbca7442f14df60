// What is scheduled on the audio clock, and what of it still comes when the rest is scheduled anew.
import { beforeEach, expect, test } from "vitest";
import { Chimes, type Sounding } from "./sound";

/** Something that sounds, and when it begins and was told to stop. */
class FakeSource {
  buffer: AudioBuffer | null = null;
  onended: (() => void) | null = null;
  frequency = { value: 0 };
  offset = { value: 0 };
  begins = 0;
  stops = Number.POSITIVE_INFINITY;
  connect = (to: unknown) => to;
  start = (at: number) => {
    this.begins = at;
  };
  stop = (at: number) => {
    this.stops = at;
  };
}

class FakeContext {
  currentTime = 0;
  destination = {};
  readonly sources: FakeSource[] = [];
  #source = () => {
    const source = new FakeSource();
    this.sources.push(source);
    return source;
  };
  createBufferSource = this.#source;
  createOscillator = this.#source;
  createConstantSource = this.#source;
  createGain() {
    const steps = { value: 1, setValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} };
    return { gain: steps, connect: (to: unknown) => to, disconnect: () => {} };
  }
}

const clip = { duration: 2 } as AudioBuffer;
const sentence = (at_ms: number, line_ms: number): Sounding => ({ at_ms, clip, line_ms });
let context: FakeContext;
let chimes: Chimes;

/** When each clip begins that is still to be heard or heard already. */
function clipsToCome(): number[] {
  return context.sources
    .filter(({ buffer, begins, stops }) => buffer && stops > begins)
    .map(({ begins }) => begins);
}

beforeEach(() => {
  context = new FakeContext();
  chimes = new Chimes(context as unknown as BaseAudioContext, 1);
});

test("a line that has begun is said to its last sentence, and the next line waits to be scheduled anew", () => {
  chimes.schedule([sentence(0, 0), sentence(3000, 0), sentence(9000, 9000)], (at_ms) => at_ms / 1000);
  context.currentTime = 1;
  chimes.forgetPending();
  expect(clipsToCome()).toEqual([0, 3]);
});

test("a tone that has not begun is forgotten, though a line is being said", () => {
  chimes.schedule([sentence(0, 0), { at_ms: 5000, sound: "out" }], (at_ms) => at_ms / 1000);
  context.currentTime = 1;
  chimes.forgetPending();
  expect(context.sources.filter(({ begins, stops }) => begins === 5 && stops > 5)).toEqual([]);
});
