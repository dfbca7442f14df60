import { seenFrom, type Turn } from "../atlas/turning";
import { t } from "../words";

/** From where the body is seen, in words: "Seen from behind, 15 degrees toward its right, 20 degrees from above". */
export function seenWords(turn: Turn): string {
  const { view, aside_deg, toward, above_deg } = seenFrom(turn);
  const aside = aside_deg > 0 ? t("map-seen-aside", { degrees: aside_deg, toward }) : null;
  return [t(`map-seen-${view}`), aside, above_deg === 0 ? null : tiltWords(above_deg)]
    .filter(Boolean)
    .join(", ");
}

/** How far the body is tilted, in words. */
export function tiltWords(above_deg: number): string {
  const way = above_deg > 0 ? "above" : above_deg < 0 ? "below" : "level";
  return t("map-tilted", { degrees: Math.abs(above_deg), way });
}
