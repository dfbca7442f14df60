import { Unreachable } from "./api";

const RETRY_AFTER_MS = 4000;

/** Requests that wait for a server that has gone. While there are any, the banner is shown. */
export const waiting = $state<{ requests: number }>({ requests: 0 });

let again = new Set<() => void>();

/** Sends again, at once, everything that waits. */
export function retry(): void {
  const woken = again;
  again = new Set();
  for (const wake of woken) wake();
}

/**
 * What the request answers; while the server cannot be reached it waits and asks again, so that nothing is lost.
 * Requests that store something carry an id and may be sent twice.
 */
export async function attempt<T>(request: () => Promise<T>): Promise<T> {
  let isWaiting = false;
  try {
    for (;;) {
      try {
        return await request();
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        if (!isWaiting) waiting.requests += 1;
        isWaiting = true;
        await wakening();
      }
    }
  } finally {
    if (isWaiting) waiting.requests -= 1;
  }
}

function wakening(): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      again.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, RETRY_AFTER_MS);
    again.add(wake);
  });
}
