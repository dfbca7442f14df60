// A shout and a clap: what is meant whatever it is. Pure: one frame in, a state out.
import { BANDS, type Bands, decibels, loudness } from "./features";

export type Loud = "shout" | "clap";

export interface Alarm {
  /** Loudness of the last frames, newest last. */
  levels_db: readonly number[];
  /** How broad the last frames were: the share of bands within reach of the strongest. */
  breadths: readonly number[];
  /** Which of the last frames were as loud as a shout. */
  loud: readonly boolean[];
  isSounded: boolean;
}

const KEPT = 40;
const SHOUT_ABOVE_DB = 9;
const SHOUTED_FRAMES = 15;
const SHOUT_OF = 100;
const SHOUT_FRAMES = 50;
const BROAD = 0.3;
const REACH_DB = 24;

const CLAP_ABOVE_DB = 3;
const CLAP_RISE_DB = 22;
const CLAP_FALL_DB = 18;
const CLAP_BROAD = 0.6;
const CLAP_LASTS = 14;
const CLAP_BEFORE = 12;

export const noAlarm: Alarm = { levels_db: [], breadths: [], loud: [], isSounded: false };

/** The alarm after one more frame, and what was loud. `usual_db` is how loud the person's own words are. */
export function listenForLoud(
  alarm: Alarm,
  bands: Bands,
  usual_db: number,
): { alarm: Alarm; loud: Loud | null } {
  const levels_db = [...alarm.levels_db, loudness(bands)].slice(-KEPT);
  const breadths = [...alarm.breadths, breadthOf(bands)].slice(-KEPT);
  const loud = [...alarm.loud, isAsLoudAsAShout(bands, usual_db)].slice(-SHOUT_OF);
  const count = loud.filter(Boolean).length;
  const now = { levels_db, breadths, loud, isSounded: alarm.isSounded && count > 0 };
  if (count >= SHOUT_FRAMES && !now.isSounded) return { alarm: { ...now, isSounded: true }, loud: "shout" };
  return { alarm: now, loud: isClap(now, usual_db) ? "clap" : null };
}

/** True when so many of these frames were as loud as a shout that it was meant. */
export function isShouted(frames: readonly Bands[], usual_db: number): boolean {
  return frames.filter((bands) => isAsLoudAsAShout(bands, usual_db)).length >= SHOUTED_FRAMES;
}

/** Out of quiet, over the whole range at once, and gone within a seventh of a second. */
function isClap({ levels_db, breadths }: Alarm, usual_db: number): boolean {
  const at = levels_db.length - 1 - CLAP_LASTS;
  if (at < CLAP_BEFORE) return false;
  const peak = levels_db[at] as number;
  const before = levels_db.slice(at - CLAP_BEFORE, at - 2);
  const after = levels_db.slice(at + 1);
  return (
    peak > usual_db + CLAP_ABOVE_DB &&
    peak >= Math.max(...after) &&
    peak > Math.max(...before) + CLAP_RISE_DB &&
    Math.max(...after.slice(-4)) < peak - CLAP_FALL_DB &&
    (breadths[at] as number) > CLAP_BROAD
  );
}

function isAsLoudAsAShout(bands: Bands, usual_db: number): boolean {
  return loudness(bands) > usual_db + SHOUT_ABOVE_DB && breadthOf(bands) > BROAD;
}

function breadthOf(bands: Bands): number {
  const strongest = decibels(Math.max(...bands));
  return bands.filter((one) => decibels(one) > strongest - REACH_DB).length / BANDS;
}
