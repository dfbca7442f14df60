// The microphone joined to the ears' worker. Nothing of it leaves the page, and nothing is recorded.
import captureAddress from "./capture-worklet.ts?worker&url";
import type { Known } from "./commands";
import type { Task, Told } from "./worker";
import EarsWorker from "./worker.ts?worker";

/** Why there is no listening. Each has its sentence: `listening-no-…`. */
export type Deaf = "microphone" | "permission" | "support" | "longer";

export interface Ears {
  close(): void;
}

/** The echo of our own voice is taken out; the loudness is left as it is, because a shout is known by it. */
const WANTED: MediaTrackConstraints = {
  channelCount: 1,
  echoCancellation: true,
  noiseSuppression: false,
  autoGainControl: false,
};

/** Opens the microphone and listens until closed. `ondeaf` is told when it cannot begin or the device goes away. */
export async function openEars(
  known: Known | null,
  ontold: (told: Told) => void,
  ondeaf: (why: Deaf) => void,
): Promise<Ears | null> {
  if (!navigator.mediaDevices || !("AudioWorkletNode" in globalThis)) {
    ondeaf("support");
    return null;
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: WANTED });
    return await join(stream, known, ontold, ondeaf);
  } catch (error) {
    ondeaf(whyDeaf(error));
    return null;
  }
}

async function join(
  stream: MediaStream,
  known: Known | null,
  ontold: (told: Told) => void,
  ondeaf: (why: Deaf) => void,
): Promise<Ears> {
  const parts: { audio?: AudioContext; worker?: Worker } = {};
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    parts.worker?.terminate();
    if (parts.audio && parts.audio.state !== "closed") void parts.audio.close();
  };
  try {
    parts.audio = new AudioContext();
    parts.worker = new EarsWorker();
    await parts.audio.audioWorklet.addModule(captureAddress);
    await parts.audio.resume();
  } catch (error) {
    close();
    throw error;
  }
  const { audio, worker } = parts;
  const capture = new AudioWorkletNode(audio, "capture", {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: "explicit",
  });
  const { port1, port2 } = new MessageChannel();
  capture.port.postMessage(port1, [port1]);
  const task: Task = { rate_hz: audio.sampleRate, known, port: port2 };
  worker.postMessage(task, [port2]);
  worker.onmessage = ({ data }: MessageEvent<Told>) => ontold(data);
  audio.createMediaStreamSource(stream).connect(capture);
  const lose = () => {
    close();
    ondeaf("longer");
  };
  worker.onerror = lose;
  for (const track of stream.getTracks()) {
    track.addEventListener("ended", lose);
    track.addEventListener("mute", lose);
  }
  audio.addEventListener("statechange", () => {
    if (audio.state !== "running" && audio.state !== "closed") lose(); // the system took the sound: nothing is heard
  });
  return { close };
}

function whyDeaf(error: unknown): Deaf {
  if (!(error instanceof DOMException)) return "support"; // what it lacks, nobody can say; the session goes on
  if (error.name === "NotAllowedError" || error.name === "SecurityError") return "permission";
  return error.name === "AbortError" ? "support" : "microphone";
}
