// Listens to all that a page sends to the loudspeakers. Keeps a window of samples around each moment that it is told of,
// counted from the first sound; or everything, from when it is told to.
const BEFORE_S = 0.25;
const AFTER_S = 0.25;
const AUDIBLE = 1e-6;

class Tap extends AudioWorkletProcessor {
  first = -1;
  offsets = [];
  everything = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => Object.assign(this, data);
  }

  process([[samples]]) {
    if (samples === undefined) return true;
    if (this.first < 0) {
      const at = samples.findIndex((sample) => Math.abs(sample) > AUDIBLE);
      if (at >= 0) {
        this.first = currentFrame + at;
        this.port.postMessage({ first: this.first });
      }
    }
    if (this.first >= 0 && (this.everything || this.isWanted())) {
      this.port.postMessage({ frame: currentFrame, samples: samples.slice() });
    }
    return true;
  }

  isWanted() {
    const since = (currentFrame - this.first) / sampleRate;
    return this.offsets.some((at) => since > at - BEFORE_S && since < at + AFTER_S);
  }
}

registerProcessor("tap", Tap);
