// A very simple speaker made by code, for tests: buzz or hiss through three resonances. Not beautiful, and always the same.
import { COMMANDS, type Command, type Known, knownFrom, type Template } from "../../src/ears/commands";
import { learn, utteranceIn } from "../../src/ears/enrolment";
import { Stream } from "../../src/ears/listener";
import { Lulls, type Moments } from "../../src/ears/lull";
import { type Dice, diceOf, pink, SCENE_HZ } from "./scenes";

/** How it says a thing: higher or lower, slower or faster, louder or softer. */
export interface Manner {
  hertz: number;
  pace: number;
  loud: number;
}
export const USUAL: Manner = { hertz: 120, pace: 1, loud: 0.3 };

/** Milliseconds, how much hiss (0 to 1; silence is -1), and three resonances in hertz. */
type Sound = readonly [ms: number, hiss: number, first: number, second: number, third: number];

const CLOSED: Sound = [70, -1, 0, 0, 0];
const WORDS: Readonly<Record<Command | "banana" | "yes", readonly Sound[]>> = {
  stop: [[90, 1, 4800, 5600, 6500], CLOSED, [130, 0, 730, 1090, 2440], CLOSED, [25, 1, 900, 1500, 2500]],
  pause: [
    [15, 1, 800, 1300, 2400],
    [200, 0, 570, 840, 2410],
    [110, 0.7, 4500, 5300, 6200],
  ],
  "go-on": [
    [20, 1, 1500, 2000, 2600],
    [130, 0, 500, 900, 2300],
    [130, 0, 730, 1090, 2440],
    [90, 0, 300, 1500, 2500],
  ],
  softer: [
    [90, 1, 4800, 5600, 6500],
    [120, 0, 700, 1000, 2400],
    [80, 0.9, 3000, 4500, 6000],
    [90, 0, 500, 1400, 2300],
  ],
  next: [
    [80, 0, 280, 1600, 2500],
    [110, 0, 550, 1900, 2600],
    CLOSED,
    [100, 1, 4600, 5400, 6600],
    [20, 1, 3500, 4500, 5500],
  ],
  again: [
    [70, 0, 620, 1200, 2400],
    [50, 0, 250, 2100, 2700],
    [140, 0, 500, 2000, 2700],
    [90, 0, 280, 1500, 2500],
  ],
  "how-long": [
    [70, 0.8, 700, 1200, 2500],
    [150, 0, 750, 1100, 2500],
    [60, 0, 360, 900, 2500],
    [170, 0, 600, 900, 2500],
    [90, 0, 280, 2000, 2600],
  ],
  banana: [
    [60, 0, 250, 900, 2200],
    [120, 0, 700, 1250, 2500],
    [70, 0, 280, 1600, 2500],
    [140, 0, 750, 1300, 2500],
    [70, 0, 280, 1600, 2500],
    [120, 0, 700, 1250, 2500],
  ],
  yes: [
    [70, 0, 280, 2300, 3000],
    [140, 0, 560, 1850, 2500],
    [130, 1, 4700, 5500, 6500],
  ],
};
const BANDWIDTHS = [90, 130, 190] as const;

export function sayWord(word: keyof typeof WORDS, { hertz, pace, loud }: Manner, dice: Dice): Float32Array {
  const parts = WORDS[word].map((sound) => voiced(sound, hertz, pace, dice));
  const all = Float32Array.from(parts.flatMap((part) => [...part]));
  const peak = Math.max(...all.map(Math.abs));
  return all.map((one) => (one * loud) / peak);
}

function voiced([ms, hiss, ...resonances]: Sound, hertz: number, pace: number, dice: Dice): Float32Array {
  const length = Math.round((ms / 1000 / pace) * SCENE_HZ);
  const sound = new Float32Array(length);
  if (hiss < 0) return sound;
  for (let i = 0; i < length; i++) {
    const buzz = i % Math.round(SCENE_HZ / hertz) === 0 ? 12 : 0;
    const hull = Math.min(1, i / 400, (length - i) / 400);
    sound[i] = hull * ((1 - hiss) * buzz + 0.6 * hiss * (dice() * 2 - 1));
  }
  return resonances.reduce<Float32Array>(
    (made, resonance, at) => resonated(made, resonance, BANDWIDTHS[at] as number),
    sound,
  );
}

function resonated(sound: Float32Array, hertz: number, width: number): Float32Array {
  const radius = Math.exp((-Math.PI * width) / SCENE_HZ);
  const turn = 2 * radius * Math.cos((2 * Math.PI * hertz) / SCENE_HZ);
  const made = new Float32Array(sound.length);
  for (let i = 0; i < sound.length; i++)
    made[i] =
      (sound[i] as number) * (1 - radius) * 4 + turn * (made[i - 1] ?? 0) - radius ** 2 * (made[i - 2] ?? 0);
  return made;
}

/** Sounds one after the other with a second of quiet room around each. */
export function inRoom(sounds: readonly Float32Array[], dice: Dice, room = 0.002): Float32Array {
  const gap = SCENE_HZ;
  const length = sounds.reduce((sum, one) => sum + one.length + gap, gap);
  const all = pink(length, dice).map((one) => (one / 4) * room);
  let at = gap;
  for (const sound of sounds) {
    for (let i = 0; i < sound.length; i++) all[at + i] = (all[at + i] as number) + (sound[i] as number);
    at += sound.length + gap;
  }
  return all;
}

export function lullsIn(sound: Float32Array): Moments[] {
  const [stream, lulls] = [new Stream(SCENE_HZ), new Lulls()];
  return stream.take(sound).flatMap((bands) => lulls.take(bands) ?? []);
}

/** What is known of this speaker after saying each command twice, a little differently. */
export function enrolled(): Known {
  const dice = diceOf(1);
  let templates: readonly Template[] = [];
  for (const command of COMMANDS)
    for (const manner of [USUAL, { hertz: 128, pace: 0.94, loud: 0.27 }]) {
      const [moments] = lullsIn(inRoom([sayWord(command, manner, dice)], dice));
      if (!moments) throw new Error(`${command}: nothing was heard`);
      const learnt = learn(templates, command, utteranceIn(moments));
      if (learnt.refused) throw new Error(`${command}: ${learnt.refused}`);
      templates = learnt.templates;
    }
  const known = knownFrom(templates);
  if (!known) throw new Error("not everything was learnt");
  return known;
}
