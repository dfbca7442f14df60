// What goes on beside every screen: the worker that starts Unknot without its server, and the outbox.
import { api } from "../api";
import { deliver } from "./outbox";
import { openShelf } from "./shelf";

const WORKER_ADDRESS = "/worker.js";
const TRY_AGAIN_MS = 15_000;

/** Begins both; either may be missing in a browser, and nothing else needs them. */
export function startOffline(): void {
  void registerWorker();
  void deliverNow();
  addEventListener("online", deliverNow);
  document.addEventListener("visibilitychange", deliverNow);
}

/** Forgets everything that this browser keeps of sessions, and the copy of the program beside it. */
export async function forgetAll(): Promise<void> {
  await (await openShelf()).clear();
  if (!("caches" in globalThis)) return;
  for (const name of await caches.keys()) await caches.delete(name);
}

let later: ReturnType<typeof setTimeout> | undefined;

async function deliverNow(): Promise<void> {
  clearTimeout(later);
  const delivery = await deliver(await openShelf(), api, Date.now());
  if (delivery === "waiting") later = setTimeout(deliverNow, TRY_AGAIN_MS);
}

async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  try {
    await navigator.serviceWorker.register(WORKER_ADDRESS);
  } catch (error) {
    const isRefused = error instanceof DOMException || error instanceof TypeError;
    if (!isRefused) throw error; // a browser that wants no worker: with the server there, all is as before
  }
}
