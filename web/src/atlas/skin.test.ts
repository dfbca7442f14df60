import { expect, test } from "vitest";
import { readBody } from "./body-file";
import { FILE, SKIN } from "./model.fixture";
import { buildMuscles } from "./muscles";
import { NOWHERE, normalsOf } from "./skin";

const at = (cell: number) => Array.from(SKIN.points.subarray(3 * cell, 3 * cell + 3));
const cells = Array.from({ length: SKIN.count }, (_, i) => i);

test("the left half is the exact mirror of the right one", () => {
  const wrong = cells.filter((cell) => {
    const [x = 0, y, z] = at(cell);
    const [tx = 0, ty, tz] = at(SKIN.mirror[cell] ?? 0);
    return x !== -tx || y !== ty || z !== tz;
  });
  expect(wrong).toEqual([]);
});

test("a place on the left has its twin on the right, and both are named after the person's own side", () => {
  const wrong = cells.filter((cell) => {
    const place = SKIN.place[cell] ?? NOWHERE;
    const twin = SKIN.place[SKIN.mirror[cell] ?? 0] ?? NOWHERE;
    const [x = 0] = at(cell);
    if (place === NOWHERE || x === 0) return place !== twin;
    const [mine = "", other = ""] = [SKIN.names[place], SKIN.names[twin]];
    if (!/_[LR]$/.test(mine)) return mine !== other;
    return mine.slice(0, -1) !== other.slice(0, -1) || mine.endsWith("_L") !== x > 0;
  });
  expect(wrong).toEqual([]);
});

test("every edge of the whole skin belongs to two triangles, but for the cuts far below", () => {
  const seen = new Map<string, number>();
  const t = SKIN.triangles;
  for (let i = 0; i < t.length; i += 3)
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const [p = 0, q = 0] = [t[i + a], t[i + b]];
      const key = `${Math.min(p, q)} ${Math.max(p, q)}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  const open = [...seen].filter(([, count]) => count !== 2).map(([key]) => Number(key.split(" ")[0]));
  const outOfTheWay = (cell: number) => (SKIN.solid[cell] ?? 0) < 0.2 || (at(cell)[2] ?? 0) > 0.1; // and the eyelids
  expect(open.filter((cell) => !outOfTheWay(cell))).toEqual([]);
});

test("normals point out of the body and have length one", () => {
  const top = cells.reduce((best, cell) => ((at(cell)[1] ?? 0) > (at(best)[1] ?? 0) ? cell : best));
  expect(SKIN.normals[3 * top + 1]).toBeGreaterThan(0.9);
  const lengths = cells.map((cell) => Math.hypot(...SKIN.normals.subarray(3 * cell, 3 * cell + 3)));
  expect(Math.max(...lengths.map((length) => Math.abs(length - 1)))).toBeLessThan(1e-5);
});

test("the normal of a triangle follows its winding", () => {
  const square = Float32Array.from([0, 0, 0, 1, 0, 0, 0, 1, 0]);
  expect([...normalsOf(square, [0, 1, 2])]).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 1]);
  expect(normalsOf(square, [0, 2, 1])[2]).toBe(-1);
});

test("each of 18 muscles is there on both sides, mirrored, and none crosses the midline", () => {
  const muscles = buildMuscles(FILE);
  expect(muscles).toHaveLength(36);
  for (const sheet of muscles) {
    const xs = sheet.points.filter((_, i) => i % 3 === 0);
    if (sheet.name.endsWith("_R")) expect(Math.max(...xs)).toBeLessThan(0);
    else expect(Math.min(...xs)).toBeGreaterThan(0);
    const twin = muscles.find(
      ({ name }) => name === sheet.name.replace(/_[LR]$/, sheet.name.endsWith("_R") ? "_L" : "_R"),
    );
    expect(
      Math.max(...sheet.points.map((v, i) => Math.abs(v - (i % 3 === 0 ? -1 : 1) * (twin?.points[i] ?? 9)))),
    ).toBe(0);
  }
});

test("the outer face of a muscle of the back looks backward", () => {
  for (const name of ["middle_trapezius_R", "middle_trapezius_L", "rhomboids_R", "rhomboids_L"]) {
    const sheet = buildMuscles(FILE).find((one) => one.name === name);
    const z = (sheet?.normals ?? new Float32Array()).filter((_, i) => i % 3 === 2);
    expect(z.reduce((sum, value) => sum + value, 0) / z.length).toBeLessThan(-0.5);
  }
});

test("what is not a model is refused by name", () => {
  expect(() => readBody(new TextEncoder().encode("<!doctype html>").buffer as ArrayBuffer)).toThrow(
    "not a model",
  );
  expect(() => FILE.numbers("feet")).toThrow('"feet"');
});
