// One window plays a session; whoever comes second waits.

export type LetGo = () => void;

/** What gives a session back; null when another window has it. Without locks in this browser, nobody waits. */
export function takeAlone(plan: string): Promise<LetGo | null> {
  return take(plan, { ifAvailable: true });
}

/** As `takeAlone`, as soon as no other window has it; null once the signal says that nobody waits any longer. */
export async function takeWhenFree(plan: string, signal: AbortSignal): Promise<LetGo | null> {
  try {
    return await take(plan, { signal });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

function take(plan: string, how: LockOptions): Promise<LetGo | null> {
  if (!("locks" in navigator)) return Promise.resolve(() => {});
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(`unknot-session-${plan}`, how, (lock) => {
        if (lock === null) return resolve(null);
        return new Promise<void>((letGo) => resolve(() => letGo()));
      })
      .catch(reject);
  });
}
