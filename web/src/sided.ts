import type { Side } from "./types";
import { t } from "./words";

/** A name with its side: "Levator scapulae, right". */
export function sided(name: string, side: Side | null): string {
  return side === null ? name : t("app-sided", { name, side });
}
