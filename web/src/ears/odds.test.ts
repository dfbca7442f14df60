import { expect, test } from "vitest";
import { diceOf } from "../../tests/hearing/scenes";
import { BANDS } from "./features";
import { type Fit, Odds, type Room, stepsOf } from "./odds";

const QUIET = roomAt(-55, 3);
const dice = diceOf(21);
const FRAMES = 40;
/** A saying that begins low, rises through the bands, and falls. */
const SAYING = Array.from({ length: FRAMES }, (_, at) =>
  Float32Array.from({ length: BANDS }, (_, band) => -Math.min(50, 3 * Math.abs(band - at / 2))),
);

function roomAt(usual_db: number, sways_db: number): Room {
  return {
    usual_db: new Float32Array(BANDS).fill(usual_db),
    sways_db: new Float32Array(BANDS).fill(sways_db),
  };
}

/** The room by itself, and the saying in it: the louder of the two, nearly. */
function roomSound(frames: number, { usual_db, sways_db }: Room): Float32Array[] {
  return Array.from({ length: frames }, () =>
    usual_db.map((db, band) => db + (dice() * 2 - 1) * (sways_db[band] as number)),
  );
}

function saidIn(room: Room): Float32Array[] {
  const around = () => roomSound(20, room);
  const said = roomSound(FRAMES, room).map((frame, at) =>
    frame.map((db, band) => Math.max(db, (SAYING[at]?.[band] as number) + 4 * dice() - 2)),
  );
  return [...around(), ...said, ...around()];
}

function fitted(room: Room, heard: Float32Array[], known = SAYING): Fit {
  const found = new Odds(room).fit(stepsOf(known), stepsOf(heard));
  if (!found) throw new Error("nothing fits");
  return found;
}

test.each([
  ["a quiet room", QUIET],
  ["a noisy one", roomAt(-20, 3)],
  ["one that sways as voices do", roomAt(-22, 9)],
])("in %s a saying is found where it is, and is as unlikely as is usual", (_, room) => {
  const { at, said, unsaid, usual } = fitted(room, saidIn(room));
  expect(Math.abs(at.from - 20)).toBeLessThan(6);
  expect(Math.abs(at.to - 59)).toBeLessThan(6);
  expect(said).toBeLessThan(usual.said);
  expect((unsaid - said) / usual.overRoom).toBeGreaterThan(0.8);
});

test("the room by itself is explained better by the room", () => {
  const room = roomAt(-22, 9);
  const { said, unsaid } = fitted(room, roomSound(80, room));
  expect(unsaid).toBeLessThan(said);
});

test("the same saying turned round in time is another one", () => {
  const heard = saidIn(QUIET);
  expect(fitted(QUIET, heard).said).toBeLessThan(fitted(QUIET, heard, SAYING.toReversed()).said - 0.3);
});

test("the more a room sways, the less there is to show", () => {
  const shown = [3, 6, 12].map((sways_db) => fitted(roomAt(-22, sways_db), saidIn(QUIET)).usual.overRoom);
  expect(shown).toEqual(shown.toSorted((a, b) => b - a));
});

test("one band that something strange fills does not hide a saying", () => {
  const tone = saidIn(QUIET).map((frame) => frame.map((db, band) => (band === 3 ? 0 : db)));
  const { said, unsaid, usual } = fitted(QUIET, tone);
  expect((unsaid - said) / usual.overRoom).toBeGreaterThan(0.8);
});
