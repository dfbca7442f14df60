"""A page's time in the test's hand: it stands still until the test lets some pass, and minutes are over in moments.

The session reads the clocks of the browser and asks its timers, its frames and its sound card; those are replaced here,
before the page begins. Sounds are noted down with their second instead of being heard.
"""

from typing import Any

from playwright.sync_api import Page

_CLOCK = """
(() => {
  const SLICE_MS = 250;
  let now_ms = performance.now();
  const began_ms = Date.now() - now_ms;
  const timers = new Map();
  let frames = new Map();
  let last = 0;
  const rest = new MessageChannel();
  const really = setTimeout.bind(globalThis);

  performance.now = () => now_ms;
  Date.now = () => began_ms + now_ms;
  const take = (every) => (call, ms = 0, ...told) => {
    if (ms === 0 && !every) return really(call, 0, ...told);
    timers.set(--last, { call: () => call(...told), due_ms: now_ms + ms, every_ms: every ? Math.max(ms, 1) : null });
    return last;
  };
  globalThis.setTimeout = take(false);
  globalThis.setInterval = take(true);
  const clear = globalThis.clearTimeout.bind(globalThis);
  globalThis.clearTimeout = globalThis.clearInterval = (timer) => timers.delete(timer) || clear(timer);
  globalThis.requestAnimationFrame = (call) => (frames.set(--last, call), last);
  globalThis.cancelAnimationFrame = (frame) => frames.delete(frame);

  const card = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "currentTime");
  Object.defineProperty(BaseAudioContext.prototype, "currentTime", {
    get() { return this instanceof AudioContext ? now_ms / 1000 : card.get.call(this); },
  });
  const NEVER_S = 1e6;
  const SOURCES = [["clip", AudioBufferSourceNode], ["tone", OscillatorNode], ["mark", ConstantSourceNode]];
  for (const [kind, node] of SOURCES) {
    const { start, stop } = node.prototype;
    node.prototype.start = function (at_s = 0) {
      if (!(this.context instanceof AudioContext)) return start.call(this, at_s);
      this.noted = { kind, at_ms: Math.round(at_s * 1000), lasts_ms: Math.round((this.buffer?.duration ?? 0) * 1000) };
      if (kind !== "mark") quick.sounds.push(this.noted);
      start.call(this, NEVER_S);
    };
    node.prototype.stop = function (at_s = 0) {
      if (!this.noted) return stop.call(this, at_s);
      if (at_s * 1000 <= this.noted.at_ms) quick.sounds.splice(quick.sounds.indexOf(this.noted), 1);
    };
  }

  function run() {
    const due = [...timers].filter(([, one]) => one.due_ms <= now_ms).sort(([, a], [, b]) => a.due_ms - b.due_ms);
    for (const [timer, one] of due) {
      if (!timers.has(timer)) continue;
      if (one.every_ms === null) timers.delete(timer);
      else one.due_ms = now_ms + one.every_ms;
      one.call();
    }
    const now = frames;
    frames = new Map();
    for (const call of now.values()) call(now_ms);
  }

  const breathe = () => new Promise((done) => {
    rest.port1.onmessage = done;
    rest.port2.postMessage(null);
  });

  globalThis.quick = {
    sounds: [],
    touches: [],
    looks: [],
    look: null,
    now_ms: () => now_ms,
    async pass(ms) {
      for (const until_ms = now_ms + ms; now_ms < until_ms; ) {
        now_ms = Math.min(now_ms + SLICE_MS, until_ms);
        run();
        await breathe();
        if (quick.look) quick.looks.push({ at_ms: now_ms, ...quick.look() });
      }
    },
  };
  navigator.vibrate = (pattern_ms) => quick.touches.push({ at_ms: now_ms, pattern_ms }) > 0;
})();
"""


class QuickClock:
    """The time of a page, from its next document on."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.add_init_script(_CLOCK)

    def let_pass(self, seconds: float) -> None:
        """Lets time pass in quarters of a second; after each the page has drawn what there is to see."""
        self._page.evaluate("(ms) => quick.pass(ms)", round(seconds * 1000))

    def look_each_time(self, look: str) -> None:
        """From now on notes down what this function of the page returns, after each quarter of a second."""
        self._page.evaluate(f"() => {{ quick.look = {look}; }}")

    @property
    def now_ms(self) -> float:
        return float(self._page.evaluate("quick.now_ms()"))

    @property
    def looks(self) -> list[dict[str, Any]]:
        """Everything that was noted down, each with its time."""
        return list(self._page.evaluate("quick.looks"))

    @property
    def touches(self) -> list[dict[str, Any]]:
        """Every vibration, with its time and its pattern."""
        return list(self._page.evaluate("quick.touches"))

    def sounds(self, kind: str) -> list[dict[str, Any]]:
        """Every clip of the voice, or every tone, that was to be heard and was not called off, by its time."""
        noted = self._page.evaluate("quick.sounds")
        return sorted((one for one in noted if one["kind"] == kind), key=lambda one: one["at_ms"])
