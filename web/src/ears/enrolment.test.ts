import { describe, expect, test } from "vitest";
import { diceOf, SCENE_HZ } from "../../tests/hearing/scenes";
import { enrolled, inRoom, lullsIn, sayWord, USUAL } from "../../tests/hearing/speaker";
import { COMMANDS, knownFrom, SAYINGS } from "./commands";
import { learn, nextToSay, type Utterance, utteranceIn } from "./enrolment";
import {
  forgetTemplates,
  keepTemplates,
  keptTemplates,
  listensInSessions,
  setListensInSessions,
} from "./keeping";

const KNOWN = enrolled();

function utterance(word: Parameters<typeof sayWord>[0], manner = USUAL, room = 0.002): Utterance {
  const dice = diceOf(11);
  const [moments] = lullsIn(inRoom([sayWord(word, manner, dice)], dice, room));
  if (!moments) throw new Error("nothing was heard");
  return utteranceIn(moments);
}

function shelf(room = true): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => void kept.delete(name),
    setItem: (name, value) => {
      if (!room) throw new DOMException("full", "QuotaExceededError");
      kept.set(name, value);
    },
  };
}

describe("learning", () => {
  test("asks for each command twice, in order, and then for nothing", () => {
    const asked = KNOWN.templates.map((_, said) => nextToSay(KNOWN.templates.slice(0, said)));
    expect(asked).toEqual(COMMANDS.flatMap((command) => [1, 2].map((saying) => ({ command, saying }))));
    expect(nextToSay(KNOWN.templates)).toBeNull();
  });

  test("knows nothing while one saying is missing", () => {
    expect(KNOWN.templates).toHaveLength(SAYINGS);
    expect(knownFrom(KNOWN.templates.slice(1))).toBeNull();
  });

  test("a saying that lasts as long as the word is cut out of the quiet", () => {
    const dice = diceOf(12);
    const lasts_ms = (sayWord("stop", USUAL, dice).length / SCENE_HZ) * 1000;
    expect(Math.abs(utterance("stop").shape.length * 10 - lasts_ms)).toBeLessThan(110);
  });

  test("what is said otherwise the second time is refused, what is said alike is kept", () => {
    const [first] = KNOWN.templates;
    if (!first) throw new Error("nothing was learnt");
    expect(learn([first], "stop", utterance("banana")).refused).toBe("unlike-the-first");
    const kept = learn([first], "stop", utterance("stop"));
    expect([kept.refused, kept.templates.length]).toEqual([null, 2]);
  });

  test("of two unlike sayings the later stays, so that a cough is soon forgotten", () => {
    const cough = learn([], "stop", utterance("banana"));
    const once = learn(cough.templates, "stop", utterance("stop"));
    const twice = learn(once.templates, "stop", utterance("stop"));
    expect([cough.refused, once.refused, twice.refused]).toEqual([null, "unlike-the-first", null]);
    expect([once.templates.length, twice.templates.length]).toEqual([1, 2]);
  });

  test("one command said for another is refused, and changes nothing", () => {
    const known = KNOWN.templates.slice(0, 2);
    expect(learn(known, "pause", utterance("stop"))).toEqual({ templates: known, refused: "like-another" });
  });

  test("what is too short, too long or too soft is refused", () => {
    const said = utterance("stop");
    const lasting = (frames: number) => ({
      ...said,
      shape: Array.from({ length: frames }, (_, at) => said.shape[at % said.shape.length] as Float32Array),
    });
    const tried = [
      lasting(17),
      lasting(18),
      lasting(115),
      lasting(116),
      { ...said, rise_db: 11.9 },
      { ...said, rise_db: 12 },
    ];
    expect(tried.map((one) => learn([], "stop", one).refused)).toEqual([
      "too-short",
      null,
      null,
      "too-long",
      "too-soft",
      null,
    ]);
  });
});

describe("what is kept", () => {
  test("comes back within half a decibel, and is small", () => {
    const here = shelf();
    expect(keepTemplates(here, KNOWN.templates)).toBe(true);
    const back = keptTemplates(here);
    expect(back.map(({ command, level_db }) => ({ command, level_db }))).toEqual(
      KNOWN.templates.map(({ command, level_db }) => ({ command, level_db })),
    );
    const apart = back.flatMap(({ shape }, one) =>
      shape.flatMap((frame, at) =>
        [...frame].map((db, band) =>
          Math.abs(db - Math.max(KNOWN.templates[one]?.shape[at]?.[band] ?? 0, -63.5)),
        ),
      ),
    );
    expect(Math.max(...apart)).toBeLessThanOrEqual(0.25);
    expect(here.getItem("unknot-sayings")?.length).toBeLessThan(100_000);
  });

  test("is gone when it is forgotten", () => {
    const here = shelf();
    keepTemplates(here, KNOWN.templates);
    forgetTemplates(here);
    expect([keptTemplates(here), here.getItem("unknot-sayings")]).toEqual([[], null]);
  });

  test("is said not to be kept where there is no room", () => {
    expect(keepTemplates(shelf(false), KNOWN.templates)).toBe(false);
  });

  test.each([
    "{",
    "null",
    "[]",
    '{"form":2,"templates":[]}',
    '{"form":1,"templates":[{"command":"shout","level_db":-9,"depths":[1]}]}',
    '{"form":1,"templates":[{"command":"stop","level_db":null,"depths":[]}]}',
    '{"form":1,"templates":[{"command":"stop","level_db":-9,"depths":[1,2,3]}]}',
    '{"form":1,"templates":[null]}',
  ])("that cannot be read is nothing: %s", (text) => {
    const here = shelf();
    here.setItem("unknot-sayings", text);
    expect(keptTemplates(here)).toEqual([]);
  });

  test("sessions listen until that is switched off", () => {
    const here = shelf();
    const before = listensInSessions(here);
    setListensInSessions(here, false);
    expect([before, listensInSessions(here)]).toEqual([true, false]);
  });
});
