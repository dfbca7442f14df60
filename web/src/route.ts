import type { Verdict } from "./types";

const PLAIN = [
  "home",
  "check-in",
  "where",
  "feel",
  "plan",
  "knots",
  "now",
  "causes",
  "knot",
  "data",
  "listening",
  "hand-over",
  "emergency",
] as const;
const OF_A_PLAN = ["session", "after"] as const;

export type PlainRoute = { readonly name: (typeof PLAIN)[number] };
export type RouteOfAPlan = { readonly name: (typeof OF_A_PLAN)[number]; readonly plan: string };
export type Route = PlainRoute | RouteOfAPlan;

/** The screen that an address names; home when it names none. */
export function routeOf(hash: string): Route {
  const [name = "", plan = "", ...rest] = hash.replace(/^#?\/?/, "").split("/");
  const ofAPlan = OF_A_PLAN.find((known) => known === name);
  if (ofAPlan !== undefined && /^[\w-]+$/.test(plan) && rest.length === 0) return { name: ofAPlan, plan };
  const plain = PLAIN.find((known) => known === name);
  return { name: plain !== undefined && plan === "" ? plain : "home" };
}

/** Goes to a screen: `go("#/where")`. */
export function go(hash: `#/${string}`): void {
  location.hash = hash;
}

/** Tells the listener the screen now and whenever it changes; returns what ends it. */
export function watchRoute(listener: (route: Route) => void): () => void {
  const tell = () => listener(routeOf(location.hash));
  addEventListener("hashchange", tell);
  tell();
  return () => removeEventListener("hashchange", tell);
}

const TOWARDS_A_SESSION: readonly Route["name"][] = ["check-in", "where", "feel", "plan", "session"];

/**
 * The screen that may be shown when one is asked for. A visit that was stopped has no way on to a session: an
 * emergency leads to its own screen, anything milder to the verdict, which the check-in shows.
 */
export function admitted(asked: Route, verdict: Verdict | null): Route {
  if (verdict?.kind !== "stopped" || !TOWARDS_A_SESSION.includes(asked.name)) return asked;
  const admitted = verdict.tier === "emergency-now" ? "emergency" : "check-in";
  return asked.name === admitted ? asked : { name: admitted };
}
