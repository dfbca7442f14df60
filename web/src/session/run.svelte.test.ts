// A session being played, between its sound and its server: what may fail beside it, and what must not begin twice.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import recorded from "../../../tests/contract/sessions/once-more.json";
import { Unreachable } from "../api";
import type { Playable } from "../offline/download";
import { PageShelf } from "../offline/shelf";
import type { Atlas, CueSheet, EventsKept, NumberedEvent } from "../types";
import { readWords } from "../words";
import { Logbook } from "./logbook";
import { SessionRun } from "./run.svelte";
import { FIRST_CHOICE } from "./sound-choice";
import type { SessionSound } from "./soundscape.svelte";
import { TOUCHES_MS } from "./tones";

const SHEET = recorded.sheet as unknown as CueSheet;
const MADE_AT = Date.parse(SHEET.plan.made_at);
const PLAYABLE: Playable = { sheet: SHEET, valid_min: 120, stops: [], atlas: {} as Atlas };
const MINUTE_MS = 60_000;

/** A server that keeps each event once, and can be away. */
class FakeServer {
  readonly stored = new Map<string, NumberedEvent>();
  isAway = false;

  keep = async (events: readonly NumberedEvent[]): Promise<EventsKept> => {
    if (this.isAway) throw new Unreachable("/");
    for (const one of events) this.stored.set(one.id, one);
    return { record: {} as EventsKept["record"], advice: null };
  };

  get kinds(): string[] {
    return [...this.stored.values()].map(({ event }) => event.kind);
  }
}

/** A sound that is heard by nobody, says what was asked of it, and can take long to wake, or break. */
class FakeSound implements SessionSound {
  choice = FIRST_CHOICE;
  local = null;
  isAwake = true;
  hasTrack = false;
  isSpeaking = false;
  saysAloud = () => true;
  isBroken = false;
  readonly asked: string[] = [];
  /** From where on it was told to sound, and whether what was heard already went on. */
  readonly scheduled: { from: number; goesOn: boolean }[] = [];
  waking: Promise<boolean> = Promise.resolve(true);
  #from = 0;

  wake = () => this.waking;
  loaded = async () => {};
  takeTrack = () => {};
  leaveTrack = () => {};
  playTrack = async () => null;
  choose = async () => {};
  mark = () => {};
  announce = () => {};
  rungOut = async () => {};

  ahead(from: number) {
    this.#from = from;
    return [];
  }

  schedule(_soundings: unknown, _timeOf: unknown, goesOn: boolean): void {
    this.#ask("schedule");
    this.scheduled.push({ from: this.#from, goesOn });
  }

  silence(): void {
    this.#ask("silence");
  }

  letGo(): void {
    this.#ask("letGo");
  }

  #ask(what: string): void {
    this.asked.push(what);
    if (this.isBroken) throw new DOMException("the device is gone", "InvalidStateError");
  }
}

/** The sound hardware of a page: its clock stands until it is put on. */
class FakeAudio extends EventTarget {
  state = "running";
  currentTime = 0;
  static last: FakeAudio;

  constructor() {
    super();
    FakeAudio.last = this;
  }

  resume = async () => {};
  close = async () => {};
}

let server: FakeServer;
let sound: FakeSound;
let run: SessionRun;

async function opened(): Promise<SessionRun> {
  const log = await Logbook.open("plan", new PageShelf(), server.keep);
  return new SessionRun(PLAYABLE, log, sound);
}

const STEP_MS = 50;

/** The clock of the page goes on, and with it that of the sound, unless it stumbles. */
async function pass(ms: number, { stumbles = false } = {}): Promise<void> {
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    if (!stumbles) FakeAudio.last.currentTime += STEP_MS / 1000;
    await vi.advanceTimersByTimeAsync(STEP_MS);
  }
}

beforeEach(async () => {
  vi.useFakeTimers({ now: MADE_AT + MINUTE_MS });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("cancelAnimationFrame", () => {});
  vi.stubGlobal("AudioContext", FakeAudio);
  readWords("cue-settle = Sit.\nspot-shoulder-top = the shoulder\ntool-hands = hands\n");
  server = new FakeServer();
  sound = new FakeSound();
  run = await opened();
});

