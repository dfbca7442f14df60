// A whole session as one sound track, made on this machine: what sounds in it is what sounds live, at the same seconds.
import type { Line } from "./lines";
import { encodeOpus } from "./opus";
import { Chimes, type Sounding } from "./sound";
import { wavOf } from "./wav";

export interface Track {
  readonly sound: Blob;
  /** What it is called when it is saved, without what tells its kind. */
  readonly name: string;
  readonly extension: "ogg" | "wav";
  /** The words with their times, as WebVTT. */
  readonly captions: Blob;
  /** Every line of the session is spoken in it. */
  readonly hasVoice: boolean;
}

const RATE_HZ = 24_000;
/** The last chord rings out after the last second of the session. */
const RING_OUT_S = 4.8;
const LOUDNESS = 0.9;

/** What a track is made of: all that is said and all that sounds from the first second of a session to its last. */
export interface Score {
  readonly total_ms: number;
  readonly lines: readonly Line[];
  readonly soundings: readonly Sounding[];
  /** When its plan was made: `2026-11-22`. */
  readonly day: string;
}

export async function makeTrack({ total_ms, lines, soundings, day }: Score): Promise<Track> {
  const samples = await mixed(total_ms, soundings);
  const opus = await encodeOpus(samples, RATE_HZ);
  const minutes = Math.round(total_ms / 60_000);
  return {
    sound: opus ?? wavOf(samples, RATE_HZ),
    extension: opus ? "ogg" : "wav",
    name: `unknot-session-${day}-${minutes}-min`,
    hasVoice: lines.every(({ at_ms }) => soundings.some((one) => "clip" in one && one.at_ms === at_ms)),
    captions: new Blob([captionsOf(lines, total_ms)], { type: "text/vtt" }),
  };
}

async function mixed(total_ms: number, soundings: readonly Sounding[]): Promise<Float32Array<ArrayBuffer>> {
  const audio = new OfflineAudioContext(1, Math.ceil((total_ms / 1000 + RING_OUT_S) * RATE_HZ), RATE_HZ);
  new Chimes(audio, LOUDNESS).schedule(soundings, (at_ms) => at_ms / 1000);
  return (await audio.startRendering()).getChannelData(0);
}

/** Every line with the time from its beginning to the next one. */
export function captionsOf(lines: readonly Line[], total_ms: number): string {
  const cues = lines.map(
    ({ at_ms, until_ms, words }) => `${stamp(at_ms)} --> ${stamp(Math.min(until_ms, total_ms))}\n${words}\n`,
  );
  return ["WEBVTT\n", ...cues].join("\n");
}

function stamp(ms: number): string {
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(Math.floor);
  const two = (value: number | undefined) => String(value).padStart(2, "0");
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${String(Math.round(ms) % 1000).padStart(3, "0")}`;
}
