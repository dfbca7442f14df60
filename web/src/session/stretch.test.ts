import { expect, test } from "vitest";
import { stretched } from "./stretch";

const RATE_HZ = 24_000;

function tone(hertz: number, lasts_s: number): Float32Array {
  return Float32Array.from({ length: lasts_s * RATE_HZ }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / RATE_HZ),
  );
}

function hertzOf(samples: Float32Array): number {
  const middle = samples.slice(RATE_HZ * 0.2, -RATE_HZ * 0.2);
  const crossings = middle.filter((value, i) => i > 0 && (middle[i - 1] ?? 0) < 0 && value >= 0).length;
  return (crossings / middle.length) * RATE_HZ;
}

test.each([0.85, 1, 1.15])(
  "at %f times its pace a sound is as much longer or shorter, and not higher or lower",
  (speed) => {
    const result = stretched(tone(220, 2), speed, RATE_HZ);
    expect(result.length / RATE_HZ).toBeCloseTo(2 / speed, 3);
    expect(hertzOf(result)).toBeCloseTo(220, -0.5);
  },
);

test.each([0.85, 1.15])("at %f times its pace a sound stays as loud", (speed) => {
  const loudest = stretched(tone(220, 2), speed, RATE_HZ).reduce(
    (most, value) => Math.max(most, Math.abs(value)),
    0,
  );
  expect(loudest).toBeGreaterThan(0.9);
  expect(loudest).toBeLessThan(1.1);
});

test("silence stays silent, and nothing stays nothing", () => {
  expect(stretched(new Float32Array(RATE_HZ), 0.9, RATE_HZ).every((value) => value === 0)).toBe(true);
  expect(stretched(new Float32Array(0), 0.9, RATE_HZ)).toHaveLength(0);
});