afterEach(() => {
  sound.isBroken = false;
  run.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("Begin", () => {
  test("begins once, however often it is pressed while the sound wakes", async () => {
    let wake = (_: boolean) => {};
    sound.waking = new Promise((resolve) => {
      wake = resolve;
    });
    const both = [run.play(), run.play()];
    expect(run.player.kind).toBe("ready");
    wake(true);
    await Promise.all(both);
    await run.settled();
    expect([run.player.kind, server.kinds]).toEqual(["playing", ["start"]]);
  });

  test("is called off by Stop while the sound wakes: nothing is heard and nothing starts", async () => {
    let wake = (_: boolean) => {};
    sound.waking = new Promise((resolve) => {
      wake = resolve;
    });
    const beginning = run.play();
    await vi.advanceTimersByTimeAsync(0);
    run.stop();
    wake(true);
    await beginning;
    await run.settled();
    expect([run.player.kind, server.kinds, sound.scheduled]).toEqual(["stopped", ["stop"], []]);
  });

  test("is called off by leaving the page, and can be pressed again", async () => {
    const beginning = run.play();
    run.leave();
    await beginning;
    expect(run.player.kind).toBe("ready");
    await run.play();
    expect(run.player.kind).toBe("playing");
  });

  test("of a plan whose check-in has become old begins nothing and says so", async () => {
    vi.setSystemTime(MADE_AT + 121 * MINUTE_MS);
    await run.play();
    expect([run.isStale, run.player.kind, server.kinds]).toEqual([true, "ready", []]);
  });

  test("comes before any turn, level or pause: a stray key leaves no trace", async () => {
    run.turn("skip");
    run.tell(7);
    run.leave();
    await run.settled();
    expect([run.player.kind, server.kinds, run.turns]).toEqual(["ready", [], []]);
  });

  test("needs no sound: where it never wakes the clock is that of the page", async () => {
    Reflect.deleteProperty(globalThis, "AudioContext");
    run.close();
    sound.isAwake = false;
    run = await opened();
    await run.play();
    expect([run.player.kind, run.isSilent]).toEqual(["playing", true]);
  });
});

describe("Stop", () => {
  test("stops, and the server hears of it, though the sound throws", async () => {
    await run.play();
    sound.isBroken = true;
    expect(() => run.stop()).toThrow("the device is gone");
    await run.settled();
    expect([run.player.kind, server.kinds]).toEqual(["stopped", ["start", "stop"]]);
  });

  test("lets go at once: silence and the falling tones come before anything is sent", async () => {
    await run.play();
    run.stop();
    expect([sound.asked.at(-1), server.kinds.includes("stop")]).toEqual(["letGo", false]);
  });

  test("with the server away is kept, and arrives when it is back", async () => {
    await run.play();
    await run.settled();
    server.isAway = true;
    run.stop();
    await run.settled();
    expect([run.delivery.isAway, server.kinds]).toEqual([true, ["start"]]);
    server.isAway = false;
    await run.settled();
    expect([run.delivery.isAway, server.kinds]).toEqual([false, ["start", "stop"]]);
  });
});

describe("a sound that stumbles", () => {
  const LEAD_MS = 80;

  test("by less than half a second is left alone", async () => {
    await run.play();
    await pass(250, { stumbles: true });
    await pass(2000);
    expect([run.position, sound.scheduled.length]).toEqual([2000 - LEAD_MS, 1]);
  });

  test("by more is put forward: no hold is longer, and what is heard goes on", async () => {
    await run.play();
    await pass(750, { stumbles: true });
    expect(run.position).toBe(750 - LEAD_MS);
    expect(sound.scheduled).toEqual([
      { from: 0, goesOn: false },
      { from: 0, goesOn: true },
    ]);
  });

  test("and stays away pauses the session, and says so", async () => {
    await run.play();
    await pass(1000);
    FakeAudio.last.state = "interrupted";
    await pass(250, { stumbles: true });
    expect([run.player.kind, run.overslept, run.position]).toEqual(["paused", true, 1000 - LEAD_MS]);
  });
});

describe("the breath", () => {
  const OUT_AFTER_MS = 4500;

  test("is felt as it turns, unless it was chosen not to be", async () => {
    const vibrate = vi.fn();
    vi.stubGlobal("navigator", { vibrate });
    await run.play();
    await pass(OUT_AFTER_MS + 1000);
    expect([run.breath?.phase, vibrate.mock.calls]).toEqual([
      "out",
      [[[...TOUCHES_MS.start]], [[...TOUCHES_MS.out]]],
    ]);
    sound.choice = { ...FIRST_CHOICE, breathes: false };
    await pass(20_000);
    expect(vibrate.mock.calls.flat()).not.toContainEqual([...TOUCHES_MS.in]);
  });

  test("follows the person's pace on the screen, and is scheduled anew while the voice goes on", async () => {
    await run.play();
    await pass(OUT_AFTER_MS + 200);
    sound.choice = { ...FIRST_CHOICE, pace: 1 };
    await run.choose({ pace: 1 });
    expect([run.breath?.phase, sound.scheduled.at(-1)?.goesOn]).toEqual(["in", true]);
  });

  test("rests in a pause", async () => {
    await run.play();
    await pass(1000);
    run.pause();
    expect(run.breath).toBeNull();
  });
});
