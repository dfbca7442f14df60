import { t } from "../words";
import { placeOf } from "./drawing";

/** A place in words: "Top of the shoulder, right". */
export function placeWords(name: string): string {
  const { id, side } = placeOf(name);
  return t("map-place", { place: t(`region-${id}`), side: side ?? "none" });
}

/** A place as a control says it: with its strength when it is marked. */
export function markedWords(name: string, strength: number | undefined): string {
  if (strength === undefined) return t("map-place-unmarked", { place: placeWords(name) });
  return t("map-place-marked", { place: placeWords(name), strength });
}
