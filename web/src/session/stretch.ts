// Speech made slower or faster without changing its pitch: overlapping pieces, each laid where it fits its neighbour best.

const PIECE_S = 0.03;
const REACH_S = 0.009;
/** Where a piece fits is felt out on so many samples a second: enough for a voice, and sixty times as quick as on all. */
const FELT_HZ = 6000;

/** The samples at `speed` times their pace (1.15: an eighth shorter), at the same pitch. */
export function stretched(samples: Float32Array, speed: number, rate_hz: number): Float32Array<ArrayBuffer> {
  const hop = Math.round((PIECE_S * rate_hz) / 2);
  const reach = Math.round(REACH_S * rate_hz);
  const stride = Math.max(1, Math.round(rate_hz / FELT_HZ));
  const window = hann(2 * hop);
  const result = new Float32Array(Math.round(samples.length / speed));
  let natural = 0;
  for (let laid = -hop; laid < result.length; laid += hop) {
    const ideal = Math.round(laid * speed);
    const from = laid <= 0 ? ideal : bestFit(samples, natural, { ideal, reach, size: 2 * hop, stride });
    for (let i = 0; i < window.length; i++) {
      const to = laid + i;
      if (to >= 0 && to < result.length) result[to] = at(result, to) + at(window, i) * at(samples, from + i);
    }
    natural = from + hop;
  }
  return result;
}

interface Search {
  readonly ideal: number;
  readonly reach: number;
  readonly size: number;
  readonly stride: number;
}

/** The beginning near `ideal` from which the samples look most like those that would follow by nature. */
function bestFit(samples: Float32Array, natural: number, { ideal, reach, size, stride }: Search): number {
  let best = ideal;
  let likest = Number.NEGATIVE_INFINITY;
  for (let from = ideal - reach; from <= ideal + reach; from += stride) {
    let likeness = 0;
    for (let i = 0; i < size; i += stride) likeness += at(samples, from + i) * at(samples, natural + i);
    if (likeness > likest) {
      likest = likeness;
      best = from;
    }
  }
  return best;
}

function hann(size: number): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => (1 - Math.cos((2 * Math.PI * i) / size)) / 2);
}

/** Beyond the ends there is silence. */
function at(samples: Float32Array, index: number): number {
  return samples[index] ?? 0;
}
