import { describe, expect, test } from "vitest";
import { ring, SCENE_HZ } from "../../tests/hearing/scenes";
import { NOTES, type Sound } from "../session/tones";
import { RATE_HZ } from "./features";
import { OwnTones } from "./own-tones";
import { Resampler } from "./resampler";

/** So long after its beginning a note has gone from what is heard. */
const OPENING_S = 0.4;

function rung(sound: Sound): Float32Array {
  const made = new Float32Array(2 * SCENE_HZ);
  for (const note of NOTES[sound]) ring(made, 0, note);
  return new Resampler(SCENE_HZ).take(made);
}

function power(sound: Float32Array): number {
  return sound.reduce((sum, one) => sum + one * one, 0) / sound.length;
}

/** By how much a sound is changed at most. */
function change(sound: Float32Array): number {
  const kept = new OwnTones().remove(sound).now;
  return sound.reduce((most, one, at) => Math.max(most, Math.abs(one - (kept[at] as number))), 0);
}

const tone = (hertz: number) =>
  Float32Array.from({ length: RATE_HZ }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / RATE_HZ));

describe("our own tones", () => {
  test.each(Object.keys(NOTES) as Sound[])("%s: a hundredth of its power is left once it rings", (sound) => {
    const heard = rung(sound);
    const last_s = Math.max(...NOTES[sound].map(({ after_s, attack_s }) => after_s + attack_s));
    const from = Math.round((last_s + OPENING_S) * RATE_HZ);
    expect(power(new OwnTones().remove(heard).now.subarray(from))).toBeLessThan(
      power(heard.subarray(from)) / 100,
    );
  });

  test.each(Object.keys(NOTES) as Sound[])(
    "%s: a little later most of its beginning is gone too",
    (sound) => {
      const heard = rung(sound);
      expect(power(new OwnTones().remove(heard).late)).toBeLessThan(power(heard) / 6);
    },
  );

  test.each([180, 610, 650, 668, 1200, 3000])(
    "a tone of %i Hz, which is none of ours, stays as it is",
    (hertz) => {
      expect(change(tone(hertz))).toBe(0);
    },
  );

  test("a vowel at the very pitch of a bell stays, because it is short", () => {
    const vowel = tone(659).map((one, at) => (at % 4000 < 1600 ? one : 0));
    expect(change(vowel)).toBe(0);
  });

  test("a voice whose pitch moves stays", () => {
    const gliding = Float32Array.from({ length: RATE_HZ }, (_, at) => {
      const at_s = at / RATE_HZ;
      return Math.sin(2 * Math.PI * (500 * at_s + 200 * at_s * at_s));
    });
    expect(change(gliding)).toBe(0);
  });

  test("a stream is filtered alike however it is cut", () => {
    const heard = rung("start");
    const [whole, pieces] = [new OwnTones(), new OwnTones()];
    const cut = Array.from(
      { length: 100 },
      (_, at) => pieces.remove(heard.subarray(at * 320, (at + 1) * 320)).late,
    );
    const together = Float32Array.from(cut.flatMap((piece) => [...piece]));
    const atOnce = whole.remove(heard.subarray(0, together.length)).late;
    expect(together.every((one, at) => one === atOnce[at])).toBe(true);
  });
});
