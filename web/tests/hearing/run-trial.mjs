// node run-trial.js FOLDER VOICE TALKERS SAYINGS OTHERS MINUTES: one line of JSON for each thing tried. For bench/hearing.py.
import { readFileSync } from "node:fs";
import { SCENE_HZ } from "./scenes";
import { tryVoice } from "./trial";

const HEADER = 44;
const [folder, voice, talkers, ...counts] = process.argv.slice(2);
const [sayings, others, minutes] = counts.map(Number);

function read(name, seconds = Number.POSITIVE_INFINITY) {
  const bytes = readFileSync(`${folder}/${name}.wav`);
  const length = Math.min((bytes.length - HEADER) / 2, Math.round(seconds * SCENE_HZ));
  return Float32Array.from({ length }, (_, at) => bytes.readInt16LE(HEADER + 2 * at) / 32768);
}

function clock() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

for (const told of tryVoice(voice, { talkers: talkers.split(","), sayings, others, minutes }, read, clock))
  process.stdout.write(`${JSON.stringify(told)}\n`);
