// node run-fixture.js FOLDER writes what a microphone hears, and what a browser keeps of a speaker who has said all commands.
// For tests/browser/test_hands_free.py. Nobody's recording: the speaker is made by code.
import { writeFileSync } from "node:fs";
import { COMMANDS } from "../../src/ears/commands";
import { keepTemplates } from "../../src/ears/keeping";
import { wavOf } from "../../src/session/wav";
import { diceOf, pink, SCENE_HZ } from "./scenes";
import { enrolled, inRoom, sayWord, USUAL } from "./speaker";

const [folder] = process.argv.slice(2);
const dice = diceOf(21);
const quiet = new Float32Array(SCENE_HZ);
/** More often than is asked for: what comes too often is refused as another command, and what was lost comes again. */
const often = (command) => [1, 0.95, 1.03, 0.97].map((pace) => sayWord(command, { ...USUAL, pace }, dice));

await writeWav("stop.wav", inRoom([quiet, quiet, sayWord("stop", USUAL, dice), quiet, quiet], dice));
await writeWav("quiet.wav", inRoom([quiet, quiet], dice));
await writeWav(
  "loud.wav",
  pink(30 * SCENE_HZ, dice).map((one) => one * 0.05),
);
await writeWav("learning.wav", inRoom([...Array(4).fill(quiet), ...COMMANDS.flatMap(often), quiet], dice));
keepTemplates({ setItem: (_, kept) => writeFileSync(`${folder}/kept.json`, kept) }, enrolled().templates);

async function writeWav(name, sound) {
  const wav = wavOf(Float32Array.from(sound), SCENE_HZ);
  writeFileSync(`${folder}/${name}`, new Uint8Array(await wav.arrayBuffer()));
}
