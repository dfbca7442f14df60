import { expect, test } from "vitest";
import { wavOf } from "./wav";

test("a WAV says its rate and length, and cuts off what is too loud", async () => {
  const blob = wavOf(new Float32Array([0, 0.5, -1, 3]), 24_000);
  const view = new DataView(await blob.arrayBuffer());
  const text = (at: number) => String.fromCharCode(...new Uint8Array(view.buffer, at, 4));
  expect([text(0), text(8), text(12), text(36)]).toEqual(["RIFF", "WAVE", "fmt ", "data"]);
  expect([view.getUint32(4, true), view.getUint32(24, true), view.getUint32(40, true)]).toEqual([
    44, 24_000, 8,
  ]);
  expect([44, 46, 48, 50].map((at) => view.getInt16(at, true))).toEqual([0, 16_384, -32_767, 32_767]);
});
