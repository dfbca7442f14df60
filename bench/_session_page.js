// Put into the page before anything else: the sound is tapped where it leaves the page, and the main thread can be kept busy.
(() => {
  const Real = AudioContext;
  const connect = AudioNode.prototype.connect;
  const bench = { pieces: [], pressed: [] };
  let audio = null;
  let silent = null;

  /** The context and the tap, made beforehand: no sound may pass before the tap listens. */
  bench.prepare = async (everything) => {
    audio = new Real({ latencyHint: "interactive" });
    await audio.audioWorklet.addModule(URL.createObjectURL(new Blob([benchTap], { type: "text/javascript" })));
    const tap = new AudioWorkletNode(audio, "tap");
    silent = new GainNode(audio, { gain: 0 });
    connect.call(tap, silent);
    connect.call(silent, audio.destination);
    tap.port.onmessage = ({ data }) => bench.pieces.push(data);
    tap.port.postMessage({ everything });
    bench.tap = tap;
  };

  globalThis.AudioContext = new Proxy(Real, {
    construct: (target, options) => audio ?? new target(...options),
  });
  AudioNode.prototype.connect = function (to, ...rest) {
    if (audio && to === audio.destination && this !== silent) connect.call(this, bench.tap);
    return connect.call(this, to, ...rest);
  };

  for (const name of ["keydown", "pointerdown"])
    addEventListener(name, (event) => bench.pressed.push([event.timeStamp, performance.now(), audio?.currentTime]), { capture: true });

  const now = performance.now.bind(performance);
  bench.keepBusy = (block_ms, every_ms) => {
    setInterval(() => {
      const until = now() + block_ms;
      while (now() < until);
    }, every_ms);
  };

  /** Lets the page's other clocks follow the audio clock, as they do where a machine has time for its own sound card. */
  bench.followSound = () => {
    const [page, wall, sound] = [now(), Date.now(), audio.currentTime];
    const since_ms = () => (audio.currentTime - sound) * 1000;
    performance.now = () => page + since_ms();
    Date.now = () => Math.round(wall + since_ms());
  };

  bench.hasSounded = () => bench.pieces.some(({ onset }) => onset !== undefined);

  /** What was heard since the last time, as frames and one run of base64 for their samples. */
  bench.take = () => {
    const heard = bench.pieces.filter((piece) => piece.samples);
    const onsets = bench.pieces.filter((piece) => piece.onset !== undefined).map(({ onset }) => onset);
    const bytes = new Uint8Array(heard.length * 512);
    heard.forEach(({ samples }, at) => bytes.set(new Uint8Array(samples.buffer), at * 512));
    let text = "";
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return {
      onsets,
      rate: audio.sampleRate,
      frames: heard.map(({ frame }) => frame),
      samples: btoa(text),
      pressed: bench.pressed,
    };
  };

  globalThis.audioTime = () => audio.currentTime;
  globalThis.bench = bench;
})();
