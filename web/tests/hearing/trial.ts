// Puts the ears to the test for bench/hearing.py: node trial.js FOLDER VOICES TALKERS SAYINGS MINUTES, names with commas between.
//
// It enrols each voice as the screen does, tries the same code as the page's worker runs, block by block, and writes one
// line of JSON for each thing tried.
import { readFileSync } from "node:fs";
import { COMMANDS, type Command, type Known, knownFrom, type Template } from "../../src/ears/commands";
import { learn, type Refusal, utteranceIn } from "../../src/ears/enrolment";
import { type Heard, Listener, Stream } from "../../src/ears/listener";
import { Lulls } from "../../src/ears/lull";
import { atLevel, babble, type Dice, diceOf, SCENE_HZ, type Surroundings, scene, talk } from "./scenes";

const BLOCK = 480;
const ENROLLED = 2;
const OTHERS = 12;
const QUIET: Surroundings = { noise: "none", snr_db: 0 };
const SURROUNDINGS: readonly Surroundings[] = [
  QUIET,
  ...(["pink", "babble", "tones"] as const).flatMap((noise) =>
    [20, 10, 5].map((snr_db) => ({ noise, snr_db })),
  ),
];

const [folder = "", voices = "", talkers = "", sayings = "2", minutes = "1"] = process.argv.slice(2);

for (const voice of voices.split(",")) tryVoice(voice);

function tryVoice(voice: string): void {
  const dice = diceOf([...voice].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const prose = talkers
    .split(",")
    .filter((name) => name !== voice)
    .map((name) => read(`${name}/prose`, 90));
  const known = enrol(voice, dice);
  if (!known) return;
  for (const command of COMMANDS)
    for (let saying = 0; saying < Number(sayings); saying++)
      for (const around of SURROUNDINGS) tryWord(voice, known, command, saying, around, prose, dice);
  for (let other = 0; other < OTHERS; other++) {
    const { sound } = scene(read(`${voice}/other-${other}`), QUIET, prose, dice);
    say({ kind: "other", voice, other, heard: hear(known, sound).map(({ heard }) => heard) });
  }
  const seconds = Number(minutes) * 30;
  const noises = {
    speech: talk(read(`${voice}/prose`, seconds), dice),
    babble: atLevel(babble(seconds * SCENE_HZ, prose, dice), 0),
  };
  for (const [noise, sound] of Object.entries(noises))
    say({
      kind: "noise",
      voice,
      noise,
      seconds: sound.length / SCENE_HZ,
      heard: hear(known, sound).map(({ heard }) => heard),
    });
}

function enrol(voice: string, dice: Dice): Known | null {
  let templates: readonly Template[] = [];
  for (const command of COMMANDS)
    for (let saying = 0; saying < ENROLLED; saying++) {
      const learnt = learnOne(
        templates,
        command,
        scene(read(`${voice}/${command}-${saying}`), QUIET, [], dice).sound,
      );
      if (Array.isArray(learnt)) templates = learnt;
      else say({ kind: "refused", voice, command, saying, why: learnt });
    }
  return knownFrom(templates);
}

function learnOne(
  templates: readonly Template[],
  command: Command,
  sound: Float32Array,
): readonly Template[] | Refusal | "unheard" {
  const [stream, lulls] = [new Stream(SCENE_HZ), new Lulls()];
  for (const bands of stream.take(sound)) {
    const moments = lulls.take(bands);
    if (!moments) continue;
    const learnt = learn(templates, command, utteranceIn(moments));
    return learnt.kind === "kept" ? learnt.templates : learnt.why;
  }
  return "unheard";
}

function tryWord(
  voice: string,
  known: Known,
  command: Command,
  saying: number,
  around: Surroundings,
  prose: Float32Array[],
  dice: Dice,
): void {
  const { sound, ends_s } = scene(read(`${voice}/${command}-${ENROLLED + saying}`), around, prose, dice);
  const heard = hear(known, sound);
  const found = heard.find(({ heard: one }) => one.kind === "command");
  const late_ms = found ? (found.at_s - ends_s) * 1000 + found.took_ms : null;
  say({ kind: "word", voice, command, saying, ...around, heard: heard.map((one) => one.heard), late_ms });
}

function hear(known: Known, sound: Float32Array): { heard: Heard; at_s: number; took_ms: number }[] {
  const listener = new Listener(SCENE_HZ, known);
  const all: { heard: Heard; at_s: number; took_ms: number }[] = [];
  for (let from = 0; from < sound.length; from += BLOCK) {
    const began = performance.now();
    const heard = listener.take(sound.subarray(from, from + BLOCK));
    const took_ms = performance.now() - began;
    all.push(...heard.map((one) => ({ heard: one, at_s: (from + BLOCK) / SCENE_HZ, took_ms })));
  }
  return all;
}

function read(name: string, seconds = Number.POSITIVE_INFINITY): Float32Array {
  const bytes = readFileSync(`${folder}/${name}.wav`);
  const count = Math.min((bytes.length - 44) / 2, seconds * SCENE_HZ);
  return Float32Array.from({ length: count }, (_, at) => bytes.readInt16LE(44 + 2 * at) / 32768);
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
