import { expect, test } from "vitest";
import { bandsOf, decibels, FRAME, Framer, HOP, loudness, RATE_HZ } from "./features";
import { Resampler } from "./resampler";

const tone = (hertz: number, rate_hz: number, length: number) =>
  Float32Array.from({ length }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate_hz));
const rms = (sound: Float32Array) => Math.sqrt(sound.reduce((sum, one) => sum + one * one, 0) / sound.length);

test("a tone lies in the band that holds it, and ten times softer is twenty decibels less", () => {
  const bands = bandsOf(tone(1000, RATE_HZ, FRAME));
  expect(bands.indexOf(Math.max(...bands))).toBe(7);
  const softer = bandsOf(tone(1000, RATE_HZ, FRAME).map((one) => one / 10));
  expect(loudness(bands) - loudness(softer)).toBeCloseTo(20, 3);
});

test("silence has a floor and is no infinity", () => {
  expect(decibels(0)).toBe(-100);
  expect(loudness(bandsOf(new Float32Array(FRAME)))).toBe(-100);
});

test("a stream is framed alike however it is cut", () => {
  const sound = tone(440, RATE_HZ, 5000);
  const [whole, pieces] = [new Framer(), new Framer()];
  const cut = Array.from({ length: 50 }, (_, at) => sound.subarray(at * 100, (at + 1) * 100));
  expect(cut.flatMap((piece) => pieces.take(piece))).toEqual(whole.take(sound));
  expect(whole.take(new Float32Array(HOP))).toHaveLength(1);
});

test.each([44_100, 48_000, 96_000, 22_050])(
  "sound at %i Hz keeps what is heard and loses what would fold back",
  (rate_hz) => {
    const kept = new Resampler(rate_hz).take(tone(1000, rate_hz, rate_hz));
    expect(kept.length).toBeGreaterThan(0.99 * RATE_HZ);
    expect(rms(kept)).toBeCloseTo(Math.SQRT1_2, 2);
    if (rate_hz > 2 * RATE_HZ)
      expect(rms(new Resampler(rate_hz).take(tone(10_000, rate_hz, rate_hz)))).toBeLessThan(0.01);
  },
);

test("a stream is resampled alike however it is cut", () => {
  const sound = tone(700, 44_100, 44_100);
  const [whole, pieces] = [new Resampler(44_100), new Resampler(44_100)];
  const cut = Array.from({ length: 441 }, (_, at) => pieces.take(sound.subarray(at * 100, (at + 1) * 100)));
  const [a, b] = [whole.take(sound), Float32Array.from(cut.flatMap((piece) => [...piece]))];
  expect(b).toEqual(a);
});
