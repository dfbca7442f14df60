// Samples as a WAV file: the one form of sound that every device plays, however old.

const HEADER_BYTES = 44;
const BYTES = 2;
const FULL_SCALE = 0x7fff;

/** One channel of 16 bits. What is louder than full scale is cut off at it. */
export function wavOf(samples: Float32Array, rate_hz: number): Blob {
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + samples.length * BYTES));
  const text = (at: number, letters: string) => {
    for (const [i, byte] of new TextEncoder().encode(letters).entries()) view.setUint8(at + i, byte);
  };
  text(0, "RIFF");
  view.setUint32(4, view.byteLength - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate_hz, true);
  view.setUint32(28, rate_hz * BYTES, true);
  view.setUint16(32, BYTES, true);
  view.setUint16(34, 8 * BYTES, true);
  text(36, "data");
  view.setUint32(40, samples.length * BYTES, true);
  samples.forEach((sample, i) => {
    view.setInt16(HEADER_BYTES + i * BYTES, Math.round(Math.max(-1, Math.min(1, sample)) * FULL_SCALE), true);
  });
  return new Blob([view], { type: "audio/wav" });
}
