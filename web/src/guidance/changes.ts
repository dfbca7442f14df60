import type { Stricter } from "../types";
import { t } from "../words";

/** What one change makes stricter, in words. */
export function changeWords({ limit, of, id, ours, theirs }: Stricter): string {
  const named = t(`hand-over-limit-${limit}`);
  if (of === null && ours === null) return named;
  if (ours === null || theirs === null) return t("guidance-change", { what: t(`${of}-${id}`), limit: named });
  if (of === null) return t("guidance-change-number", { limit: named, theirs, ours });
  return t("guidance-change-of", { what: t(`${of}-${id}`), limit: named, theirs, ours });
}
