/** Keeps the screen on, also after the page was away for a while. Returns what lets it sleep again. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isWanted = true;

  async function hold(): Promise<void> {
    if (!isWanted || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
    if (!isWanted) await lock?.release();
  }

  document.addEventListener("visibilitychange", hold);
  void hold();
  return () => {
    isWanted = false;
    document.removeEventListener("visibilitychange", hold);
    void lock?.release();
  };
}

/** A touch that is felt, where the device can. */
export function nudge(pattern_ms: readonly number[]): void {
  if ("vibrate" in navigator) navigator.vibrate([...pattern_ms]);
}
