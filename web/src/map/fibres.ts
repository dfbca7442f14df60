// A muscle's fibres as strands to draw: woven closer than the data, each a little lighter or darker than the next.
import { numbersOf } from "./views";

export interface Strand {
  path: string;
  /** 0 the darkest, 1 the lightest. */
  tint: number;
}

/** Each pair of neighbours gets `between` strands more. */
export function weave(fibres: readonly string[], between: number): Strand[] {
  const curves = fibres.map(numbersOf);
  const woven = curves.flatMap((curve, index) => {
    const neighbour = curves[index + 1];
    if (neighbour?.length !== curve.length) return [curve];
    const shares = Array.from({ length: between + 1 }, (_, k) => k / (between + 1));
    return shares.map((share) => curve.map((value, k) => value + share * ((neighbour[k] ?? value) - value)));
  });
  return woven.map((curve, index) => ({ path: pathOf(curve), tint: grain(index) }));
}

/** How far apart the strands lie in the belly, as a width to stroke them with. */
export function spacing(fibres: readonly string[], between: number): number {
  const middles = fibres.map((fibre) => middleOf(numbersOf(fibre)));
  const gaps = middles
    .slice(1)
    .map(([x, y], index) => Math.hypot(x - (middles[index]?.[0] ?? x), y - (middles[index]?.[1] ?? y)));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  return gaps.length ? whole / gaps.length / (between + 1) : 1;
}

/** The line through the middle strand's ends, for shading along the muscle. */
export function axis(fibres: readonly string[]): { x1: number; y1: number; x2: number; y2: number } {
  const middle = numbersOf(fibres[Math.floor(fibres.length / 2)] ?? "M0 0 0 0");
  const [x1 = 0, y1 = 0] = middle;
  const [x2 = 0, y2 = 0] = middle.slice(-2);
  return { x1, y1, x2, y2 };
}

function middleOf(curve: readonly number[]): readonly [number, number] {
  const half = Math.floor(curve.length / 4) * 2;
  return [curve[half] ?? 0, curve[half + 1] ?? 0];
}

function pathOf([x = 0, y = 0, ...rest]: readonly number[]): string {
  return `M${round(x)} ${round(y)}C${rest.map(round).join(" ")}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function grain(index: number): number {
  const golden = 0.618034;
  return (index * golden) % 1;
}
