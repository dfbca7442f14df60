// Puts the ears to the test for bench/hearing.py. It enrols each voice as the screen does, tries the same code as the
// page's worker runs, block by block, and says each thing tried. run-trial.mjs gives it the files.
import { COMMANDS, type Command, type Known, knownFrom, type Template } from "../../src/ears/commands";
import { type Learnt, learn, nextToSay, utteranceIn } from "../../src/ears/enrolment";
import { type Heard, Listener, Stream } from "../../src/ears/listener";
import { Lulls } from "../../src/ears/lull";
import { atLevel, babble, diceOf, room, SCENE_HZ, type Surroundings, scene, talk } from "./scenes";

const BLOCK = 480;
/** So many sayings are for enrolling: two, and more where one was refused. */
const ENROLLED = 4;
const PROSE_S = 90;
/** What is said over and over in fright, and how long is paused in between. */
const REPEATED: readonly Command[] = ["stop", "pause", "softer"];
const HARDLY_S = 0.06;
/** Longer than it takes to be told that a room is too loud. */
const ROOM_S = 14;
const QUIET: Surroundings = { noise: "none", snr_db: 0 };
const SURROUNDINGS: readonly Surroundings[] = [
  QUIET,
  ...(["pink", "babble", "tones"] as const).flatMap((noise) =>
    [20, 10, 5].map((snr_db) => ({ noise, snr_db })),
  ),
];

/** Processor time of this program so far: how busy the machine is otherwise does not count. */
export type Clock = () => number;

/** Reads a sound by its name, at most so many seconds of it. */
export type Read = (name: string, seconds?: number) => Float32Array;

/** How many sayings of each command and of other words, and minutes of noise for each voice; who talks behind. */
export interface Trial {
  talkers: readonly string[];
  sayings: number;
  others: number;
  minutes: number;
}

/** Everything tried with one voice, one plain object for each thing. */
export function* tryVoice(voice: string, trial: Trial, read: Read, clock_ms: Clock): Generator<object> {
  const dice = diceOf([...voice].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const behind = trial.talkers.filter((name) => name !== voice).map((name) => read(`${name}/prose`, PROSE_S));
  let templates: readonly Template[] = [];
  for (let saying = 0; saying < ENROLLED; ) {
    const asked = nextToSay(templates);
    if (!asked) break;
    const { command } = asked;
    const learnt = learnOne(
      templates,
      command,
      scene(read(`${voice}/${command}-${saying}`), QUIET, [], dice).sound,
    );
    if (learnt?.refused !== null)
      yield { kind: "refused", voice, command, saying, why: learnt?.refused ?? "unheard" };
    if (learnt) templates = learnt.templates;
    saying = nextToSay(templates)?.command === command ? saying + 1 : 0;
  }
  const known = knownFrom(templates);
  if (!known) return;
  for (const { command, saying } of sayings(ENROLLED, trial.sayings))
    for (const around of SURROUNDINGS) {
      const made = scene(read(`${voice}/${command}-${saying}`), around, behind, dice);
      yield { kind: "word", voice, command, saying, ...around, ...heardWord(known, made, clock_ms) };
    }
  for (let other = 0; other < trial.others; other++) {
    const { sound } = scene(read(`${voice}/other-${other}`), QUIET, [], dice);
    yield { kind: "other", voice, other, heard: hear(known, sound, clock_ms).map(({ heard }) => heard) };
  }
  for (const around of SURROUNDINGS) {
    const listener = new Listener(SCENE_HZ, known);
    listener.take(room(ROOM_S, around, behind, dice));
    yield { kind: "room", voice, ...around, isTooLoud: listener.isTooLoud };
  }
  const seconds = trial.minutes * 30;
  const speech = talk(read(`${voice}/prose`, seconds), dice);
  yield { kind: "noise", voice, noise: "own speech", ...heardNoise(known, speech, clock_ms) };
  const others = atLevel(
    babble(
      seconds * SCENE_HZ,
      trial.talkers.map((name) => read(`${name}/prose`)),
      dice,
    ),
    0,
  );
  yield { kind: "noise", voice, noise: "babble", ...heardNoise(known, others, clock_ms) };
  for (const command of REPEATED)
    for (const times of [2, 3]) {
      const all = Array.from({ length: times }, (_, at) =>
        read(`${voice}/${command}-${ENROLLED + (at % trial.sayings)}`),
      );
      const { sound } = scene(inARow(all), QUIET, [], dice);
      yield {
        kind: "repeated",
        voice,
        command,
        times,
        heard: hear(known, sound, clock_ms).map(({ heard }) => heard),
      };
    }
}

/** One after the other, with hardly a breath in between. */
function inARow(sounds: readonly Float32Array[]): Float32Array {
  const gap = new Float32Array(HARDLY_S * SCENE_HZ);
  return Float32Array.from(sounds.flatMap((one) => [...one, ...gap]).slice(0, -gap.length));
}

function sayings(from: number, count: number): { command: Command; saying: number }[] {
  return COMMANDS.flatMap((command) =>
    Array.from({ length: count }, (_, at) => ({ command, saying: from + at })),
  );
}

function learnOne(templates: readonly Template[], command: Command, sound: Float32Array): Learnt | null {
  const [stream, lulls] = [new Stream(SCENE_HZ), new Lulls()];
  for (const bands of stream.take(sound)) {
    const moments = lulls.take(bands);
    if (moments) return learn(templates, command, utteranceIn(moments));
  }
  return null;
}

/** How long after the end of the word it is decided (`waited_ms`, in the time of the sound), and what deciding takes. */
function heardWord(
  known: Known,
  { sound, ends_s }: { sound: Float32Array; ends_s: number },
  clock_ms: Clock,
): { heard: Heard[]; waited_ms: number; took_ms: number } {
  const heard = hear(known, sound, clock_ms);
  const found = heard.find((one) => one.heard.kind === "command");
  const waited_ms = ((found?.at_s ?? ends_s) - ends_s) * 1000;
  return { heard: heard.map((one) => one.heard), waited_ms, took_ms: found?.took_ms ?? 0 };
}

function heardNoise(
  known: Known,
  sound: Float32Array,
  clock_ms: Clock,
): { seconds: number; took_ms: number; heard: Heard[] } {
  const began = clock_ms();
  const heard = hear(known, sound, clock_ms).map((one) => one.heard);
  return { seconds: sound.length / SCENE_HZ, took_ms: clock_ms() - began, heard };
}

function hear(
  known: Known,
  sound: Float32Array,
  clock_ms: Clock,
): { heard: Heard; at_s: number; took_ms: number }[] {
  const listener = new Listener(SCENE_HZ, known);
  const all: { heard: Heard; at_s: number; took_ms: number }[] = [];
  for (let from = 0; from < sound.length; from += BLOCK) {
    const began = clock_ms();
    const heard = listener.take(sound.subarray(from, from + BLOCK));
    const took_ms = clock_ms() - began;
    all.push(...heard.map((one) => ({ heard: one, at_s: (from + BLOCK) / SCENE_HZ, took_ms })));
  }
  return all;
}
