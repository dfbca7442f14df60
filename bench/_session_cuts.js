// Cuts the way to the server at random while events are sent; each time it may be before or after the server has them.
(() => {
  const real = fetch;
  const cutting = { isOn: false, cuts: 0, tries: 0, random: null };

  /** Mulberry32: numbers from 0 to 1 that are the same for the same seed. */
  function randomFrom(seed) {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  globalThis.fetch = async (address, request) => {
    if (!cutting.isOn || !String(address).endsWith("/events")) return real(address, request);
    const chance = cutting.random();
    cutting.tries += 1;
    if (chance < 0.3) {
      cutting.cuts += 1;
      throw new TypeError("cut on the way there");
    }
    const answer = await real(address, request);
    if (chance < 0.5) {
      cutting.cuts += 1;
      throw new TypeError("cut on the way back");
    }
    if (chance < 0.6) {
      cutting.cuts += 1;
      return new Response((await answer.text()).slice(0, -9), answer); // cut in the middle of the answer
    }
    return answer;
  };

  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Pauses and goes on until the network was cut so often; then it holds, and all is sent. */
  cutting.run = async (seed, wanted) => {
    Object.assign(cutting, { isOn: true, cuts: 0, random: randomFrom(seed) });
    document.activeElement?.blur();
    let presses = 0;
    while (cutting.cuts < wanted) {
      dispatchEvent(new KeyboardEvent("keydown", { key: " " }));
      presses += 1;
      const tries = cutting.tries + (cutting.random() < 0.5 ? 1 : 2);
      for (let waited = 0; cutting.tries < tries && waited < 50; waited += 1) {
        await pause(cutting.random() * 8);
        dispatchEvent(new Event("online"));
      }
    }
    cutting.isOn = false;
    await pause(100);
    dispatchEvent(new Event("online"));
    return { presses, cuts: cutting.cuts };
  };

  globalThis.cutting = cutting;
})();
