// The ears' own thread: samples come in through a port from the audio thread, what was heard goes out. A busy page
// delays neither.
import type { Known } from "./commands";
import { type Utterance, utteranceIn } from "./enrolment";
import { type Heard, Listener, Stream } from "./listener";
import { Lulls } from "./lull";

/** What the ears are asked: to tell commands (`known`), or, without it, to cut out what is said, for learning. */
export interface Task {
  rate_hz: number;
  known: Known | null;
  port: MessagePort;
}
/** `room` comes whenever it changes; at first it is not too loud. */
export type Told =
  | { kind: "heard"; heard: Heard }
  | { kind: "said"; said: Utterance }
  | { kind: "room"; isTooLoud: boolean };

addEventListener("message", ({ data }: MessageEvent<Task>) => {
  const { rate_hz, known, port } = data;
  const take = known ? listen(rate_hz, known) : learn(rate_hz);
  port.onmessage = ({ data: samples }: MessageEvent<Float32Array>) => {
    for (const told of take(samples)) postMessage(told);
  };
});

function listen(rate_hz: number, known: Known): (samples: Float32Array) => Told[] {
  const listener = new Listener(rate_hz, known);
  return (samples) => {
    const before = listener.isTooLoud;
    const told = listener.take(samples).map((heard): Told => ({ kind: "heard", heard }));
    const { isTooLoud } = listener;
    return isTooLoud === before ? told : [...told, { kind: "room", isTooLoud }];
  };
}

function learn(rate_hz: number): (samples: Float32Array) => Told[] {
  const [stream, lulls] = [new Stream(rate_hz), new Lulls()];
  return (samples) =>
    stream.take(samples).flatMap((bands) => {
      const moments = lulls.take(bands);
      return moments ? [{ kind: "said", said: utteranceIn(moments) }] : [];
    });
}
