// The model of the living map as it is stored: see tools/atlas/body_file.py, which writes it.

export type Place3 = readonly [number, number, number];
/** An id, its place on the skin of the right side in metres, and whether it is on the midline. */
export type Placed = readonly [id: string, at: Place3, midline: boolean];

export interface Header {
  readonly made_from: string;
  readonly per_m: number;
  readonly per_unit: number;
  readonly fibres: number;
  readonly steps: number;
  readonly regions: readonly (readonly [id: string, midline: boolean])[];
  readonly muscles: readonly (readonly [id: string, layer: string])[];
  readonly points: readonly Placed[];
  readonly landmarks: readonly Placed[];
  readonly grid: {
    readonly from: readonly [number, number];
    readonly step: number;
    readonly columns: number;
    readonly rows: number;
  };
}

export interface BodyFile {
  readonly header: Header;
  /** The whole numbers of a section; an error when there is none of that name. */
  numbers(name: string): ArrayLike<number>;
  /** The points of a section in metres, x y z by turns; only some of them where a range of points is given. */
  points(name: string, from?: number, count?: number): Float32Array;
}

type Kind = "int16" | "uint16" | "int8" | "uint8";
interface Section {
  readonly name: string;
  readonly kind: Kind;
  readonly count: number;
}

const MAGIC = "UNKNOT01";

export function readBody(content: ArrayBuffer): BodyFile {
  const text = new TextDecoder();
  if (text.decode(content.slice(0, MAGIC.length)) !== MAGIC)
    throw new TypeError("body.bin is not a model of the body");
  const start = MAGIC.length + 4;
  const length = new DataView(content).getUint32(MAGIC.length, true);
  const header = JSON.parse(text.decode(content.slice(start, start + length))) as Header & {
    sections: Section[];
  };
  const sections = new Map<string, ArrayLike<number>>();
  let at = start + length;
  for (const { name, kind, count } of header.sections) {
    const size = kind.endsWith("16") ? 2 * count : count;
    sections.set(name, unpack(new Uint8Array(content, at, size), kind));
    at += size;
  }
  const numbers = (name: string) => {
    const found = sections.get(name);
    if (!found) throw new TypeError(`body.bin has no section "${name}"`);
    return found;
  };
  const points = (name: string, from = 0, count = numbers(name).length / 3) =>
    toMetres(numbers(name), from, count, header.per_m);
  return { header, numbers, points };
}

/** Sixteen-bit numbers are stored as differences, all low bytes before all high bytes. */
function unpack(bytes: Uint8Array, kind: Kind): ArrayLike<number> {
  if (kind === "uint8") return bytes;
  if (kind === "int8") return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length / 2;
  const out = kind === "int16" ? new Int16Array(count) : new Uint16Array(count);
  let last = 0;
  for (let i = 0; i < count; i++) {
    last += (bytes[i] ?? 0) + 256 * (bytes[count + i] ?? 0);
    out[i] = last & 0xffff;
  }
  return out;
}

/** A block of points holds all its x, then all its y, then all its z; `from` counts numbers before the block. */
function toMetres(numbers: ArrayLike<number>, from: number, count: number, perMetre: number): Float32Array {
  const out = new Float32Array(3 * count);
  for (let k = 0; k < 3; k++)
    for (let i = 0; i < count; i++) out[3 * i + k] = (numbers[from + k * count + i] ?? 0) / perMetre;
  return out;
}
