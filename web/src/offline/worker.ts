// The service worker: starts this version of Unknot when its server is gone.
//
// With the server there, pages and words come from it. Without it they come from the copy of one whole version, every
// file of which was checked against the digest that the server named. It touches nothing but the files of that list:
// answers of the API never pass through here.

/** The server puts this before the first line. */
interface Edition {
  readonly version: string;
  /** Path and SHA-256 of each file. */
  readonly files: Readonly<Record<string, string>>;
}

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}
interface Worker {
  readonly UNKNOT: Edition;
  readonly clients: { claim(): Promise<void>; get(id: string): Promise<object | undefined> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(name: "fetch", listener: (event: Asked) => void): void;
}

const worker = self as unknown as Worker;
const { version, files } = worker.UNKNOT;
const PREFIX = "unknot-";
const OURS = PREFIX + version;
const PAGE = "/";
const NAMED_BY_CONTENT = "/assets/";
/** Where a copy notes the windows that were started from it; the server has nothing there. */
const STARTED = "/started-from-this-copy/";
const PATIENCE_MS = 3000;
/** This version, and the one that windows may still show. */
const VERSIONS_KEPT = 2;

worker.addEventListener("install", (event) => event.waitUntil(fill().then(() => worker.skipWaiting())));

worker.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => worker.clients.claim())));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === PAGE) event.respondWith(openPage(event));
  } else if (pathname.startsWith(NAMED_BY_CONTENT)) event.respondWith(oneByContent(request));
  else if (pathname in files) event.respondWith(oneByName(event, pathname));
});

async function openPage(event: Asked): Promise<Response> {
  const fetched = await fetchInTime(event.request);
  if (fetched?.ok) {
    event.waitUntil(mend());
    return fetched;
  }
  const page = await copyOf(PAGE);
  if (!page) return fetched ?? Response.error();
  await note(event.resultingClientId);
  return page;
}

/** A name made from the content means the same in every version. */
async function oneByContent(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function oneByName({ request, clientId }: Asked, path: string): Promise<Response> {
  const copy = await copyThatStarted(clientId);
  if (copy) return (await copy.match(path)) ?? fetch(request);
  return (await fetchInTime(request)) ?? (await copyOf(path)) ?? Response.error();
}

async function note(clientId: string): Promise<void> {
  try {
    await (await caches.open(OURS)).put(STARTED + clientId, new Response());
  } catch {
    // no room for a note: the page opens all the same, and asks the server first
  }
}

/**
 * The copy that a window's page came from: what else it needs comes from there too, even if the server returns. It is
 * noted in the copy itself, because a browser ends an idle worker, and a newer version may take its place.
 */
async function copyThatStarted(clientId: string): Promise<Cache | undefined> {
  for (const name of await names()) {
    const copy = await caches.open(name);
    if (await copy.match(STARTED + clientId)) return copy;
  }
  return undefined;
}

async function fetchInTime(request: Request): Promise<Response | null> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    return null; // whatever kept the server from answering, the copy is there for it
  }
}

async function copyOf(path: string): Promise<Response | undefined> {
  return (await caches.open(OURS)).match(path);
}

/** All files of this version, or none: a file that is not what the server named comes from another version. */
async function fill(): Promise<void> {
  const fetched = await Promise.all(Object.entries(files).map(([path, digest]) => fetchOne(path, digest)));
  const copy = await caches.open(OURS);
  await Promise.all(fetched.map(({ path, response }) => copy.put(path, response)));
}

async function fetchOne(path: string, digest: string): Promise<{ path: string; response: Response }> {
  const response = await fetch(path, { cache: "reload" });
  if (!response.ok || (await digestOf(response.clone())) !== digest)
    throw new Error(`${path} is not of version ${version}`);
  return { path, response };
}

async function digestOf(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Fetches the copy anew after it was erased, or given up by a browser that needed the room; forgets closed windows. */
async function mend(): Promise<void> {
  if (!(await copyOf(PAGE))) return void (await fill().catch(() => caches.delete(OURS)));
  const copy = await caches.open(OURS);
  const notes = (await copy.keys()).filter(({ url }) => new URL(url).pathname.startsWith(STARTED));
  for (const one of notes)
    if (!(await worker.clients.get(one.url.slice(one.url.lastIndexOf("/") + 1)))) await copy.delete(one);
}

async function tidy(): Promise<void> {
  const others = (await names()).filter((name) => name !== OURS);
  const old = others.slice(0, Math.max(0, others.length + 1 - VERSIONS_KEPT));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The copies that there are, the oldest first. */
async function names(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}
