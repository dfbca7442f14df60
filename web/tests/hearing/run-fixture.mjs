// node run-fixture.js FOLDER writes what a microphone hears, and what a browser keeps of a speaker who has said all commands.
// For tests/browser/test_hands_free.py. Nobody's recording: the speaker is made by code.
import { writeFileSync } from "node:fs";
import { COMMANDS } from "../../src/ears/commands";
import { keepTemplates } from "../../src/ears/keeping";
import { diceOf, SCENE_HZ } from "./scenes";
import { enrolled, inRoom, sayWord, USUAL } from "./speaker";

const [folder] = process.argv.slice(2);
const dice = diceOf(21);
const quiet = new Float32Array(SCENE_HZ);
/** More often than is asked for: what comes too often is refused as another command, and what was lost comes again. */
const often = (command) => [1, 0.95, 1.03, 0.97].map((pace) => sayWord(command, { ...USUAL, pace }, dice));

writeWav("stop.wav", inRoom([quiet, quiet, sayWord("stop", USUAL, dice), quiet, quiet], dice));
writeWav("quiet.wav", inRoom([quiet, quiet], dice));
writeWav("learning.wav", inRoom([...Array(4).fill(quiet), ...COMMANDS.flatMap(often), quiet], dice));
keepTemplates({ setItem: (_, kept) => writeFileSync(`${folder}/kept.json`, kept) }, enrolled().templates);

/** One channel, 16 bit, as WAV files have it. */
function writeWav(name, sound) {
  const head = Buffer.alloc(44);
  const samples = Int16Array.from(sound, (one) => Math.round(Math.max(-1, Math.min(1, one)) * 32767));
  const size = samples.byteLength;
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + size, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SCENE_HZ, 24);
  head.writeUInt32LE(2 * SCENE_HZ, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(size, 40);
  writeFileSync(`${folder}/${name}`, Buffer.concat([head, Buffer.from(samples.buffer)]));
}
