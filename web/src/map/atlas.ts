import { api } from "../api";
import { attempt } from "../attempt.svelte";
import type { Atlas } from "../types";

let asked: Promise<Atlas> | null = null;

/** The atlas: fetched once, and once more when fetching it failed. */
export function loadAtlas(): Promise<Atlas> {
  asked ??= attempt(api.atlas).catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}
