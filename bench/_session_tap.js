// Listens to all that a page sends to the loudspeakers. Tells the frame of each sound that follows silence; and every
// sample from the first on, when it is asked to.
const SILENCE_S = 0.05;

class Tap extends AudioWorkletProcessor {
  everything = false;
  hasBegun = false;
  quiet = SILENCE_S * sampleRate;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => Object.assign(this, data);
  }

  process([[samples = new Float32Array(128)]]) {
    samples.forEach((sample, at) => {
      if (sample === 0) this.quiet += 1;
      else {
        if (this.quiet >= SILENCE_S * sampleRate) this.port.postMessage({ onset: currentFrame + at });
        this.hasBegun = true;
        this.quiet = 0;
      }
    });
    if (this.hasBegun && this.everything) this.port.postMessage({ frame: currentFrame, samples: samples.slice() });
    return true;
  }
}

registerProcessor("tap", Tap);
